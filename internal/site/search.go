package site

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
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
	return search.Build(search.Options{Plan: l.Plan, Locales: l.Locales, Lang: lang, Sums: l.sums, State: l.state()}, sink)
}
