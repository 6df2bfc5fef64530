package format

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// rounds is how often a text is looked at: what closes a quotation shows only once it is
// open. What is not settled then is left.
const rounds = 6

// Typeset returns the text of a sheet or a free page with the typography of its
// language: quotes, spaces of French, ranges, in prose alone. Found are the notes that it
// answers. It reports false where the text is better left as it is, and leaves other files.
func Typeset(name, text string) (after string, found []diag.Diagnostic, ok bool) {
	if !isProse(name) {
		return text, nil, true
	}
	if d := readMatter(diag.NewSource(name, text)); len(d.errors()) > 0 || d.lost {
		return text, d.errors(), false
	}
	after = text
	for range rounds {
		next, notes, ok := typesetOnce(name, after)
		if !ok {
			return text, nil, false
		}
		if next == after {
			return after, found, true
		}
		after = next
		if found == nil { // later ones have places in a text that nobody has seen
			found = notes
		}
	}
	return text, nil, false
}

func typesetOnce(name, text string) (string, []diag.Diagnostic, bool) {
	src := diag.NewSource(name, text)
	p := edit.Patcher{Source: src}
	var found []diag.Diagnostic
	for _, repairs := range repairs(src) {
		for _, r := range repairs {
			if plainly(r) {
				p.Replace(r.Span.Start, r.Span.End, r.Text)
				found = append(found, r.Finding())
			}
		}
	}
	if len(found) == 0 {
		return text, nil, true
	}
	after := p.Apply()
	before, result := readMatter(src), readMatter(diag.NewSource(name, after))
	if len(result.errors()) > 0 || result.lost || bare(before.rest) != bare(result.rest) || !alike(before.root, result.root) ||
		!sameShape(src, diag.NewSource(name, after)) {
		return text, nil, false
	}
	return after, found, true
}

// sameShape reports whether the Markdown of two versions has the same structure.
func sameShape(a, b *diag.Source) bool {
	of := func(src *diag.Source) (texts []string) {
		t := parse(src)
		for i := range field.Walk(t.fields, t.target) {
			if i.Field.Form == "markdown" {
				texts = append(texts, i.Value.Text)
			}
		}
		return texts
	}
	return slices.EqualFunc(of(a), of(b), markdown.SameShape)
}

// isProse reports whether a file is one of sentences.
func isProse(name string) bool {
	return strings.HasPrefix(name, "content/sheets/") || strings.HasPrefix(name, "content/pages/")
}

// langOf returns the language in the name of a file: de of index.de.md.
func langOf(name string) string {
	_, rest, _ := strings.Cut(path.Base(name), ".")
	return strings.TrimSuffix(rest, ".md")
}

// A text is a sheet or a page as it was parsed.
type text struct {
	fields  []field.Field
	target  any
	file    *sheet.File
	record  *sheet.Translation
	tracked []sheet.Tracked
}

func parse(src *diag.Source) text {
	id, lang := path.Base(path.Dir(src.Path)), langOf(src.Path)
	if strings.HasPrefix(src.Path, "content/pages/") {
		p, _ := sheet.Parser{}.Page(src, id, lang)
		return text{sheet.PageFields(), p, &p.File, &p.Translation, p.Tracked()}
	}
	s, _ := sheet.Parser{}.Sheet(src, id, lang)
	return text{sheet.Fields(), s, &s.File, &s.Translation, s.Tracked()}
}

func repairs(src *diag.Source) [][]sheet.Repair {
	t := parse(src)
	return sheet.Repairs(t.fields, t.target, langOf(src.Path))
}

// plainly reports whether a repair's place holds what it is about: a mark, or a space,
// and no escape, fold or line break in its place.
func plainly(r sheet.Repair) bool {
	written := r.Span.Text()
	if written == `\"` || written == "''" {
		return true
	}
	return written != "" && bare(written) == bare(r.Text) && !strings.ContainsAny(written, "\n\r\\")
}

// bare returns a text without the marks and spaces that repairs exchange. Line breaks
// stay: in Markdown they mean something.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\"'“”„‘’‚«»", r), unicode.Is(unicode.Zs, r):
			return -1
		case r == '–':
			return '-'
		}
		return r
	}, s)
}

// alike reports whether two trees say the same but for typography.
func alike(a, b *yamlnode.Node) bool {
	if a.Kind != b.Kind || bare(a.Text()) != bare(b.Text()) || len(a.Pairs) != len(b.Pairs) || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Pairs {
		if a.Pairs[i].Key != b.Pairs[i].Key || !alike(a.Pairs[i].Value, b.Pairs[i].Value) {
			return false
		}
	}
	for i := range a.Items {
		if !alike(a.Items[i], b.Items[i]) {
			return false
		}
	}
	return true
}
