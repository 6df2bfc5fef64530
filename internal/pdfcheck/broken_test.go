package pdfcheck

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// sound makes a file that keeps all rules, with one of everything.
func sound(t *testing.T) []byte {
	t.Helper()
	d := pdf.New(pdf.Info{Title: "Title", Lang: "en", Created: time.Unix(1e9, 0)})
	font, err := d.AddFont(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	page, y := d.AddPage(300, 500), 0.0
	say := func(e *pdf.Element, s string) {
		y += 20
		page.In(e)
		var glyphs []pdf.Glyph
		for _, r := range s { // this font's glyphs follow the characters
			glyphs = append(glyphs, pdf.Glyph{ID: uint16(r - ' ' + 3), Text: string(r), Advance: 500})
		}
		page.Text(font, 12, 10, y, glyphs)
	}
	root := d.Root()
	var top pdf.Anchor
	page.Anchor(&top, 0, 0)
	d.Bookmark(1, "First", &top)
	say(root.Add("H1"), "First")
	say(root.Add("H2"), "Second")
	p := root.Add("P")
	say(p, "Text")
	link := p.Inline("Link")
	say(link, "link")
	page.Link(link, 10, y, 20, 10, "https://example.org/", "Example")
	item := root.Add("L").Add("LI")
	say(item.Add("Lbl"), "1")
	say(item.Add("LBody"), "Item")
	table := root.Add("Table")
	head := table.Add("THead").Add("TR").Add("TH")
	head.Scope = "Column"
	say(head, "Head")
	say(table.Add("TBody").Add("TR").Add("TD"), "Cell")
	say(root.Add("TOC").Add("TOCI"), "Entry")
	figure := root.Add("Figure")
	figure.Alt = "A square"
	page.In(figure)
	page.Rect(200, 200, 10, 10)
	say(root.Add("Note"), "One")
	say(root.Add("Note"), "Two")
	page.In(nil)
	page.Rect(0, 400, 300, 1)
	return d.Bytes()
}

// A victim is a file that a test breaks.
type victim struct {
	*testing.T
	*model.Context
}

func (v *victim) dict(o types.Object) types.Dict {
	v.Helper()
	d, err := v.DereferenceDict(o)
	if err != nil || d == nil {
		v.Fatalf("%v is no dictionary: %v", o, err)
	}
	return d
}

// find returns the first object that is a dictionary with an entry.
func (v *victim) find(key, value string) types.Dict {
	v.Helper()
	for n := range v.MaxObjNr + 1 {
		object, err := v.Dereference(*types.NewIndirectRef(n, 0))
		if err != nil {
			v.Fatal(err)
		}
		d, ok := object.(types.Dict)
		if sd, isStream := object.(types.StreamDict); isStream {
			d, ok = sd.Dict, true
		}
		if ok && name(d[key]) == value {
			return d
		}
	}
	v.Fatalf("nothing has %s %s", key, value)
	return nil
}

func (v *victim) element(tag string) types.Dict { return v.find("S", tag) }

// stream changes what stands in a stream.
func (v *victim) stream(o types.Object, change func(string) string) {
	v.Helper()
	if a, ok := o.(types.Array); ok {
		o = a[0]
	}
	ref, ok := o.(types.IndirectRef)
	if !ok {
		v.Fatalf("%v is no reference", o)
	}
	entry := v.Table[ref.ObjectNumber.Value()]
	sd := entry.Object.(types.StreamDict)
	if err := sd.Decode(); err != nil {
		v.Fatal(err)
	}
	text := change(string(sd.Content))
	if text == string(sd.Content) {
		v.Fatal("nothing was changed")
	}
	sd.Content = []byte(text)
	entry.Object = sd
}

func replaced(old, by string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, by, 1) }
}

// content changes the content of the page.
func (v *victim) content(change func(string) string) {
	v.stream(v.find("Type", "Page")["Contents"], change)
}

