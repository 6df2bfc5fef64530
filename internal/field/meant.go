package field

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// namely puts a plain text where a map with a name or a title belongs into such a map.
func namely(f *Field, n *yamlnode.Node) string {
	for _, key := range []string{"name", "title", "label", "office", "place"} {
		if slices.ContainsFunc(f.Fields, func(m Field) bool { return m.Key == key }) {
			return inside(key, n)
		}
	}
	return ""
}

// inside writes a plain text as the value of a key.
func inside(key string, n *yamlnode.Node) string {
	text := n.Text()
	switch {
	case text == "" || strings.Contains(text, "\n"):
		return ""
	case strings.ContainsAny(text, ",:[]{}#\"'"):
		text = strconv.Quote(text)
	}
	return "{" + key + ": " + text + "}"
}

// MissedColons suggests the colon for lines that begin with the name of a field and have none.
func MissedColons(ds []diag.Diagnostic, fields []Field) {
	for i, d := range ds {
		if d.Rule != &rule.YAMLKey || d.Suggestion != "" {
			continue
		}
		if m := missedColon.FindStringSubmatch(d.Span.Text()); m != nil && hasKey(fields, m[1]) {
			ds[i] = d.Suggest(m[1] + ": " + m[2])
		}
	}
}

var missedColon = regexp.MustCompile(`^([a-z_]+)[ ;=]+(\S.*)$`)

// hasKey reports whether a key is one of the fields', or of those inside them.
func hasKey(fields []Field, key string) bool {
	return slices.ContainsFunc(fields, func(f Field) bool { return f.Key == key && !f.Body || hasKey(f.Fields, key) })
}
