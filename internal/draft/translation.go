package draft

import (
	"reflect"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// Translation returns the skeleton of a sheet's translation: every text that
// the original states as a comment, its key below it, and the digests of what is
// there to translate. Facts and names are inherited and left out.
func Translation(s *sheet.Sheet, bodyFollows string) string {
	return skeleton(sheet.Fields(), reflect.ValueOf(s).Elem(), s.Lang, s.Tracked(), s.Body, bodyFollows)
}

// PageTranslation is Translation for free pages.
func PageTranslation(p *sheet.Page, bodyFollows string) string {
	return skeleton(sheet.PageFields(), reflect.ValueOf(p).Elem(), p.Lang, p.Tracked(), p.Body, bodyFollows)
}

// skeleton lays the parts out. bodyFollows says where the body's translation
// belongs, which can't stand there as a comment itself.
func skeleton(fields []field.Field, v reflect.Value, lang string, tracked []sheet.Tracked, body sheet.Value, bodyFollows string) string {
	var b strings.Builder
	b.WriteString("---\n")
	b.WriteString(texts(fields, v, ""))
	b.WriteString("translation:\n  of: " + lang + "\n")
	if len(tracked) > 0 {
		b.WriteString("  state:\n")
	}
	for _, t := range tracked {
		b.WriteString("    " + t.Path + `: "` + t.Digest() + "\"\n")
	}
	if body.Stated() {
		b.WriteString("\n" + comment(bodyFollows+"\n\n"+body.Text, ""))
	}
	return b.String() + "---\n"
}

// texts writes the texts of a map, "" where it has none.
func texts(fields []field.Field, v reflect.Value, indent string) string {
	var b strings.Builder
	for i := range fields {
		f := &fields[i]
		if f.Key == "" || f.Body {
			continue
		}
		b.WriteString(one(f, v.Field(f.Index), indent))
	}
	return b.String()
}

func one(f *field.Field, v reflect.Value, indent string) string {
	key := indent + f.Key + ":"
	switch f.Shape {
	case field.Leaf:
		if value := v.Interface().(sheet.Value); f.Class == field.Text && value.Stated() {
			return leaf(value, f.Form, key, indent)
		}
	case field.LeafList:
		if f.Class != field.Text || v.Len() == 0 {
			return ""
		}
		text := key + "\n"
		for i := range v.Len() {
			text += comment(v.Index(i).Interface().(sheet.Value).Text, indent+"  ") + indent + "  - \"\"\n"
		}
		return text
	case field.Object:
		if short := f.Shorthand; short != nil && v.FieldByName("At").Interface().(diag.Span).IsZero() {
			value := v.Field(short.Index).Interface().(sheet.Value)
			if short.Class == field.Text && value.Stated() {
				return leaf(value, short.Form, key, indent)
			}
			return ""
		}
		if inner := texts(f.Fields, v, indent+"  "); inner != "" {
			return key + "\n" + inner
		}
	case field.ObjectList:
		return items(f, v, key, indent)
	}
	return ""
}

// items writes a list with as many items as the original's.
func items(f *field.Field, v reflect.Value, key, indent string) string {
	var b strings.Builder
	stated := false
	for i := range v.Len() {
		inner := texts(f.Fields, v.Index(i), indent+"    ")
		if inner == "" {
			b.WriteString(indent + "  - {}\n")
			continue
		}
		stated = true
		b.WriteString(indent + "  -\n" + inner)
	}
	if !stated {
		return ""
	}
	return key + "\n" + b.String()
}

// leaf writes a text as a comment and its key for the translation.
func leaf(v sheet.Value, form, key, indent string) string {
	if form == "markdown" {
		key += " |"
	}
	return comment(v.Text, indent) + key + "\n"
}

func comment(text, indent string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.TrimRight(indent+"# "+strings.TrimRight(line, "\r"), " ") + "\n")
	}
	return b.String()
}
