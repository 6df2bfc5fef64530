package site

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// checkVisit returns what a visit finds, and shows what was loaded for it.
func checkVisit(t *testing.T, o Options, show func(v *Visit)) string {
	t.Helper()
	v, err := NewVisit(o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	ds, err := v.Findings()
	if err != nil {
		t.Fatal(err)
	}
	if v.loaded == nil {
		t.Error("nothing was loaded")
	} else if show != nil {
		show(v)
	}
	var text bytes.Buffer
	if err := diag.WriteText(&text, ds, "en"); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestRecall holds that what was parsed is not parsed again while its text is the same, that what is found does
// not depend on it, and that a damaged memory is no worse than none.
func TestRecall(t *testing.T) {
	dir := t.TempDir()
	for name, f := range golden(t) {
		write(t, dir, name, string(f.Data))
	}
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	const file, other = "content/sheets/short-entry/index.de.md", "content/pages/about/index.de.md"
	text := func(name string) string { return string(golden(t)[name].Data) }
	title := func(v *Visit) *string { return &v.loaded.parsed[file].sheet.Title.Text }
	state := filepath.Join(dir, ".praxisblatt")

	first := checkVisit(t, o, nil)
	kept, err := os.ReadFile(filepath.Join(state, parsedName))
	if err != nil {
		t.Fatal(err)
	}
	// Another title in the memory shows whether the text is parsed.
	write(t, dir, other, text(other)+"\n")
	checkVisit(t, o, func(v *Visit) {
		j, s := job{path: file, id: "short-entry", lang: "de"}, *v.loaded.parsed[file].sheet
		s.Title.Text = "Recalled"
		r := reader{labels: sumOfLabels(v.loaded.labels)}
		v.book.Add(r.key(j, s.Source.Sum()), string(parsed{sheet: &s}.append(nil)))
	})
	write(t, dir, other, text(other)+"\n\n")
	checkVisit(t, o, func(v *Visit) {
		if *title(v) != "Recalled" {
			t.Errorf("a text that had not changed was parsed again: its title is %q", *title(v))
		}
	})
	write(t, dir, file, text(file)+"\nMehr.\n")
	checkVisit(t, o, func(v *Visit) {
		if *title(v) == "Recalled" {
			t.Error("a text that has changed was not parsed")
		}
	})
	write(t, dir, file, text(file))
	write(t, dir, other, text(other))
	for _, damaged := range [][]byte{
		nil, kept[:len(kept)/2], append([]byte("x"), kept...), bytes.ReplaceAll(kept, []byte("e"), []byte("a")), bytes.Repeat([]byte{0xff}, 999),
	} {
		os.Remove(filepath.Join(state, recordName))
		write(t, dir, ".praxisblatt/"+parsedName, string(damaged))
		if again := checkVisit(t, o, nil); again != first {
			t.Errorf("with a damaged memory is found\n%s\nnot\n%s", again, first)
		}
	}
}
