package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

func setter(t testing.TB) *Setter {
	t.Helper()
	s, err := New(pdf.New(pdf.Info{Lang: "de"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// text shows the lines of a paragraph, a hyphen where a word was divided.
func text(s *Setter, p Para, width float64) []string {
	var all []string
	for _, l := range s.lines(&p, width) {
		line := ""
		for _, f := range l.fragments {
			for _, g := range slices.Concat(f.words...) {
				line += strings.ReplaceAll(g.Text, "\u00ad", "‐")
			}
		}
		all = append(all, line)
	}
	return all
}

func TestLines(t *testing.T) {
	s := setter(t)
	for _, test := range []struct {
		name, lang, text string
		width            float64
		want             string
	}{
		{"ragged", "de", "eins zwei drei vier", 50, "eins zwei |drei vier"},
		{"German hyphens", "de", "Nachbarschaftshilfe", 60, "Nachbar‐|schaftshilfe"},
		{"French hyphens", "fr", "accompagnement", 50, "accompa‐|gnement"},
		{"English hyphens", "en", "neighbourhood", 45, "neighbour‐|hood"},
		{"no patterns", "xx", "Nachbarschaftshilfe", 60, "Nachbarschaft|shilfe"},
		{"soft hyphens go first", "de", "Nach\u00adbarschaftshilfe", 60, "Nach‐|barschaftshilfe"},
		{"soft hyphens are unseen", "de", "Nach\u00adbar", 60, "Nachbar"},
		{"a hyphen is kept", "de", "Rhein-Main-Gebiet", 60, "Rhein-Main-|Gebiet"},
		{"no-break space", "fr", "a a\u202f: b\u00a0c", 15, "a |a\u202f: |b\u00a0c"},
		{"addresses", "de", "siehe https://example.org/lang/und/breit", 90, "siehe https://|example.org/lang/|und/breit"},
		{"wider than the line", "de", "WWWWWWWWWW", 40, "WWWW|WWWW|WW"},
		{"nothing", "de", "", 40, ""},
		{"spaces alone", "de", "  \n ", 40, ""},
	} {
		p := Para{Runs: []Run{{Text: test.text}}, Lang: test.lang, Size: 10}
		if got := strings.Join(text(s, p, test.width), "|"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestTitles holds that the lines of a title are about as long, and keep their words whole.
func TestTitles(t *testing.T) {
	s := setter(t)
	p := Para{Runs: []Run{{Text: "Geflüchtete beschäftigen: was rechtlich zu beachten ist"}}, Lang: "de", Size: 10, Whole: true}
	if got := strings.Join(text(s, p, 200), "|"); got != "Geflüchtete beschäftigen: |was rechtlich zu beachten ist" {
		t.Errorf("%q", got)
	}
}

// TestFits holds that no line is wider than its column, whatever stands in it.
func TestFits(t *testing.T) {
	s := setter(t)
	words := "Der Integrationsbeauftragte (zuständig für https://www.example.org/sehr-lange-adresse?mit=allem) und 12345678901234567890 „Anführungen“ – Gedankenstriche. "
	for width := 12.0; width < 300; width += 7 {
		p := Para{Runs: []Run{{Text: words}, {Text: "fett", Style: Bold}, {Text: "gedruckt " + words, Style: Italic}}, Lang: "de", Size: 11}
		kept := ""
		for _, l := range s.lines(&p, width) {
			if l.width > width+0.1 {
				t.Fatalf("a line of %.1f in %.1f", l.width, width)
			}
			for _, f := range l.fragments {
				for _, g := range slices.Concat(f.words...) {
					kept += g.Text
				}
			}
		}
		squeeze := strings.NewReplacer(" ", "", "\u00ad", "")
		if want := squeeze.Replace(words + "fettgedruckt" + words); squeeze.Replace(kept) != want {
			t.Fatalf("at width %.0f the text is %q", width, kept)
		}
	}
}

func TestKerning(t *testing.T) {
	s := setter(t)
	if pair, alone := s.Width("AV", 0, 10), s.Width("A", 0, 10)+s.Width("V", 0, 10); pair >= alone {
		t.Errorf("AV is %.2f wide, its letters %.2f", pair, alone)
	}
}

func TestMissing(t *testing.T) {
	s := setter(t)
	s.word(0, false, "a→ሰb")
	if m := s.Missing(); len(m) != 1 || m[0].Char != 'ሰ' || m[0].Word != "a→ሰb" {
		t.Errorf("missing: %v", m)
	}
}

// TestRightToLeft holds in which order words stand on a line, from left to right.
func TestRightToLeft(t *testing.T) {
	s := setter(t)
	for _, test := range []struct{ text, want string }{
		{"مرحبا بكم", "بكم مرحبا"},
		{"مرحبا in Trier بكم", "بكم in Trier مرحبا"},
		{"Das heißt مرحبا بكم hier", "Das heißt بكم مرحبا hier"},
		{"Das heißt مرحبا.", "Das heißt مرحبا ."},
		{"Das (مرحبا, بكم) hier", "Das ( بكم , مرحبا ) hier"},
		{"سنة 2015 في", "في 2015 سنة"},
		{"Das سنة 2015 في hier", "Das في 2015 سنة hier"},
		{"مرحبا (Trier) بكم", "بكم (Trier) مرحبا"},
		{"سنة 2015، في", "في ، 2015 سنة"},
		{"مرحبا (Trier).", ". (Trier) مرحبا"},
	} {
		p := Para{Runs: []Run{{Text: test.text}}, Size: 10}
		lines := s.lines(&p, 1000)
		if len(lines) != 1 {
			t.Fatalf("%s: %d lines", test.text, len(lines))
		}
		var boxes []box
		for i, u := range s.units(&p) {
			if i > 0 {
				boxes = append(boxes, s.box(&p, &p.Runs[0], " "))
			}
			boxes = append(boxes, u.boxes...)
		}
		order := (&breaker{s: s, p: &p}).order(boxes)
		var got []string
		for _, i := range order {
			if boxes[i].text != " " {
				got = append(got, boxes[i].text)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %s, want %s", test.text, strings.Join(got, " "), test.want)
		}
	}
}

// TestRightEdge holds that lines from right to left end at the margin, where the
// space at which they are broken falls away.
func TestRightEdge(t *testing.T) {
	s := setter(t)
	p := Para{Runs: []Run{{Text: strings.Repeat("مرحبا بكم ", 20)}}, Size: 10}
	for _, l := range s.lines(&p, 100) {
		right := 0.0
		for _, f := range l.fragments {
			right = max(right, f.x+f.width)
		}
		if right > l.width+0.01 {
			t.Errorf("a line of %.2f ends at %.2f", l.width, right)
		}
	}
}

// TestMirrored holds that a bracket opens towards the words it stands before.
func TestMirrored(t *testing.T) {
	s := setter(t)
	open, shut := s.word(0, false, "("), s.word(0, false, ")")
	p := Para{Runs: []Run{{Text: "(مرحبا)"}}, Size: 10}
	boxes := s.units(&p)[0].boxes
	order := (&breaker{s: s, p: &p}).order(boxes)
	if len(order) != 3 {
		t.Fatalf("order %v", order)
	}
	left, right := boxes[order[0]].word.pieces[0].glyphs[0].ID, boxes[order[2]].word.pieces[0].glyphs[0].ID
	if left != open.pieces[0].glyphs[0].ID || right != shut.pieces[0].glyphs[0].ID {
		t.Errorf("glyph %d at the left, %d at the right", left, right)
	}
}

// slugs makes strips of the height 10; keep holds those that stay with the next.
func slugs(n int, keep ...int) []Slug {
	all := make([]Slug, n)
	for i := range all {
		all[i] = Slug{Height: 10, Draw: func(*pdf.Page, float64, float64) {}}
	}
	for _, i := range keep {
		all[i].Keep = true
	}
	return all
}

// heights shows how many strips and areas stand on each page.
func counts(pages []*Page) string {
	var all []string
	for _, p := range pages {
		all = append(all, fmt.Sprint(len(p.items)))
	}
	return strings.Join(all, " ")
}

func TestPaginate(t *testing.T) {
	one := func(s []Slug) Row { return Row{Columns: []Column{{Slugs: s}}} }
	head := slugs(1, 0)
	headed := slugs(9)
	for i := range headed {
		headed[i].Head = head
	}
	next := one(slugs(1))
	next.KeepNext = true
	tall := Row{Columns: []Column{{Slugs: slugs(7)}, {X: 50, Slugs: slugs(2)}}}
	fresh := one(slugs(1))
	fresh.NewPage = true
	group := one(slugs(3))
	group.Together = 2
	notes := Row{Area: 10, Rest: true, Paint: func(*pdf.Page, float64, float64) {}}
	for _, test := range []struct {
		name string
		rows []Row
		want string
	}{
		{"fills pages", []Row{one(slugs(12))}, "5 5 2"},
		{"no lone last line", []Row{one(slugs(6, 4))}, "4 2"},
		{"no lone first line", []Row{one(slugs(4)), one(slugs(3, 0))}, "4 3"},
		{"a heading goes along", []Row{one(slugs(4)), next, one(slugs(2))}, "4 3"},
		{"columns go on side by side", []Row{tall}, "7 2"},
		{"a table's head is repeated", []Row{one(headed)}, "5 5"},
		{"new page", []Row{one(slugs(1)), fresh}, "1 1"},
		{"together", []Row{one(slugs(1)), group, one(slugs(2))}, "1 5"},
		{"what can't stay together is parted", []Row{one(slugs(8, 0, 1, 2, 3, 4, 5, 6))}, "5 3"},
		{"nothing", nil, ""},
		{"notes", []Row{one(slugs(1)), notes, fresh}, "2 1"},
	} {
		if got := counts(Paginate(test.rows, 50)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestTableColumns(t *testing.T) {
	s := setter(t)
	cell := func(text string) Para { return Para{Runs: []Run{{Text: text}}, Size: 10} }
	wide := strings.Repeat("Donaudampfschifffahrt ", 9)
	for _, row := range [][]Para{{cell("a"), cell("b")}, {cell(wide), cell("b"), cell(wide)}, {cell(wide), cell(wide), cell(wide), cell(wide), cell(wide), cell(wide)}} {
		total := cellGap * float64(len(row)-1)
		for _, w := range s.columns(Table{Rows: [][]Para{row}}, 300) {
			if w <= 0 {
				t.Errorf("a column of the width %.1f", w)
			}
			total += w
		}
		if total > 300.1 {
			t.Errorf("a table of %d columns is %.1f wide", len(row), total)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("Hallo Welt\u00ad\u200b https://a.de/b", 50.0)
	f.Add("مرحبا a\u0301 \U0001F600\u200d", 3.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if len(text) > 500 || width < 1 || width > 1000 {
			return
		}
		p := Para{Runs: []Run{{Text: text}}, Lang: "de", Size: 10}
		setter(t).lines(&p, width)
	})
}
