package site

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

// anotherDay lets days pass; mostly the clock of the machine is far behind that of the
// files, so that what is known of them is believed at once.
func (e *editor) anotherDay() string {
	e.o.Now += edtf.Day([]int{1, 30, 400, -400}[e.r.IntN(4)])
	e.o.ahead = []time.Duration{0, time.Hour, time.Hour}[e.r.IntN(3)]
	e.o.eager = e.o.Now&1 == 0
	return e.o.Now.String()
}

func (e *editor) anotherVersion() string {
	e.o.Version = fmt.Sprint("test ", e.r.IntN(3))
	return e.o.Version
}

func (e *editor) otherFlags() string {
	e.b = BuildOptions{
		Force: e.r.IntN(4) > 0, Strict: e.r.IntN(4) == 0, PDF: e.r.IntN(4) == 0,
		BaseURL: e.one([]string{"", "", "https://elsewhere.example/"}),
	}
	return fmt.Sprintf("%+v", e.b)
}

// memory is what lies in .praxisblatt.
func (e *editor) memory() map[string]string {
	return texts(e.t, os.DirFS(filepath.Join(e.dir, ".praxisblatt")))
}

// damage spoils a file that something is remembered in.
func (e *editor) damage() string {
	memory := e.memory()
	e.old = append(e.old, memory)
	names := slices.Sorted(maps.Keys(memory))
	name := e.one(names)
	if name == "" {
		return ""
	}
	at, data := filepath.Join(e.dir, ".praxisblatt", name), []byte(memory[name])
	switch way := e.r.IntN(8); {
	case way < 3 && len(data) > 0:
		i := e.r.IntN(len(data))
		data[i] ^= 1 << e.r.IntN(8)
		e.must(os.WriteFile(at, data, 0o644))
		return fmt.Sprintf("flips a bit of %s at byte %d", name, i)
	case way == 3:
		e.must(os.Truncate(at, int64(e.r.IntN(len(data)+1))))
		return "cuts " + name
	case way == 4:
		e.must(os.WriteFile(at, nil, 0o644))
		return "empties " + name
	case way == 5:
		e.must(os.Remove(at))
		return "removes " + name
	case way == 6:
		other := e.one(names)
		e.must(os.WriteFile(at, []byte(memory[other]), 0o644))
		return name + " becomes " + other
	}
	older := e.old[e.r.IntN(len(e.old))][name]
	e.must(os.WriteFile(at, []byte(older), 0o644))
	return name + " becomes an older one"
}

// olderMemory lets everything be remembered as it was some time ago.
func (e *editor) olderMemory() string {
	state := filepath.Join(e.dir, ".praxisblatt")
	now := e.memory()
	if len(e.old) == 0 || e.r.IntN(4) == 0 {
		e.must(os.RemoveAll(state))
		e.old = append(e.old, now)
		return "none at all"
	}
	emptied(e.t, state)
	i := e.r.IntN(len(e.old))
	for name, text := range e.old[i] {
		at := filepath.Join(state, filepath.FromSlash(name))
		e.must(os.MkdirAll(filepath.Dir(at), 0o755))
		e.must(os.WriteFile(at, []byte(text), 0o644))
	}
	e.old = append(e.old, now)
	return fmt.Sprint("number ", i)
}

// damageSite spoils a file of the site.
func (e *editor) damageSite() string {
	site := texts(e.t, e.public())
	name := e.one(slices.Sorted(maps.Keys(site)))
	if name == "" || name == "catalogue.json" { // by which a folder is known to be ours
		return ""
	}
	at := filepath.Join(e.dir, "public", name)
	if e.r.IntN(2) == 0 {
		e.must(os.Remove(at))
		return name + " is gone"
	}
	e.must(os.WriteFile(at, bytes.ToUpper([]byte(site[name])), 0o644))
	return name + " is changed"
}
