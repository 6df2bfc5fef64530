package accept

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

const original = "---\ntitle: Titel\ncontext: Anlass\nresources:\n  staff: Zwei\n  funding: Keine\n---\nGeschichte\n"

// files lay out a catalogue: paths below content/ and their texts.
type files map[string]string

// lay writes the files and reads them as a catalogue.
func lay(t *testing.T, fs files) (string, *catalogue.Catalogue) {
	t.Helper()
	dir := t.TempDir()
	site, _ := config.Parse(diag.NewSource(config.Path, "title: {de: T}\nbase_url: https://example.org/\nlanguages: [de, fr, en]\n"))
	in := catalogue.Input{Site: site}
	for path, text := range fs {
		src := diag.NewSource("content/"+path, text)
		file := filepath.Join(dir, filepath.FromSlash(src.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(path, "/")
		lang := strings.TrimSuffix(strings.TrimPrefix(parts[2], "index."), ".md")
		if parts[0] == "pages" {
			p, _ := sheet.Parser{}.Page(src, parts[1], lang)
			in.Pages = append(in.Pages, p)
			continue
		}
		s, _ := sheet.Parser{}.Sheet(src, parts[1], lang)
		in.Sheets = append(in.Sheets, s.Brief())
	}
	return dir, catalogue.New(in)
}

func read(t *testing.T, dir, path string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "content", filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestRun(t *testing.T) {
	digests := map[string]string{}
	s, _ := sheet.Parser{}.Sheet(diag.NewSource("", original), "a", "de")
	for _, tracked := range s.Tracked() {
		digests["<"+tracked.Path+">"] = tracked.Digest()
	}
	fill := func(s string) string {
		for name, digest := range digests {
			s = strings.ReplaceAll(s, name, digest)
		}
		return s
	}
	for _, test := range []struct {
		name                     string
		before, after            string // of index.fr.md
		field                    string
		marked, removed, missing string
	}{
		{
			name:   "the first time",
			before: "---\ntitle: Titre\ntranslation: {of: de}\n---\nHistoire\n",
			after:  "---\ntitle: Titre\ntranslation: {of: de, state: {title: \"<title>\", body: \"<body>\"}}\n---\nHistoire\n",
			marked: "title body", missing: "context resources.staff resources.funding",
		},
		{
			name:   "outdated, gone, extra",
			before: "---\ntitle: Titre\nsummary: Plus\ntranslation:\n  of: de\n  state:\n    title: \"00000000\"\n    summary: \"00000000\"\n---\n",
			after:  "---\ntitle: Titre\nsummary: Plus\ntranslation:\n  of: de\n  state:\n    title: \"<title>\"\n---\n",
			marked: "title", removed: "summary", missing: "context resources.staff resources.funding body",
		},
		{
			name:   "one field",
			before: "---\ntitle: Titre\ncontext: Motif\ntranslation:\n  of: de\n  state:\n    title: \"00000000\"\n    old: \"1\"\n---\n",
			after:  "---\ntitle: Titre\ncontext: Motif\ntranslation:\n  of: de\n  state:\n    title: \"00000000\"\n    context: \"<context>\"\n    old: \"1\"\n---\n",
			field:  "context", marked: "context",
		},
		{
			name:   "a part with its fields",
			before: "---\ntitle: Titre\nresources: {staff: Deux, funding: Aucun}\ntranslation: {of: de, state: {}}\n---\n",
			after:  "---\ntitle: Titre\nresources: {staff: Deux, funding: Aucun}\ntranslation: {of: de, state: {resources.staff: \"<resources.staff>\", resources.funding: \"<resources.funding>\"}}\n---\n",
			field:  "resources", marked: "resources.staff resources.funding",
		},
		{
			name:    "a missing text keeps its digest",
			before:  "---\ntitle: Titre\ntranslation: {of: de, state: {title: \"<title>\", context: \"00000000\"}}\n---\n",
			after:   "---\ntitle: Titre\ntranslation: {of: de, state: {title: \"<title>\", context: \"00000000\"}}\n---\n",
			missing: "context resources.staff resources.funding body",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, c := lay(t, files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": fill(test.before)})
			done, err := Run(c, Options{Dir: dir, ID: "a", Field: test.field})
			if err != nil || len(done) != 1 {
				t.Fatalf("%v, %v", done, err)
			}
			if got, want := read(t, dir, "sheets/a/index.fr.md"), fill(test.after); got != want {
				t.Errorf("the file is\n%s\ninstead of\n%s", got, want)
			}
			for _, l := range []struct {
				name string
				got  []string
				want string
			}{{"marked", done[0].Marked, test.marked}, {"removed", done[0].Removed, test.removed}, {"missing", done[0].Missing, test.missing}} {
				if !slices.Equal(l.got, strings.Fields(l.want)) {
					t.Errorf("%s: %v instead of %s", l.name, l.got, l.want)
				}
			}
			if entries, _ := os.ReadDir(filepath.Join(dir, "content/sheets/a")); len(entries) != 2 {
				t.Errorf("something was left behind: %v", entries)
			}
			if info, _ := os.Stat(filepath.Join(dir, "content/sheets/a/index.fr.md")); info.Mode().Perm() != 0o640 {
				t.Errorf("mode became %v", info.Mode())
			}
		})
	}
}

// TestRunPage marks a free page, and a sheet of the same id when it is meant.
func TestRunPage(t *testing.T) {
	page := "---\ntitle: À propos\ntranslation: {of: de}\n---\n"
	dir, c := lay(t, files{
		"pages/a/index.de.md": "---\ntitle: Über uns\n---\n", "pages/a/index.fr.md": page,
		"sheets/a/index.de.md": original, "sheets/a/index.fr.md": page,
	})
	for id, want := range map[string]string{"a": "sheets", "sheet:a": "sheets", "page:a": "pages"} {
		done, err := Run(c, Options{Dir: dir, ID: id, Lang: "fr"})
		if errors.Is(err, os.ErrNotExist) || len(done) == 1 && !strings.HasPrefix(done[0].Path, "content/"+want) {
			t.Errorf("%s marked %v, %v", id, done, err)
		}
	}
	if text := read(t, dir, "pages/a/index.fr.md"); !strings.Contains(text, "state: {title:") {
		t.Errorf("the page is %s", text)
	}
}

func TestRunRefuses(t *testing.T) {
	const translation = "---\ntitle: Titre\ntranslation: {of: de}\n---\n"
	good := files{"sheets/abcdef/index.de.md": original, "sheets/abcdef/index.fr.md": translation}
	for _, test := range []struct {
		name    string
		files   files
		options Options
		kind    Kind
		near    string
	}{
		{"unknown id", good, Options{ID: "abcdfe"}, UnknownID, "abcdef"},
		{"a sheet is no page", good, Options{ID: "page:abcdef"}, UnknownID, "abcdef"},
		{"no file", good, Options{ID: "abcdef", Lang: "en"}, NoFile, ""},
		{"the original", good, Options{ID: "abcdef", Lang: "de"}, IsOriginal, ""},
		{"unknown field", good, Options{ID: "abcdef", Field: "titel"}, UnknownField, "title"},
		{"no original", files{"sheets/a/index.de.md": translation, "sheets/a/index.fr.md": translation}, Options{ID: "a"}, NoOriginal, ""},
		{"two originals", files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": original}, Options{ID: "a"}, Originals, ""},
		{"faulty translation", files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": "---\ntitle: [\ntranslation: {of: de}\n---\n"}, Options{ID: "a"}, Faulty, ""},
		{"faulty original", files{"sheets/a/index.de.md": "---\ntitle: T\ncontext: \"x\n---\n", "sheets/a/index.fr.md": translation}, Options{ID: "a"}, Faulty, ""},
		{"a doubled key", files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": "---\ntitle: T\ntranslation: {of: de, state: {gone: \"1\", gone: \"2\"}}\n---\n"}, Options{ID: "a"}, Faulty, ""},
		{"a tag", files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": "---\ntitle: T\ntranslation: {of: de, state: !!map {}}\n---\n"}, Options{ID: "a"}, Faulty, ""},
	} {
		dir, c := lay(t, test.files)
		test.options.Dir = dir
		done, err := Run(c, test.options)
		var e *Error
		if !errors.As(err, &e) || e.Kind != test.kind || e.Suggestion != test.near {
			t.Errorf("%s: %v, %v", test.name, done, err)
		}
		for path, text := range test.files {
			if read(t, dir, path) != text {
				t.Errorf("%s: %s was changed", test.name, path)
			}
		}
	}
}

// TestRunChanged holds that a file saved meanwhile wins.
func TestRunChanged(t *testing.T) {
	const path = "sheets/a/index.fr.md"
	dir, c := lay(t, files{"sheets/a/index.de.md": original, path: "---\ntitle: Titre\ntranslation: {of: de}\n---\n"})
	if err := os.WriteFile(filepath.Join(dir, "content", path), []byte("saved"), 0o644); err != nil {
		t.Fatal(err)
	}
	var e *edit.Error
	if _, err := Run(c, Options{Dir: dir, ID: "a"}); !errors.As(err, &e) || e.Kind != edit.Changed {
		t.Errorf("the error is %v", err)
	}
	if got := read(t, dir, path); got != "saved" {
		t.Errorf("the file is %q", got)
	}
}

// TestRunLink holds that a link is not replaced by a file.
func TestRunLink(t *testing.T) {
	const path = "content/sheets/a/index.fr.md"
	dir, c := lay(t, files{"sheets/a/index.de.md": original, "sheets/a/index.fr.md": "---\ntitle: Titre\ntranslation: {of: de}\n---\n"})
	if err := os.Rename(filepath.Join(dir, path), filepath.Join(dir, "elsewhere.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../../elsewhere.md", filepath.Join(dir, path)); err != nil {
		t.Skip(err)
	}
	var e *edit.Error
	if _, err := Run(c, Options{Dir: dir, ID: "a"}); !errors.As(err, &e) || e.Kind != edit.NotFile {
		t.Errorf("the error is %v", err)
	}
	if info, err := os.Lstat(filepath.Join(dir, path)); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
}

// FuzzRecord holds that a text which is accepted says what it should, and that
// nothing makes the patcher panic.
func FuzzRecord(f *testing.F) {
	for _, s := range []string{
		"translation:\n  of: de\n  state:\n    title: \"1\"\n    x: 'y' # z\n",
		"translation: {of: de, state: {title, a: , b: 1}}\n", "translation:\n  ? of\n  : de\n", "  translation: ~\n",
		"translation: {\n}\n", "translation:\n  state: {}\n", "{translation: {}}\n",
	} {
		f.Add("---\ntitle: T\n" + s + "---\nText\n")
	}
	want := []digest{{"title", "11111111"}, {"body", "22222222"}}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		s, _ := sheet.Parser{}.Sheet(diag.NewSource("", text), "a", "fr")
		before, readable := sheetFile(s).parse(text)
		after, ok := record(text, "de", want)
		if !ok || !readable || !before.onlyStateDiffers(after, want) {
			return
		}
		again, ok := record(after, "de", want)
		if !ok || again != after {
			t.Errorf("%q was patched to %q, and that to %q", text, after, again)
		}
	})
}
