package site

import (
	"os"
	"path/filepath"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/expert"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A Finder answers queries about a catalogue. It reads sheets only where the index
// that is kept in .praxisblatt was made of other ones.
type Finder struct {
	Site       *config.Site
	Vocabulary *vocab.Vocabulary

	root  *os.Root
	o     Options
	whole func() (*Loaded, error)
}

// Find reads the settings of a catalogue.
func Find(o Options) (*Finder, error) {
	root, err := openRoot(&o)
	if err != nil {
		return nil, err
	}
	l := &Loaded{options: o, files: regular{root}}
	if err := l.readSettings(); err != nil {
		return nil, err
	}
	whole := sync.OnceValues(func() (*Loaded, error) {
		if err := l.makePages(); err != nil {
			return nil, err
		}
		l.readContent(memory{}, nil, nil)
		return l, nil
	})
	return &Finder{l.Site, l.vocabulary, root, o, whole}, nil
}

// Search returns the index of a language: the same files that a build writes.
func (f *Finder) Search(lang string) (*search.Index, error) {
	k, err := f.Kept(lang)
	if err != nil {
		return nil, err
	}
	return search.Open(lang, k.Manifest, k.Read)
}

// Kept opens the files of the index of a language, which are made anew where the
// catalogue has changed since, and kept for the next time. Close them after use.
func (f *Finder) Kept(lang string) (*search.Kept, error) {
	return search.Keep(filepath.Join(f.state(), "search-"+lang+".zip"), f.key, func(sink output.Sink) (string, error) {
		l, err := f.whole()
		if err != nil {
			return "", err
		}
		return search.Build(l.searchOptions(lang), sink)
	})
}

// Expert answers a query in bleve's query language.
func (f *Finder) Expert(lang, query string) ([]expert.Hit, error) {
	l, err := f.whole()
	if err != nil {
		return nil, err
	}
	return search.Expert(l.searchOptions(lang), f.state(), query)
}

// state is the folder for what outlives the program.
func (f *Finder) state() string { return filepath.Join(f.o.Dir, ".praxisblatt") }

// key stands for all that an index is made of: texts, vocabularies and words, the
// day, and the program. It is "" where something of it can't be watched.
func (f *Finder) key() string {
	seen, err := inputs.Take(f.root, []string{config.Path, "content", "i18n"}, readSnapshot(f.state()))
	if err != nil {
		return ""
	}
	tool, err := makerOf(f.state())
	if err != nil {
		return ""
	}
	key, _ := keyOf(f.o, tool, seen)
	return key
}
