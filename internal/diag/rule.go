package diag

import "strings"

// A Severity says what a finding does to a build.
type Severity int

// An Error stops the build, a Warning only a strict one, a Note none.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns the word of the output format, the same in every language.
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// severities name them in the languages of the interface.
var severities = [...]Text{
	Error:   {DE: "Fehler", FR: "erreur", EN: "error"},
	Warning: {DE: "Warnung", FR: "avertissement", EN: "warning"},
	Note:    {DE: "Hinweis", FR: "remarque", EN: "note"},
}

// In names the severity in a language of the interface.
func (s Severity) In(lang string) string { return severities[s].In(lang) }

// Text is a text of the tool's own interface in its three languages. Words of
// the site itself stand in i18n/ instead, where a catalogue can change them.
type Text struct{ DE, FR, EN string }

// In returns the text in a language of the interface, English for any other.
func (t Text) In(lang string) string {
	switch lang {
	case "de":
		return t.DE
	case "fr":
		return t.FR
	}
	return t.EN
}

// Format returns the text in a language with each {name} replaced by its
// value as it may be shown; args are name and value in turn.
func (t Text) Format(lang string, args ...string) string {
	text := t.In(lang)
	if strings.IndexByte(text, '{') < 0 {
		return text
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		value, n := placeholder(text[i:], args)
		b.WriteString(text[:i])
		b.WriteString(value)
		text = text[i+n:]
	}
}

// placeholder returns the value of the placeholder that a text begins with, and the placeholder's length; of any
// other text the brace itself.
func placeholder(text string, args []string) (value string, length int) {
	for i := 0; i+1 < len(args); i += 2 {
		if rest, ok := strings.CutPrefix(text[1:], args[i]); ok && strings.HasPrefix(rest, "}") {
			return Visible(args[i+1]), len(args[i]) + len("{}")
		}
	}
	return text[:1], 1
}

// A Rule is one thing that is checked, in one piece: its stable name and
// severity, how its findings are worded, and what `explain` and the
// documentation say of it.
type Rule struct {
	Name     string
	Severity Severity
	Message  Text // the cause; may hold {placeholders}
	Cure     Text // what to do about it
	Near     Text // the cure instead, where a {suggestion} is known
	Explain  Text // why the rule exists
	Wrong    string
	Right    string // a short example, in no particular language
}

// At makes a finding of r at a span; args are the names and values of the
// placeholders in its message, in turn.
func (r *Rule) At(span Span, args ...string) Diagnostic {
	return Diagnostic{Rule: r, Span: span, Args: args}
}
