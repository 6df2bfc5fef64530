package field

import (
	"reflect"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A Decoder fills a struct from the tree of its front matter. What does not
// fit is a finding; as much as can be understood is kept all the same, so that
// one fault hides no other.
type Decoder struct {
	Lang     string            // of the texts
	Labels   map[string]string // keys by what editors may write instead, folded by suggest.Fold
	Keys     []Key             // where the keys stand, nested ones too, but not those of lists' items
	Findings []diag.Diagnostic
	Lost     yamlnode.Lost // top-level keys of which something did not fit, or that an unknown key probably meant
}

// lose notes that something of the field at a dotted path was not understood.
func (d *Decoder) lose(path string) {
	if d.Lost == nil {
		d.Lost = yamlnode.Lost{}
	}
	top, _, _ := strings.Cut(path, ".")
	d.Lost[top] = true
}

// Decode fills a struct, to which target points, from a map; anything else
// than a map leaves it empty.
func (d *Decoder) Decode(fields []Field, n *yamlnode.Node, target any) {
	if n != nil && n.Kind == yamlnode.Map {
		d.object(fields, n, reflect.ValueOf(target).Elem(), "", false)
	}
}

func (d *Decoder) report(f diag.Diagnostic) { d.Findings = append(d.Findings, f) }

func (d *Decoder) object(fields []Field, n *yamlnode.Node, v reflect.Value, path string, inList bool) {
	last := 0
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		if i > 0 && decimals(n.Pairs[i-1].Value, pair) {
			span := n.Pairs[i-1].Value.Span
			span.End = pair.KeySpan.End
			whole, part, _ := strings.Cut(span.Source.Text()[span.Start:span.End], ",")
			d.report(rule.NumberForm.At(span, "value", whole+","+part).Suggest(whole + "." + part))
			continue
		}
		at := findFrom(fields, pair.Key, last)
		if at < 0 {
			if !inList {
				d.Keys = append(d.Keys, Key{path + pair.Key, pair.KeySpan})
			}
			d.unknown(fields, *pair, path)
			continue
		}
		f := &fields[at]
		if last = at; !inList {
			d.Keys = append(d.Keys, Key{f.key, pair.KeySpan})
		}
		d.field(f, pair.Value, v.Field(f.Index), f.key, inList)
	}
}

// decimals reports whether a key is what a comma between braces has torn off a
// number: {value: 1,5}.
func decimals(before *yamlnode.Node, pair *yamlnode.Pair) bool {
	number := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return pair.Value.Kind == yamlnode.Null && number(pair.Key) && before.Kind == yamlnode.Scalar &&
		number(strings.TrimPrefix(before.Text(), "-")) && pair.KeySpan.Start == before.Span.End+1 && pair.KeySpan.Source.Text()[before.Span.End] == ','
}

func find(fields []Field, key string) *Field {
	if i := findFrom(fields, key, 0); i >= 0 {
		return &fields[i]
	}
	return nil
}

// findFrom returns the index of the field with a key, -1 where there is none. It begins at the one that was found last: most keys
// stand in the order of the format.
func findFrom(fields []Field, key string, last int) int {
	for n := range fields {
		i := last + n
		if i >= len(fields) {
			i -= len(fields)
		}
		if f := &fields[i]; f.Key == key && key != "" && !f.Body {
			return i
		}
	}
	return -1
}

// unknown reports a key that the format does not have, with the one that was
// probably meant: by its label in some language, or by spelling.
func (d *Decoder) unknown(fields []Field, pair yamlnode.Pair, path string) {
	var keys []string
	for _, f := range fields {
		if f.Key != "" && !f.Body {
			keys = append(keys, f.Key)
		}
	}
	word, rest, tight := strings.Cut(pair.Key, ":") // {url:https://…} and title:"…
	near := d.Labels[suggest.Fold(word)]
	switch {
	case tight && find(fields, word) != nil:
		near = word + ": " + strings.TrimLeft(rest, `"'`)
	case find(fields, near) == nil:
		near = suggest.Nearest(pair.Key, keys)
	}
	if path+near != "" {
		key, _, _ := strings.Cut(near, ":")
		d.lose(path + key)
	}
	d.report(rule.UnknownKey.At(pair.KeySpan, "key", pair.Key, "keys", strings.Join(keys, ", ")).Suggest(near))
}

func (d *Decoder) field(f *Field, n *yamlnode.Node, v reflect.Value, path string, inList bool) {
	if n.Kind == yamlnode.Null {
		return
	}
	switch f.Shape {
	case Leaf:
		if n.Kind != yamlnode.Scalar {
			d.wrongType(n, &rule.ExpectedText, path)
			return
		}
		*v.Addr().Interface().(*Value) = d.value(n)
	case LeafList:
		*v.Addr().Interface().(*[]Value) = d.list(f, n, path)
	case Object:
		switch {
		case n.Kind == yamlnode.Map:
			f.place(v, n)
			d.object(f.Fields, n, v, path+".", inList)
		case n.Kind == yamlnode.Scalar && f.Shorthand != nil:
			*v.Field(f.Shorthand.Index).Addr().Interface().(*Value) = d.value(n)
		default:
			d.wrongType(n, &rule.ExpectedFields, path, namely(f, n))
		}
	case ObjectList:
		d.objects(f, n, v, path)
	case Pairs, Texts, TextLists:
		if f.One && n.Kind != yamlnode.Map {
			v.Set(reflect.ValueOf(d.plain(f, n, path)).Convert(v.Type()))
			return
		}
		v.Set(reflect.ValueOf(d.pairs(n, f.Shape, path)).Convert(v.Type()))
	}
}