// rename makes another type of the first element of one.
func (v *victim) rename(tag, to string) { v.element(tag)["S"] = types.Name(to) }

// roles maps types.
func (v *victim) roles(pairs ...string) {
	roles := types.Dict{}
	for i := 0; i < len(pairs); i += 2 {
		roles[pairs[i]] = types.Name(pairs[i+1])
	}
	v.dict(v.RootDict["StructTreeRoot"])["RoleMap"] = roles
}

func (v *victim) cid() types.Dict        { return v.find("Subtype", "CIDFontType2") }
func (v *victim) descriptor() types.Dict { return v.find("Type", "FontDescriptor") }

// unicode makes the first glyph of the font stand for something else.
func (v *victim) unicode(digits string) {
	line := regexp.MustCompile(`(?m)^(<[0-9A-F]{4}>) <[0-9A-F]{4}>$`)
	v.stream(v.find("Subtype", "Type0")["ToUnicode"], func(s string) string {
		first := true
		return line.ReplaceAllStringFunc(s, func(m string) string {
			if !first || strings.HasSuffix(m, "<FFFF>") {
				return m
			}
			first = false
			return m[:7] + "<" + digits + ">"
		})
	})
}

// breaks are what is done to a sound file, by the failure that it must be found
// as. "absent" is what may not be in a file, for its own rules are not checked.
var breaks = map[string]func(v *victim){
	"01-003": func(v *victim) {
		v.content(replaced("BDC\n", "BDC\n/Artifact BMC\nEMC\n"))
	},
	"01-004":              func(v *victim) { v.content(func(s string) string { return "/Artifact BMC\n" + s + "EMC\n" }) },
	"01-005":              func(v *victim) { v.content(replaced("/Artifact <</Type/Layout>> BDC", "")) },
	"01-005 text":         func(v *victim) { v.content(replaced("/P <</MCID 2>> BDC", "")) },
	"01-005 no element":   func(v *victim) { v.element("P")["K"] = types.Array{} },
	"01-005 two elements": func(v *victim) { v.element("P")["K"] = types.Array{types.Integer(0)} },
	"01-005 no tree":      func(v *victim) { delete(v.RootDict, "StructTreeRoot") },
	"01-007":              func(v *victim) { v.dict(v.RootDict["MarkInfo"])["Suspects"] = types.Boolean(true) },
	"02-001":              func(v *victim) { v.rename("P", "Chapter") },
	"02-001 mapped":       func(v *victim) { v.rename("P", "Chapter"); v.roles("Chapter", "Book") },
	"02-003":              func(v *victim) { v.rename("P", "Chapter"); v.roles("Chapter", "Book", "Book", "Chapter") },
	"02-004":              func(v *victim) { v.roles("P", "H1") },
	"06-001":              func(v *victim) { delete(v.RootDict, "Metadata") },
	"06-001 not marked":   func(v *victim) { delete(v.RootDict, "MarkInfo") },
	"06-002":              func(v *victim) { v.stream(v.RootDict["Metadata"], replaced("pdfuaid:part", "part")) },
	"06-003":              func(v *victim) { v.stream(v.RootDict["Metadata"], replaced("<dc:title>", "<dc:name>")) },
	"07-001":              func(v *victim) { delete(v.dict(v.RootDict["ViewerPreferences"]), "DisplayDocTitle") },
	"07-002":              func(v *victim) { v.dict(v.RootDict["ViewerPreferences"])["DisplayDocTitle"] = types.Boolean(false) },
	"09-004":              func(v *victim) { v.rename("THead", "Sect") },
	"09-004 cell":         func(v *victim) { v.rename("TR", "P") },
	"09-005":              func(v *victim) { v.rename("LI", "P") },
	"09-005 item":         func(v *victim) { v.rename("L", "Sect") },
	"09-006":              func(v *victim) { v.rename("TOC", "Sect") },
	"09-006 kid":          func(v *victim) { v.rename("TOCI", "P") },
	"09-007":              func(v *victim) { v.rename("P", "RB") },
	"09-008":              func(v *victim) { v.rename("P", "WT") },
	"10-001":              func(v *victim) { v.unicode("") },
	"11-001":              func(v *victim) { delete(v.RootDict, "Lang") },
	"11-001 no tag":       func(v *victim) { v.element("P")["Lang"] = types.StringLiteral("de_DE!") },
	"11-002":              func(v *victim) { delete(v.RootDict, "Lang") },
	"11-003":              func(v *victim) { delete(v.RootDict, "Lang") },
	"11-004":              func(v *victim) { delete(v.RootDict, "Lang") },
	"11-006":              func(v *victim) { delete(v.RootDict, "Lang") },
	"13-004":              func(v *victim) { delete(v.element("Figure"), "Alt") },
	"14-002":              func(v *victim) { v.rename("H1", "P") },
	"14-003":              func(v *victim) { v.rename("H2", "H3") },
	"14-006":              func(v *victim) { v.rename("H1", "H"); v.rename("H2", "H") },
	"14-007":              func(v *victim) { v.rename("H2", "H") },
	"15-003":              func(v *victim) { delete(v.element("TH"), "A") },
	"17-002":              func(v *victim) { v.rename("P", "Formula") },
	"19-003":              func(v *victim) { delete(v.element("Note"), "ID") },
	"19-004":              func(v *victim) { v.rename("P", "Note"); v.element("Note")["ID"] = v.second("Note")["ID"] },
	"28-008":              func(v *victim) { delete(v.find("Type", "Page"), "Tabs") },
	"28-009":              func(v *victim) { v.find("Type", "Page")["Tabs"] = types.Name("R") },
	"28-011":              func(v *victim) { v.rename("Link", "Span") },
	"28-012":              func(v *victim) { delete(v.find("Subtype", "Link"), "Contents") },
	"31-004":              func(v *victim) { v.cid()["CIDToGIDMap"] = types.Name("Other") },
	"31-005":              func(v *victim) { delete(v.cid(), "CIDToGIDMap") },
	"31-006":              func(v *victim) { v.find("Subtype", "Type0")["Encoding"] = types.Name("Own") },
	"31-009":              func(v *victim) { delete(v.descriptor(), "FontFile2") },
	"31-011":              func(v *victim) { v.content(replaced("[(\x00", "[(\xf0")) },
	"31-016":              func(v *victim) { v.cid()["W"] = types.Array{} },
	"31-027":              func(v *victim) { delete(v.find("Subtype", "Type0"), "ToUnicode") },
	"31-028":              func(v *victim) { v.unicode("0000") },
	"31-029":              func(v *victim) { v.unicode("FEFF") },
	"31-030":              func(v *victim) { v.content(replaced("[(", "[(\x00\x00")) },
	"table":               func(v *victim) { delete(v.second("TR"), "K") },
	"link":                func(v *victim) { v.element("P")["S"] = types.Name("Link") },
	"absent: optional":    func(v *victim) { v.RootDict["OCProperties"] = types.Dict{} },
	"absent: a form":      func(v *victim) { v.RootDict["AcroForm"] = types.Dict{} },
	"absent: an attached": func(v *victim) { v.RootDict["AF"] = types.Array{} },
	"absent: an embedded": func(v *victim) { v.RootDict["Names"] = types.Dict{"EmbeddedFiles": types.Dict{}} },
	"absent: encryption":  func(v *victim) { v.Encrypt = &types.IndirectRef{} },
	"absent: an annot":    func(v *victim) { v.find("Subtype", "Link")["Subtype"] = types.Name("Text") },
	"absent: an XObject":  func(v *victim) { v.content(func(s string) string { return s + "/Fm1 Do\n" }) },
	"absent: a font of":   func(v *victim) { v.find("Subtype", "Type0")["Subtype"] = types.Name("TrueType") },
	"absent: a font with": func(v *victim) { v.find("Subtype", "Type0")["Encoding"] = types.Name("Own") },
	"absent: a CIDSet":    func(v *victim) { v.descriptor()["CIDSet"] = types.Dict{} },
}

