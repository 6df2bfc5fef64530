package render

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bundle"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// script bundles a module, or recalls what it was bundled to when all modules that were read for that held the same. Which
// those are follows from what they hold.
func (o overlay) script(book *cache.Book, entry string) ([]byte, error) {
	key := sha256.Sum256([]byte("script " + entry))
	if data, ok := book.Find(key); ok {
		if script, ok := o.recallScript(data); ok {
			return script, nil
		}
	}
	read := modules{FS: o, texts: map[string]cache.Sum{}}
	script, err := bundle.Script(&read, entry)
	if err == nil {
		book.Add(key, string(wire.AppendText(read.append(nil), string(script))))
	}
	return script, err
}

// recallScript reads what was kept of a script; false where a module is another one, or can't be read.
func (o overlay) recallScript(data string) ([]byte, bool) {
	r := wire.NewReader(data)
	for range r.Count() {
		name, sum := r.Text(), r.Text()
		text, err := fs.ReadFile(o, name)
		if is := sha256.Sum256(text); err != nil || string(is[:]) != sum {
			return nil, false
		}
	}
	script := r.Text()
	return []byte(script), r.Whole()
}

// modules are files that note what was read of them, and what that held.
type modules struct {
	fs.FS
	mu    sync.Mutex
	texts map[string]cache.Sum
}

// ReadFile reads a module.
func (m *modules) ReadFile(name string) ([]byte, error) {
	text, err := fs.ReadFile(m.FS, name)
	if err == nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.texts[name] = sha256.Sum256(text)
	}
	return text, err
}

// append writes the names of the modules and their sums.
func (m *modules) append(b []byte) []byte {
	b = wire.AppendInt(b, len(m.texts))
	for _, name := range slices.Sorted(maps.Keys(m.texts)) {
		sum := m.texts[name]
		b = wire.AppendText(wire.AppendText(b, name), string(sum[:]))
	}
	return b
}
