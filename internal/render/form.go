package render

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/describe"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A formPart is a fieldset of the form for new sheets.
type formPart struct {
	Key    string
	Number int // of the eight parts, from 1; 0 for the others
	Legend string
	Hint   Text
	Inputs []formInput
}

// A formInput asks for one field. Those of a group, and of a row of a list, are in
// Inputs. The script reads the same tree back from the page, by data attributes.
type formInput struct {
	Kind      string // line, text, choice, choices, check, list (of one Inputs), group, rows
	Key       string
	ID        string // "f-carrier-name"; in a list "f-partners-0-name"
	Label     string
	Hint      Text
	Form      string // that the value is checked against
	Type      string // of the <input>
	Required  string // for which types of entry, with blanks between them, or row
	Or        string // the key beside it that will do as well
	Shorthand string // of a group: the key of the value that may stand for it alone; "." for one without a key
	Options   []option
	Inputs    []formInput
	Alone     bool // the only one of its part, whose legend is its label
}

type option struct {
	Value  string
	Label  Text
	Chosen bool
}

// notAsked are fields that editors or the program fill in, or that a form can't send.
var notAsked = []string{"images", "published", "updated", "reviewed", "slug", "aliases", "translation"}

// partOf are the fieldsets of fields that are no part of the form themselves.
var partOf = map[string]string{
	"type": "basics", "title": "basics", "summary": "basics",
	"period": "glance", "status": "glance", "themes": "glance", "audience": "glance", "offered_languages": "glance",
	"figures": "outcome", "adopted": "transferability", "activities": "activities",
}

// required says for which types of entry a field has to be filled in, as `check` does; "row" is in
// a row in which anything else stands.
var required = map[string]string{
	"type": "sheet example partnership event", "title": "sheet example partnership event",
	"description": "example", "period.from": "event", "activities": "partnership",
	"activities.title": "row", "partners.name": "row", "figures.label": "row", "figures.value": "row", "adopted.place": "row", "links.label": "row",
}

// instead are the keys beside a required field of which one will do as well.
var instead = map[string]string{"activities.title": "kind", "partners.name": "place"}

// formParts are all fieldsets, in the order of the format, which is that of the file.
func (c *context) formParts() []formPart {
	var parts []formPart
	fields := sheet.Fields()
	for i := range fields {
		f := &fields[i]
		if slices.Contains(notAsked, f.Path) {
			continue
		}
		key := c.partKey(f.Key)
		if len(parts) == 0 || parts[len(parts)-1].Key != key {
			parts = append(parts, c.formPart(key, f))
		}
		p := &parts[len(parts)-1]
		p.Inputs = append(p.Inputs, c.formInput(f, "f", p.Key == f.Key, 0))
	}
	for i := range parts {
		p := &parts[i]
		p.Inputs[0].Alone = len(p.Inputs) == 1 && p.Inputs[0].Kind == "text"
	}
	return parts
}

func (c *context) partKey(key string) string {
	if slices.Contains(catalogue.Parts, key) {
		return key
	}
	if part := partOf[key]; part != "" {
		return part
	}
	return "further"
}

// formPart heads a fieldset with its first field.
func (c *context) formPart(key string, f *field.Field) formPart {
	p := formPart{Key: key, Number: slices.Index(catalogue.Parts, key) + 1}
	switch {
	case key == f.Key:
		p.Legend, p.Hint = c.Field(key), c.hint(f.Path)
	case key == "basics":
		p.Legend = c.T("submit.basics")
	case key == "glance":
		p.Legend = c.T("sheet.glance")
	default:
		p.Legend = c.T("submit.further")
	}
	return p
}

// hint is what belongs into a field, in English where the language of the page has no such words.
func (c *context) hint(path string) Text {
	t := describe.Form(path)
	switch text := t.In(c.Lang); {
	case text == "":
		return Text{}
	case c.Lang != "de" && c.Lang != "fr" && c.Lang != "en":
		return Text{text, "en", "ltr"}
	default:
		return Text{Text: text}
	}
}

