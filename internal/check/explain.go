package check

import (
	"regexp"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// Words of the explanation.
var (
	wordRight = diag.Text{DE: "Richtig:", FR: "Juste :", EN: "Right:"}
	wordWrong = diag.Text{DE: "Falsch:", FR: "Faux :", EN: "Wrong:"}
	severity  = map[diag.Severity]diag.Text{
		diag.Error:   {DE: "Fehler: die Website wird nicht gebaut", FR: "Erreur : le site n’est pas construit", EN: "Error: the site is not built"},
		diag.Warning: {DE: "Warnung: die Website wird gebaut, außer mit --strict", FR: "Avertissement : le site est construit, sauf avec --strict", EN: "Warning: the site is built, unless with --strict"},
		diag.Note:    {DE: "Hinweis: die Website wird gebaut", FR: "Remarque : le site est construit", EN: "Note: the site is built"},
	}
)

// Explain returns all that is to be said of a rule in a language of the
// interface, as plain text; false where there is no such rule.
func Explain(name, lang string) (string, bool) {
	r := rule.Named(name)
	if r == nil {
		return "", false
	}
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	line(r.Name)
	line(severity[r.Severity].In(lang))
	line("")
	line(sentence(r, lang))
	line("")
	line(r.Explain.In(lang))
	example := func(title diag.Text, text string) {
		line("")
		line(title.In(lang))
		for s := range strings.SplitSeq(text, "\n") {
			line(strings.TrimRight("    "+s, " "))
		}
	}
	example(wordWrong, r.Wrong)
	example(wordRight, r.Right)
	return b.String(), true
}

// sentence is a rule's message and cure with its placeholders shown as …
func sentence(r *diag.Rule, lang string) string {
	cure := r.Cure
	if cure == (diag.Text{}) {
		cure = r.Near
	}
	return placeholder.ReplaceAllString(r.Message.In(lang)+" "+cure.In(lang), "…")
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)
