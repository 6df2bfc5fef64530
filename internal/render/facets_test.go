package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var listData = regexp.MustCompile(`<script src="\.\./\.\./(assets/list/de\.[0-9a-f]{10}\.js)" defer>`)

type narrowed struct {
	Rows, Size int
	Pieces     []string
	Facets     []struct {
		Key, Label string
		Terms      []struct {
			Key, Label string
			Depth      int
			Rows       []int
		}
	}
	Orders map[string][]int
}

// The data of list.js says of every row under which terms it stands, and the
// pieces hold the rows as they stand on the pages.
func TestNarrowing(t *testing.T) {
	all := site(t, sources(t))
	page := all["de/sheets/index.html"]
	m := listData.FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("the list has no data: %s", page)
	}
	var n narrowed
	text := strings.TrimSuffix(strings.TrimPrefix(all[m[1]], "praxisblattList("), ")\n")
	if err := json.Unmarshal([]byte(text), &n); err != nil {
		t.Fatalf("%s: %v", m[1], err)
	}
	if n.Rows != 4 || len(n.Pieces) != 1 || len(n.Orders["newest"]) != 4 {
		t.Errorf("%d rows, pieces %v, orders %v", n.Rows, n.Pieces, n.Orders)
	}
	piece := all[strings.TrimPrefix(n.Pieces[0], "../../")]
	rows := strings.Split(strings.TrimSuffix(strings.TrimPrefix(piece, "praxisblattRows(0,[`"), "`])\n"), "`,`")
	if len(rows) != 4 {
		t.Fatalf("the piece is %s", piece)
	}
	for i, row := range rows {
		if !strings.Contains(page, row) {
			t.Errorf("row %d is another on the page: %s", i, row)
		}
	}
	got := map[string]string{} // titles by facet and term
	title := regexp.MustCompile(`<h3><a[^>]*>([^<]*)`)
	for _, f := range n.Facets {
		for _, term := range f.Terms {
			at := 0
			var titles []string
			for _, step := range term.Rows {
				at += step
				titles = append(titles, title.FindStringSubmatch(rows[at])[1])
			}
			got[f.Key+"="+term.Key+" "+term.Label+" "+strconv.Itoa(term.Depth)] = strings.Join(titles, " ")
		}
	}
	for key, want := range map[string]string{
		"theme=living Leben 0": "Alpha &amp; Omega", "theme=housing Wohnen 1": "Alpha &amp; Omega",
		"country=fr Frankreich 0": "Beta auf Deutsch Gamma", "type=partnership Partnerschaft 0": "Gamma",
		"period=2016 2016 0": "=Delta Alpha &amp; Omega", "language=fr Französisch 0": "Alpha &amp; Omega Beta auf Deutsch Gamma",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if t.Failed() {
		t.Logf("found %v", got)
	}
}

// What narrows lists down is not held once it is written, and can be written again.
func TestNarrowingTwice(t *testing.T) {
	r, _ := newRenderer(t, sources(t))
	var first, second output.Memory
	if err := errors.Join(r.Data(&first), r.Data(&second)); err != nil {
		t.Fatal(err)
	}
	n := 0
	for f := range first.All() {
		if again, ok := second.Bytes(f.Path); !ok || !bytes.Equal(f.Bytes, again) {
			t.Errorf("%s is not the same the second time", f.Path)
		}
		if strings.HasPrefix(f.Path, "assets/list/") && len(f.Bytes) > 0 {
			n++
		}
	}
	if n != 6 { // of three languages one and its piece
		t.Errorf("%d files", n)
	}
}
