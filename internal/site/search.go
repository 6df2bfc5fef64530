package site

import (
	"path/filepath"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/expert"
)

// Indexes writes the search index of every language, and returns the paths of
// their first files. Each is made on all processors.
func (l *Loaded) Indexes(sink output.Sink) (map[string]string, error) {
	paths := map[string]string{}
	for _, lang := range l.Plan.Langs {
		manifest, err := l.index(lang, sink)
		if err != nil {
			return nil, err
		}
		paths[lang] = search.Dir(lang) + manifest + ".js"
	}
	return paths, nil
}

func (l *Loaded) index(lang string, sink output.Sink) (manifest string, err error) {
	return search.Build(search.Options{Plan: l.Plan, Locales: l.Locales, Lang: lang}, sink)
}

// Search returns the index of a language, made in memory: the same files that a
// build writes.
func (l *Loaded) Search(lang string) (*search.Index, error) {
	var files output.Memory
	manifest, err := l.index(lang, &files)
	if err != nil {
		return nil, err
	}
	return search.Open(lang, manifest, func(path string) ([]byte, error) {
		data, ok := files.Bytes(path)
		if !ok {
			return nil, search.ErrCorrupt
		}
		return data, nil
	})
}

// Expert answers a query in bleve's query language.
func (l *Loaded) Expert(lang, query string) ([]expert.Hit, error) {
	dir, err := filepath.Abs(l.options.Dir)
	if err != nil {
		return nil, &Error{Unreadable, l.options.Dir, err}
	}
	return search.Expert(search.Options{Plan: l.Plan, Locales: l.Locales, Lang: lang}, filepath.Join(dir, ".praxisblatt"), query)
}
