package site

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// checkVisit returns what a visit finds, and shows what was loaded for it.
func checkVisit(t *testing.T, o Options, show func(v *Visit)) string {
	t.Helper()
	v, findings := begin(t, o)
	defer v.Close()
	if v.loaded == nil {
		t.Error("nothing was loaded")
	} else if show != nil {
		show(v)
	}
	return findings
}

// TestRecall holds that what was parsed is not parsed again while its text is the same, that what is found does
// not depend on it, and that a damaged memory is no worse than none.
func TestRecall(t *testing.T) {
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	const file, other = "content/sheets/short-entry/index.de.md", "content/pages/about/index.de.md"
	text := func(name string) string { return string(golden(t)[name].Data) }
	title := func(v *Visit) *string { return &v.loaded.byPath()[file].sheet.Title.Text }
	state := filepath.Join(dir, ".praxisblatt")

	first := checkVisit(t, o, nil)
	kept, err := os.ReadFile(filepath.Join(state, parsedName))
	if err != nil {
		t.Fatal(err)
	}
	// Another title in the memory shows whether the text is parsed.
	write(t, dir, other, text(other)+"\n")
	checkVisit(t, o, func(v *Visit) {
		j, s := job{path: file, id: "short-entry", lang: "de"}, v.loaded.byPath()[file].sheet.Sheet()
		s.Title.Text = "Recalled"
		r := reader{labels: sumOfLabels(v.loaded.labels)}
		text, rest := s.Append(nil, nil)
		v.book.AddWith(r.key(j, s.Source.Sum()), string(text[:rest]), text[rest:])
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

// TestRecallFindings holds that what was found in a sheet is found again after every change of what it depends on,
// as if nothing were remembered.
func TestRecallFindings(t *testing.T) {
	dir := t.TempDir()
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	page := func(title, rest string) string { return "---\ntitle: " + title + "\n" + rest }
	for name, text := range map[string]string{
		"site.yaml":                            "title: {de: T, fr: T}\nbase_url: https://example.org/\nlanguages: [de, fr]\n",
		"content/vocabulary/themes.yaml":       "youth: {label: {de: Jugend, fr: Jeunesse}}\n",
		"content/sheets/one/index.de.md":       page("Eins", "themes: [youth]\n---\n[a](sheet:two#body-there), [b](page:about#text-there)\n\n![d](e.png)\n"),
		"content/sheets/one/index.fr.md":       page("Un", "translation: {of: de}\ncontext: \"l'un\"\n---\n"),
		"content/sheets/two/index.de.md":       page("Zwei", "---\n# There\n"),
		"content/pages/about/index.de.md":      page("Über", "---\n# There\n"),
		"content/sheets/three/index.de.md":     page("Drei", "adopted: [{sheet: two}]\nreviewed: 2020-01-01\n---\n"),
		"content/vocabulary/audiences.yaml":    "",
		"content/sheets/other-one/index.de.md": page("Anderes", "---\n[x](sheet:tow) [c](two)\n"),
	} {
		write(t, dir, name, text)
	}
	count := map[string]bool{}
	for _, step := range []struct{ name, file, text string }{
		{"the first time", "site.yaml", "title: {de: T, fr: T}\nbase_url: https://example.org/\nlanguages: [de, fr]\n"},
		{"a text", "content/sheets/one/index.fr.md", page("Un", "translation: {of: de}\ncontext: \"l'un, d'un\"\ndescription: x\n---\n")},
		{"a place in another sheet", "content/sheets/two/index.de.md", page("Zwei", "---\n# Elsewhere\n")},
		{"a place on a page", "content/pages/about/index.de.md", page("Über", "---\n# Elsewhere\n")},
		{"another sheet goes", "content/sheets/two/index.de.md", ""},
		{"a name that is nearer", "content/sheets/tow-one/index.de.md", page("Neu", "---\n")},
		{"what was named comes", "content/sheets/tow/index.de.md", page("Neu", "---\n")},
		{"an image", "content/sheets/one/e.png", "\x89PNG\r\n\x1a\n...."},
		{"another image", "content/sheets/one/e.png", "no image at all"},
		{"a sound image", "content/sheets/one/e.png", greyPNG(3, 2)},
		{"a term", "content/vocabulary/themes.yaml", "jeunesse: {label: {de: Jugend, fr: Jeunesse}}\n"},
		{"the settings", "site.yaml", "title: {de: T, fr: T}\nbase_url: https://example.org/\nlanguages: [de]\nreview_interval: 1y\n"},
		{"the text itself", "content/sheets/one/index.fr.md", page("Un", "---\n")},
	} {
		if step.text == "" {
			os.RemoveAll(filepath.Join(dir, filepath.Dir(step.file)))
		} else {
			write(t, dir, step.file, step.text)
		}
		os.Remove(filepath.Join(dir, ".praxisblatt", recordName))
		got := checkVisit(t, o, nil)
		o.eager = !o.eager // which makes no difference
		os.Rename(filepath.Join(dir, ".praxisblatt"), filepath.Join(dir, ".kept"))
		want := checkVisit(t, o, nil)
		os.RemoveAll(filepath.Join(dir, ".praxisblatt"))
		os.Rename(filepath.Join(dir, ".kept"), filepath.Join(dir, ".praxisblatt"))
		if got != want {
			t.Errorf("after %s is found\n%s\nnot\n%s", step.name, got, want)
		}
		if count[want] {
			t.Errorf("%s makes no difference:\n%s", step.name, want)
		}
		count[want] = true
	}
}

// TestRecallRests holds that sheets whose rests are damaged are parsed again when somebody asks for them, once, and that one whose file
// has gone meanwhile breaks nothing.
func TestRecallRests(t *testing.T) {
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	checkVisit(t, o, nil)
	const file = "content/sheets/short-entry/index.de.md"
	rests := filepath.Join(dir, ".praxisblatt", parsedName+"-rests")
	data, err := os.ReadFile(rests)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		data[i] ^= 0x55
	}
	clean, err := Load(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []bool{true, false} {
		if damaged {
			write(t, dir, ".praxisblatt/"+parsedName+"-rests", string(data))
		}
		os.Remove(filepath.Join(dir, ".praxisblatt", recordName))
		checkVisit(t, o, func(v *Visit) {
			os.Remove(filepath.Join(dir, file))
			v.loaded.byPath()[file].sheet.Sheet()
			write(t, dir, file, string(golden(t)[file].Data))
			for i, b := range v.loaded.sheets {
				r := reader{labels: sumOfLabels(v.loaded.labels)}
				if _, ok := v.book.Rest(r.key(job{lang: b.Lang}, b.Source.Sum())); ok == damaged {
					t.Fatalf("%s/%s: the rest is damaged: %v", b.ID, b.Lang, !ok)
				}
				if got, want := b.Sheet(), clean.sheets[i].Sheet(); got.Description.Text != want.Description.Text || len(got.Keys) != len(want.Keys) {
					t.Errorf("%s/%s is not what it was", b.ID, b.Lang)
				}
			}
		})
	}
}
