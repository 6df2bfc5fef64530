package site

import (
	"fmt"
	"os"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
)

// TestKeys holds that what is remembered is remembered for the same program, day and options only, each by itself.
func TestKeys(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/x", "x")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	seen, err := inputs.Take(root, watched, nil)
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]string{}
	apart := func(what, name string, sum any) {
		t.Helper()
		key := fmt.Sprint(what, sum)
		if twin, ok := taken[key]; ok {
			t.Errorf("%s: with %s it is the same as with %s", what, name, twin)
		}
		taken[key] = name
	}
	for name, change := range map[string]func(v *Visit, b *BuildOptions){
		"nothing":         func(*Visit, *BuildOptions) {},
		"another version": func(v *Visit, _ *BuildOptions) { v.options.Version = "newer" },
		"another program": func(v *Visit, _ *BuildOptions) { v.tool = "another" },
		"another day":     func(v *Visit, _ *BuildOptions) { v.options.Now++ },
		"another address": func(_ *Visit, b *BuildOptions) { b.BaseURL = "https://elsewhere.example/" },
		"force":           func(_ *Visit, b *BuildOptions) { b.Force = true },
		"PDFs":            func(_ *Visit, b *BuildOptions) { b.PDF = true },
	} {
		v, b := &Visit{options: Options{Now: today(t), Version: "test"}, tool: "one", seen: seen, state: t.TempDir()}, BuildOptions{}
		change(v, &b)
		v.key, v.sums = keyOf(v.options, v.tool, v.seen)
		apart("site", name, v.stamp(b))
		apart("pages", name, v.sumsFor(b).Shared)
		if b == (BuildOptions{}) {
			apart("findings", name, v.key)
		}
	}
}

// TestBookKeys holds that what a file was parsed to is another program's, and what was found in it another day's.
func TestBookKeys(t *testing.T) {
	v := &Visit{options: Options{Now: today(t)}, tool: "one", seen: &inputs.Snapshot{}, state: t.TempDir()}
	key := [32]byte{1}
	found := v.memory().found.Sums.Shared
	v.book.Add(key, "parsed")
	if err := v.book.Save(); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"one", "another"} {
		w := &Visit{options: v.options, tool: tool, seen: v.seen, state: v.state}
		w.options.Now++
		if w.memory().found.Sums.Shared == found {
			t.Error("what is found does not depend on the day")
		}
		if _, ok := w.book.Find(key); ok != (tool == v.tool) {
			t.Errorf("what one program has parsed is known to %s: %v", tool, ok)
		}
		w.book.Close()
	}
}

// TestParsingKeys holds that a file is parsed again where anything is another that its parsing depends on.
func TestParsingKeys(t *testing.T) {
	labels := sumOfLabels(map[string]string{"Ziel": "goal"})
	taken := map[[32]byte]string{}
	for name, key := range map[string][32]byte{
		"nothing":      (&reader{labels: labels}).key(job{lang: "de"}, [32]byte{1}),
		"the text":     (&reader{labels: labels}).key(job{lang: "de"}, [32]byte{2}),
		"the language": (&reader{labels: labels}).key(job{lang: "fr"}, [32]byte{1}),
		"the kind":     (&reader{labels: labels}).key(job{lang: "de", page: true}, [32]byte{1}),
		"a label":      (&reader{labels: sumOfLabels(map[string]string{"Ziele": "goal"})}).key(job{lang: "de"}, [32]byte{1}),
		"a field":      (&reader{labels: sumOfLabels(map[string]string{"Ziel": "goals"})}).key(job{lang: "de"}, [32]byte{1}),
	} {
		if twin, ok := taken[key]; ok {
			t.Errorf("with %s and with %s it is the same", name, twin)
		}
		taken[key] = name
	}
}

// TestRecipeKeys holds that PDFs are printed anew by another program, on another day and for another address.
func TestRecipeKeys(t *testing.T) {
	l, _ := rendered(t, golden(t))
	l.options.Dir = t.TempDir()
	shared := func() string {
		t.Helper()
		r, err := l.newRecipe()
		if err != nil {
			t.Fatal(err)
		}
		return r.shared
	}
	first, program := shared(), running.sum
	for name, change := range map[string]func(){
		"another version": func() { l.options.Version = "newer" },
		"another program": func() { running.sum = "another" },
		"another day":     func() { l.Catalogue.Now++ },
		"another address": func() { l.Site.BaseURL.Text = "https://elsewhere.example/" },
	} {
		version, now, address := l.options.Version, l.Catalogue.Now, l.Site.BaseURL.Text
		change()
		if shared() == first {
			t.Errorf("%s makes no difference", name)
		}
		l.options.Version, l.Catalogue.Now, l.Site.BaseURL.Text, running.sum = version, now, address, program
	}
	if shared() != first {
		t.Error("it is another without a difference")
	}
}