// second returns the second element of a type.
func (v *victim) second(tag string) types.Dict {
	v.Helper()
	first := v.element(tag)
	first["S"] = types.Name("hidden")
	defer func() { first["S"] = types.Name(tag) }()
	return v.element(tag)
}

// TestBroken holds that the checker sees what is wrong: a check that can't fail
// proves nothing.
func TestBroken(t *testing.T) {
	file := sound(t)
	f, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if f.Failures() != nil {
		t.Fatalf("the sound file fails: %v", f.Failures())
	}
	for point, damage := range breaks {
		t.Run(point, func(t *testing.T) {
			ctx, err := read(file)
			if err != nil {
				t.Fatal(err)
			}
			damage(&victim{t, ctx})
			f, err := inspect(ctx)
			if err != nil {
				t.Fatal(err)
			}
			want := point
			if !strings.HasPrefix(point, "absent") {
				want, _, _ = strings.Cut(point, " ")
			}
			for _, failure := range f.Failures() {
				if strings.HasPrefix(failure, want) {
					return
				}
			}
			t.Errorf("found is only: %v", f.Failures())
		})
	}
}

// TestTable holds that README.md lists every failure that the checker knows, as
// one that applies, and that each of these is proven above.
func TestTable(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	proven := map[string]bool{}
	for point := range breaks {
		point, _, _ = strings.Cut(point, " ")
		proven[point] = true
	}
	rows := regexp.MustCompile(`(?m)^\| (\d\d-\d\d\d) \| [^|]+ \| (yes|no)`).FindAllStringSubmatch(string(readme), -1)
	if len(rows) != 87 {
		t.Errorf("%d rows, want 87", len(rows))
	}
	for _, row := range rows {
		if applies := row[2] == "yes"; applies != proven[row[1]] {
			t.Errorf("%s applies: %t, proven: %t", row[1], applies, proven[row[1]])
		}
	}
}

