package sheet

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// readSheet reads a whole sheet, whose rest begins at a place of what was written.
func readSheet(data []byte, rest int, src *diag.Source, id, lang string) (*Sheet, []diag.Diagnostic, bool) {
	b, found, ok := ReadBrief(string(data[:rest]), func() string { return string(data[rest:]) }, src, id, lang)
	return b.Sheet(), found, ok
}

// writtenAgain reads a sheet that it has written.
func writtenAgain(s *Sheet, found []diag.Diagnostic) (*Sheet, []diag.Diagnostic, bool) {
	data, rest := s.Append(nil, found)
	return readSheet(data, rest, s.Source, s.ID, s.Lang)
}

// sameAgain fails unless a file that is written and read is what was parsed.
func sameAgain(t *testing.T, src *diag.Source, lang string) {
	t.Helper()
	s, found := Parser{}.Sheet(src, "a", lang)
	again, foundAgain, ok := writtenAgain(s, found)
	if !ok || !reflect.DeepEqual(again, s) || len(found)+len(foundAgain) > 0 && !reflect.DeepEqual(foundAgain, found) {
		t.Errorf("%s as a sheet: %v\n%s", src.Path, ok, differences(*again, *s))
	}
	p, found := Parser{}.Page(src, "a", lang)
	pageAgain, foundAgain, ok := ReadPage(string(p.Append(nil, found)), src, "a", lang)
	if !ok || !reflect.DeepEqual(pageAgain, p) || len(found)+len(foundAgain) > 0 && !reflect.DeepEqual(foundAgain, found) {
		t.Errorf("%s as a page: %v\n%s", src.Path, ok, differences(*pageAgain, *p))
	}
}

// differences names the members in which two structs differ.
func differences(got, want any) string {
	var b strings.Builder
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		if a, b2 := fmt.Sprintf("%+v", g.Field(i)), fmt.Sprintf("%+v", w.Field(i)); a != b2 {
			fmt.Fprintf(&b, "%s: %s\nnot %s\n", g.Type().Field(i).Name, a, b2)
		}
	}
	return b.String()
}

// TestReadAgain holds that every file of the repository's catalogue and of the tests' is read as it was parsed.
func TestReadAgain(t *testing.T) {
	count := 0
	add := func(path, text string) {
		if strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".yaml") {
			sameAgain(t, diag.NewSource(path, text), "de")
			count++
		}
	}
	for _, root := range []string{"../../content", "../check/testdata", "../site/testdata", "../render/testdata"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			if filepath.Ext(path) == ".txtar" {
				for _, f := range txtar.Parse(text).Files {
					add(path+"/"+f.Name, string(f.Data))
				}
			} else {
				add(path, string(text))
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	if count < 300 {
		t.Errorf("only %d files", count)
	}
}

// fill gives every part of a struct a value of its own, lists two items.
func fill(v reflect.Value, src *diag.Source, n *int) {
	next := func() int { *n++; return *n % 1000 }
	switch v.Interface().(type) {
	case Value:
		v.Set(reflect.ValueOf(Value{Text: fmt.Sprint("text ", next()), Lang: "de", Span: src.Span(next(), 2000)}))
		return
	case diag.Span:
		v.Set(reflect.ValueOf(src.Span(next(), 2000)))
		return
	case *diag.Source:
		v.Set(reflect.ValueOf(src))
		return
	case field.Pair:
		v.Set(reflect.ValueOf(field.Pair{Key: fmt.Sprint("key ", next()), KeySpan: src.Span(next(), 2000), Value: Value{Text: "x", Lang: "de", Span: src.Span(1, 2)}}))
		return
	case markdown.Kind:
		v.Set(reflect.ValueOf(markdown.Reference))
		return
	case markdown.RepairKind:
		v.Set(reflect.ValueOf(markdown.FrenchSpace))
		return
	case markdown.Target:
		v.Set(reflect.ValueOf(markdown.Sheet))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), src, n)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), src, n)
		fill(v.Index(1), src, n)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf(fmt.Sprint("lost ", next())), reflect.ValueOf(true))
	case reflect.String:
		v.SetString(fmt.Sprint("string ", next()))
	case reflect.Int:
		v.SetInt(int64(next()))
	case reflect.Bool:
		v.SetBool(true)
	}
}

// TestEveryField holds that no field is forgotten, of whatever shape.
func TestEveryField(t *testing.T) {
	src := diag.NewSource("a", string(make([]byte, 2000)))
	n := 0
	s := &Sheet{}
	fill(reflect.ValueOf(s).Elem(), src, &n)
	s.Source, s.Lang = src, "de"
	found := []diag.Diagnostic{rule.UnknownKey.At(src.Span(1, 2), "key", "x")}
	again, foundAgain, ok := writtenAgain(s, found)
	if !ok || !reflect.DeepEqual(again, s) || !reflect.DeepEqual(foundAgain, found) {
		t.Error(differences(*again, *s))
	}
	p := &Page{}
	fill(reflect.ValueOf(p).Elem(), src, &n)
	p.Source, p.Lang, p.Made = src, "de", false // such a page is no file
	if again, _, ok := ReadPage(string(p.Append(nil, nil)), src, p.ID, p.Lang); !ok || !reflect.DeepEqual(again, p) {
		t.Error(differences(*again, *p))
	}
}

