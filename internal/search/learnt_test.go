package search

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// What was learnt may be lost, damaged, of another state than the memory or numbered otherwise: the index is as a clean build's.
func TestLearntIsNotTrusted(t *testing.T) {
	e := newEdited(t, 20)
	e.build("de")
	state := filepath.Join(e.dir, "state")
	files := func() map[string][]byte {
		all := map[string][]byte{}
		for _, name := range []string{"search-de.memory", "search-de.learnt", "search-de.learnt-rests"} {
			data, err := os.ReadFile(filepath.Join(state, name))
			if err != nil {
				t.Fatal(err)
			}
			all[name] = data
		}
		return all
	}
	change := func(word string) { // of a neighbour's facts, too, which stand in one file with those of the edited sheet
		e.edit("content/sheets/sheet-00003/index.de.md", "outcome: |\n", "outcome: |\n  "+word+".\n")
	}
	change("Quittenbaum")
	first := files()
	e.build("de")
	second := files()
	for name := range second {
		if err := os.Remove(filepath.Join(state, name)); err != nil {
			t.Fatal(err)
		}
	}
	e.build("de") // numbers words anew
	third := files()
	for name, lie := range map[string]map[string][]byte{
		"an older book":            {"search-de.learnt": first["search-de.learnt"], "search-de.learnt-rests": first["search-de.learnt-rests"]},
		"an older memory":          {"search-de.memory": first["search-de.memory"]},
		"a book of other rests":    {"search-de.learnt-rests": slices.Repeat([]byte("x"), len(second["search-de.learnt-rests"]))},
		"a book without rests":     {"search-de.learnt-rests": nil},
		"half a book":              {"search-de.learnt": second["search-de.learnt"][:len(second["search-de.learnt"])/2]},
		"no book":                  {"search-de.learnt": nil},
		"a book of another series": {"search-de.memory": second["search-de.memory"], "search-de.learnt": third["search-de.learnt"], "search-de.learnt-rests": third["search-de.learnt-rests"]},
	} {
		for file, data := range lie {
			if err := os.WriteFile(filepath.Join(state, file), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		before := e.renewed
		change("Quittenhaus " + name)
		e.build("de")
		if e.renewed > before && name != "an older memory" {
			t.Errorf("%s: what it lacks is believed", name)
		}
		change("Quitten")
		if e.build("de"); e.renewed == before {
			t.Errorf("%s: nothing is remembered afterwards", name)
		}
	}
}

// Of a book that lacks but what was learnt of the sheet that is edited nothing is lost elsewhere: the index is made anew all the same.
func TestLearntOfTheEdited(t *testing.T) {
	const id = "sheet-00003"
	e := newEdited(t, 20)
	e.build("de")
	o := Options{Lang: "de", State: filepath.Join(e.dir, "state"), Sums: e.sums()}
	m := o.remember()
	whole, rests := o.openBook(m.series), map[output.Inputs]string{}
	for _, d := range m.docs {
		rest, ok := whole.Rest(inBook(d.made, d.check))
		if !ok {
			t.Fatalf("of %s is learnt nothing", d.id)
		}
		rests[d.made] = rest
	}
	whole.Close()
	for _, end := range []string{"", "-rests"} {
		if err := os.Remove(filepath.Join(o.State, "search-de.learnt"+end)); err != nil {
			t.Fatal(err)
		}
	}
	lacking := o.openBook(m.series)
	for _, d := range m.docs {
		if d.id != id {
			lacking.AddWith(inBook(d.made, d.check), "", []byte(rests[d.made]))
		}
	}
	if err := lacking.Save(); err != nil {
		t.Fatal(err)
	}
	before := e.renewed
	e.edit("content/sheets/"+id+"/index.de.md", "outcome: |\n", "outcome: |\n  Quittenbaum.\n")
	if e.build("de"); e.renewed != before {
		t.Error("what it lacks is believed")
	}
}

// A memory that is put back is of words that were numbered otherwise since, in a book that it shares with those that came after it.
func TestLearntByAnotherMemory(t *testing.T) {
	e := newEdited(t, 20)
	path := filepath.Join(e.dir, "state", "search-de.memory")
	const two, three = "content/sheets/sheet-00002/index.de.md", "content/sheets/sheet-00003/index.de.md"
	read := func() []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	back := func(data []byte) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e.build("de")
	first, plain2, plain3 := read(), e.files[two], e.files[three]
	e.edit(three, "outcome: |\n", "outcome: |\n  Quittenbaum.\n")
	quince := e.files[three]
	e.build("de")
	second := read()

	back(first)
	e.files[three] = plain3
	e.edit(two, "outcome: |\n", "outcome: |\n  Zwetschgenbaum.\n") // which takes the number of the other word
	e.build("de")
	e.files[three] = quince
	e.build("de")

	back(second)
	e.files[two] = plain2
	e.edit(two, "outcome: |\n", "outcome: |\n  Mirabelle.\n")
	e.build("de")
}
