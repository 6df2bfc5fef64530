package site

import (
	"sync"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
)

// All pages of a catalogue are the same bytes as by html/template: of this repository's
// own, of those that hold what is hard, and of generated ones.
func TestPlain(t *testing.T) {
	notShort(t)
	own, err := Load(Options{Dir: "../..", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	plain(t, "own", own)
	for name, files := range map[string]fstest.MapFS{"golden": golden(t), "hard": hard(t), "generated": generated(60)} {
		l, err := load(files, Options{Dir: ".", Now: today(t), Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		plain(t, name, l)
	}
}

func plain(t *testing.T, name string, l *Loaded) {
	fast, err := l.Renderer(nil)
	if err != nil {
		t.Fatal(err)
	}
	l.layouts = sync.OnceValues(func() (*render.Layouts, error) {
		layouts, err := l.readLayouts()
		if err != nil {
			return nil, err
		}
		return layouts.Plain(), nil
	})
	slow, err := l.Renderer(nil)
	if err != nil {
		t.Fatal(err)
	}
	err = parallel.Each(len(l.Plan.Pages), func(i int) error {
		got, err := fast.Page(l.Plan.Pages[i])
		if err != nil {
			return err
		}
		want, err := slow.Page(l.Plan.Pages[i])
		if err == nil && string(got.Bytes) != string(want.Bytes) {
			t.Errorf("%s: %s is not what html/template makes of it:\n%s\nwant\n%s", name, got.Path, got.Bytes, want.Bytes)
		}
		return err
	})
	if err != nil || len(l.Plan.Pages) < 20 {
		t.Errorf("%s: %d pages, %v", name, len(l.Plan.Pages), err)
	}
}
