package locale

import (
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// A shape says what a word is made of. English decides: every other file has
// the shapes of en.yaml.
type shape uint8

const (
	isText   shape = iota // one text
	isList                // a list of fixed length
	isPlural              // a text for each plural form
	isNames               // a label, and further names by which editors may call the same
)

// A word is one word of the interface in one language.
type word struct {
	shape shape
	text  string
	list  []string
	forms map[string]string
	lang  string
	span  diag.Span
}

// namesBelow are the parts of a file whose words may have several names.
var namesBelow = []string{"fields.", "values."}

func shapeOf(key string, w word) shape {
	if slices.ContainsFunc(namesBelow, func(p string) bool { return strings.HasPrefix(key, p) }) {
		return isNames
	}
	return w.shape
}

// fill replaces placeholders. Most words have none.
func fill(text string, args []string) string {
	if len(args) < 2 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 32)
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := argument(args, name)
		switch {
		case closed && known:
			b.WriteString(value)
			text = after
		default:
			b.WriteByte('{')
			text = rest
		}
	}
}

func argument(args []string, name string) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return "", false
}

// placeholders returns the names in braces of a word's texts.
func (w word) placeholders() []string {
	var names []string
	for _, text := range w.texts() {
		for part := range strings.SplitSeq(text, "{") {
			if name, _, found := strings.Cut(part, "}"); found && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

func (w word) texts() []string {
	texts := append([]string{w.text}, w.list...)
	for _, form := range forms {
		texts = append(texts, w.forms[form])
	}
	return texts
}

// forms are the names of CLDR's plural forms.
var forms = []string{"zero", "one", "two", "few", "many", "other"}

func pluralForm(tag language.Tag, n int) string {
	switch plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// pluralForms returns the forms that a language has for whole numbers. CLDR's
// rules look at the last two or three digits, so that these numbers meet all.
func pluralForms(tag language.Tag) []string {
	var found []string
	for n := range 400 {
		if form := pluralForm(tag, n); !slices.Contains(found, form) {
			found = append(found, form)
		}
	}
	if form := pluralForm(tag, 1_000_000); !slices.Contains(found, form) {
		found = append(found, form)
	}
	slices.SortFunc(found, func(a, b string) int { return slices.Index(forms, a) - slices.Index(forms, b) })
	return found
}