// formInput makes an input of a field; in is the beginning of its id. headed is whether
// its fieldset says already what it is. depth counts the lists around it.
func (c *context) formInput(f *field.Field, in string, headed bool, depth int) formInput {
	i := formInput{Key: f.Key, ID: in + "-" + f.Key, Form: f.Form, Label: c.Field(f.Path), Required: required[f.Path], Or: instead[f.Path]}
	if !headed || f.Shape == field.Leaf && f.Form != "markdown" {
		i.Hint = c.hint(f.Path)
	}
	switch f.Shape {
	case field.Object:
		i.Kind, i.Inputs = "group", c.members(f, i.ID, depth)
		if f.Shorthand != nil {
			i.Shorthand = f.Shorthand.Key
			if i.Shorthand == "" {
				i.Shorthand = "."
			}
		}
	case field.ObjectList:
		i.Kind, i.Inputs = "rows", c.members(f, i.ID+"-0", depth+1)
	case field.LeafList:
		c.leaves(f, &i, depth)
	default:
		c.leaf(f, &i)
	}
	return i
}

func (c *context) members(f *field.Field, in string, depth int) []formInput {
	var inputs []formInput
	for k := range f.Fields {
		if m := &f.Fields[k]; m.Key != "" && !slices.Contains(notAsked, m.Path) && (m.Form != "sheet" || c.choosable()) {
			inputs = append(inputs, c.formInput(m, in, m.Path == f.Path, depth))
		}
	}
	return inputs
}

// leaves asks for a list of values: boxes to tick where they are terms, else as many inputs as are
// wanted. In a row of a list one value will do.
func (c *context) leaves(f *field.Field, i *formInput, depth int) {
	item := *f
	item.Shape = field.Leaf
	switch {
	case f.Form == "term" && !f.One:
		i.Kind, i.Options = "choices", c.options(f)
	case depth > 0:
		c.leaf(&item, i)
	default:
		one := formInput{Key: "0", ID: i.ID + "-0", Form: f.Form, Label: i.Label}
		c.leaf(&item, &one)
		i.Kind, i.Inputs = "list", []formInput{one}
	}
}

// inputTypes are the types of <input> that help with a form of value.
var inputTypes = map[string]string{"url": "url", "email": "email", "phone": "tel", "day": "date"}

func (c *context) leaf(f *field.Field, i *formInput) {
	i.Kind, i.Type = "line", "text"
	if t := inputTypes[f.Form]; t != "" {
		i.Type = t
	}
	switch f.Form {
	case "markdown":
		i.Kind = "text"
	case "bool":
		i.Kind = "check"
	case "enum", "term", "lang", "sheet":
		i.Kind, i.Options = "choice", c.options(f)
	}
}

// options are the values that a field may have, with their labels.
func (c *context) options(f *field.Field) []option {
	var all []option
	switch f.Form {
	case "enum":
		for _, v := range f.Values() {
			all = append(all, option{Value: v, Label: Text{Text: c.Value(f.Key, v)}})
		}
	case "lang":
		for _, code := range c.Languages() {
			all = append(all, option{Value: code, Label: Text{Text: c.LanguageName(code)}})
		}
	case "term":
		if c.choices == nil {
			c.choices = map[string][]option{}
		}
		if c.choices[f.Of] == nil {
			c.choices[f.Of] = c.termOptions(f.Of)
		}
		all = c.choices[f.Of]
	case "sheet":
		for _, e := range c.catalogue.Entries {
			all = append(all, option{Value: e.ID, Label: c.text(e.Title(c.Lang))})
		}
		locale.Sort(c.Locale, all, func(o option) string { return o.Label.Text })
	}
	return all
}

// choosable reports whether a reader can choose from all entries by their titles. Of more than these a form can
// ask for none: whoever submits does not know their ids, and the page would grow with the catalogue.
func (c *context) choosable() bool { return len(c.catalogue.Entries) <= 300 }

// termOptions lists the terms of a vocabulary: places by name, all else in the order that its editors gave it.
func (c *context) termOptions(scheme string) []option {
	s := c.catalogue.Vocabulary.Scheme(scheme)
	if s == nil {
		return nil
	}
	all := make([]option, len(s.Terms))
	for i, t := range s.Terms {
		all[i] = option{Value: t.Key, Label: c.text(t.Name(c.Lang))}
	}
	if scheme == "places" {
		locale.Sort(c.Locale, all, func(o option) string { return o.Label.Text })
	}
	return all
}

// Rows reports whether the input is a list that can grow.
func (i formInput) Rows() bool { return i.Kind == "rows" || i.Kind == "list" }

// Described lists the ids of what explains the input.
func (i formInput) Described() string {
	if i.Hint.Text == "" {
		return ""
	}
	return strings.Join([]string{i.ID, "hint"}, "-")
}