// place notes in a struct of the field where it stands.
func (f *Field) place(v reflect.Value, n *yamlnode.Node) {
	if f.At >= 0 {
		*v.Field(f.At).Addr().Interface().(*diag.Span) = n.Span
	}
}

func (d *Decoder) value(n *yamlnode.Node) Value {
	return Value{Text: strings.TrimSpace(n.Value), Lang: d.Lang, Span: n.Span}
}

// list reads a list of values, or one where the format has one or a list. Another
// text where a list belongs is read as its items with commas between them.
func (d *Decoder) list(f *Field, n *yamlnode.Node, path string) []Value {
	var values []Value
	switch n.Kind {
	case yamlnode.List:
		for i, item := range n.Items {
			if item.Kind != yamlnode.Scalar {
				d.wrongType(item, &rule.ExpectedText, path)
				continue
			}
			if values == nil {
				values = make([]Value, 0, len(n.Items)-i)
			}
			values = append(values, d.value(item))
		}
	case yamlnode.Scalar:
		if f.One && !strings.Contains(n.Text(), ",") {
			return []Value{d.value(n)}
		}
		items := strings.FieldsFunc(n.Text(), func(r rune) bool { return r == ',' || r == ';' })
		for i := range items {
			items[i] = strings.TrimSpace(items[i])
			values = append(values, Value{items[i], d.Lang, n.Span})
		}
		d.report(rule.ListAsText.At(n.Span).Suggest("[" + strings.Join(items, ", ") + "]"))
	default:
		d.wrongType(n, &rule.ExpectedList, path)
	}
	return values
}

// objects reads a list of maps; a map where the dash was forgotten is read
// as a list of one.
func (d *Decoder) objects(f *Field, n *yamlnode.Node, v reflect.Value, path string) {
	items := n.Items
	if n.Kind != yamlnode.List {
		d.wrongType(n, &rule.ExpectedList, path)
		if n.Kind != yamlnode.Map {
			return
		}
		items = []*yamlnode.Node{n}
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		if item.Kind != yamlnode.Map {
			d.wrongType(item, &rule.ExpectedFields, path, namely(f, item))
			continue
		}
		f.place(list.Index(i), item)
		d.object(f.Fields, item, list.Index(i), path+".", true)
	}
	v.Set(list)
}

// pairs reads a map with keys of the editor's own; those of texts are their languages.
func (d *Decoder) pairs(n *yamlnode.Node, shape Shape, path string) []Pair {
	if n.Kind != yamlnode.Map {
		d.wrongType(n, &rule.ExpectedFields, path, inside("de", n))
		return nil
	}
	pairs := slices.Grow([]Pair(nil), len(n.Pairs))
	for _, p := range n.Pairs {
		pair := Pair{Key: p.Key, KeySpan: p.KeySpan}
		in := Decoder{Lang: d.Lang}
		if shape != Pairs {
			in.Lang = p.Key
		}
		switch {
		case p.Value.Kind == yamlnode.Null:
		case shape == TextLists:
			pair.List = in.list(&Field{}, p.Value, path)
		case p.Value.Kind == yamlnode.Scalar:
			pair.Value = in.value(p.Value)
		default:
			in.wrongType(p.Value, &rule.ExpectedText, path)
		}
		d.Findings = append(d.Findings, in.Findings...)
		if in.Lost != nil {
			d.lose(path)
		}
		pairs = append(pairs, pair)
	}
	return pairs
}

// plain reads a text, or a list of texts, without a language where a map by languages may stand.
func (d *Decoder) plain(f *Field, n *yamlnode.Node, path string) []Pair {
	switch {
	case f.Shape == TextLists:
		return []Pair{{KeySpan: n.Span, List: d.list(&Field{One: true}, n, path)}}
	case n.Kind == yamlnode.Scalar:
		return []Pair{{KeySpan: n.Span, Value: d.value(n)}}
	}
	d.wrongType(n, &rule.ExpectedText, path)
	return nil
}

// wrongType reports a value of another shape than the field's, on its first line, with
// what may be meant.
func (d *Decoder) wrongType(n *yamlnode.Node, r *diag.Rule, path string, near ...string) {
	d.lose(path)
	at := n.Span
	if n.Kind == yamlnode.Map || n.Kind == yamlnode.List {
		at = at.FirstLine()
	}
	d.report(r.At(at).Suggest(strings.Join(near, "")))
}