// TestCollisions holds that what lies outside or over another is seen.
func TestCollisions(t *testing.T) {
	for name, test := range map[string]struct {
		boxes []Box
		want  int
	}{
		"beside":       {[]Box{{0, 0, 10, 10, "a", false}, {10, 0, 20, 10, "b", false}}, 0},
		"over":         {[]Box{{0, 0, 10, 10, "a", false}, {8, 0, 20, 10, "b", false}}, 1},
		"tint":         {[]Box{{0, 0, 10, 10, "a", false}, {0, 0, 20, 10, "", true}}, 0},
		"outside":      {[]Box{{95, 0, 101, 10, "a", false}}, 1},
		"tint outside": {[]Box{{-1, 0, 10, 10, "", true}}, 1},
	} {
		f := File{Pages: []Page{{Width: 100, Height: 100, Boxes: test.boxes}}}
		if got := f.Collisions(); len(got) != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestLexer(t *testing.T) {
	var got []string
	for operator, operands := range operations([]byte("/P <</MCID 2/A(b\\)\\\\)>> BDC 1 -.5 m [(a(b)c) -3 <0041>]TJ\nEMC (open")) {
		line := operator
		for _, o := range operands {
			switch {
			case o.isText:
				line += " " + string(o.text)
			case o.name != "":
				line += " /" + o.name
			default:
				for _, i := range o.items {
					line += " " + i.name + string(i.text)
				}
			}
		}
		got = append(got, line)
	}
	want := "BDC /P MCID  A b)\\|m|TJ a(b)c  \x00A|EMC"
	if strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
	if !bytes.Equal((&lexer{content: []byte("<4")}).hexadecimal(), nil) {
		t.Error("half a string is read")
	}
}