// TestDamagedWire holds that a damaged file is noticed or gives some sheet, and never breaks the program.
func TestDamagedWire(t *testing.T) {
	src := diag.NewSource("a", string(make([]byte, 2000)))
	n := 0
	s := &Sheet{}
	fill(reflect.ValueOf(s).Elem(), src, &n)
	data, rest := s.Append(nil, []diag.Diagnostic{rule.UnknownKey.At(src.Span(1, 2), "key", "x")})
	for i := range data {
		if _, _, ok := readSheet(data[:i], min(i, rest), src, "a", "de"); ok && i < rest {
			t.Fatalf("the first %d bytes of %d are taken for whole", i, rest)
		}
		for _, c := range []byte{0, 1, 0x7F, 0xFF} {
			was := data[i]
			data[i] = c
			readSheet(data, rest, src, "a", "de")
			ReadPage(string(data), src, "a", "de")
			data[i] = was
		}
	}
}

// TestBrief holds that what is known of a sheet without reading it is what it says.
func TestBrief(t *testing.T) {
	src := diag.NewSource("a", string(make([]byte, 2000)))
	n := 0
	s := &Sheet{}
	fill(reflect.ValueOf(s).Elem(), src, &n)
	s.Source, s.Lang = src, "de"
	b := s.Brief()
	whole, brief := reflect.ValueOf(*s), reflect.ValueOf(*b)
	for i, place := range briefed() {
		if place == nil {
			continue
		}
		name := whole.Type().Field(Fields()[i].Index).Name
		if got, want := brief.FieldByIndex(place).Interface(), whole.FieldByName(name).Interface(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, not %v", name, got, want)
		}
	}
	if !reflect.DeepEqual(b.Tracks(), s.Tracks()) || len(b.Tracks()) < 10 {
		t.Errorf("%v, not %v", b.Tracks(), s.Tracks())
	}
	terms, found := map[string]bool{}, map[string]bool{}
	for i := range field.Walk(Fields(), s) {
		if i.Field.Form == "term" {
			terms[i.Field.Of+" "+i.Value.Text] = true
		}
	}
	b.Terms(func(scheme, key string) { found[scheme+" "+key] = true })
	if !reflect.DeepEqual(terms, found) {
		t.Errorf("terms %v, not %v", found, terms)
	}
	if b.Of != s.Translation.Of.Text || b.ReviewBy != s.Contact.ReviewBy.Text || b.Effort != s.Transferability.Effort.Text || b.IsTranslation() != s.IsTranslation() ||
		b.Parts != 0xFF || !reflect.DeepEqual(b.Pictures, []string{s.Images[0].File.Text, s.Images[1].File.Text}) {
		t.Errorf("%+v", b)
	}
}

// TestNoFacts holds that translations have no facts but in the whole sheet, and that originals have their own.
func TestNoFacts(t *testing.T) {
	read := func(front string) *Brief {
		s, _ := Parser{}.Sheet(diag.NewSource("a", "---\n"+front+"\n---\n[x](sheet:b) [y](sheet:b#c)\n"), "a", "de")
		return s.Brief()
	}
	none := read("title: a\ntranslation: {of: fr, state: {title: \"00000000\"}}")
	if none.Facts != &noFacts || none.Of != "fr" || !none.IsTranslation() || len(none.Refs) != 1 || none.Refs[0] != "b" {
		t.Errorf("%+v", none)
	}
	if tracks := none.Tracks(); len(tracks) != 2 || tracks[0] != (Track{"title", "\x01", "00000000"}) || tracks[1].Digest != "" {
		t.Errorf("%v", tracks)
	}
	for _, front := range []string{"type: event", "transferability: {effort: low}", "contact: {review_by: 2027-01-01}"} {
		if b := read(front); b.Facts == &noFacts {
			t.Errorf("%s: no facts", front)
		}
	}
	repeated := read("type: event\nthemes: [a]\ncarrier: {name: b}\nadopted: [{sheet: c}]\ntranslation: {of: fr}")
	if repeated.Facts != &noFacts || repeated.Carrier.Name.Text != "b" || len(repeated.Adopted) != 1 {
		t.Errorf("a translation: %+v", repeated)
	}
	if s := repeated.Sheet(); s.Type.Text != "event" || len(s.Themes) != 1 || !reflect.DeepEqual(repeated.Alone().Sheet(), s) || repeated.Alone().Type.Text != "event" {
		t.Errorf("a translation, whole: %+v", s)
	}
	if !reflect.DeepEqual(noFacts, Facts{}) {
		t.Errorf("%+v", noFacts)
	}
}

// TestShown holds that nothing but the places of a file is missing in what pages show.
func TestShown(t *testing.T) {
	src := diag.NewSource("a", string(make([]byte, 2000)))
	n := 0
	s := &Sheet{}
	fill(reflect.ValueOf(s).Elem(), src, &n)
	s.Source, s.Lang = src, "de"
	got := s.Brief().Shown()
	s.File = File{Lang: s.Lang, ID: s.ID, Source: s.Source, Lost: s.Lost, Lead: s.Lead}
	if !reflect.DeepEqual(got, s) {
		t.Error(differences(*got, *s))
	}
}
