package site

import (
	"crypto/sha256"
	"io/fs"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
)

// Indexes writes the search index of every language, and returns the paths of
// their first files.
func (l *Loaded) Indexes(sink output.Sink) (map[string]string, error) {
	all := make([]search.Options, len(l.Plan.Langs))
	for i, lang := range l.Plan.Langs {
		all[i] = l.searchOptions(lang)
	}
	manifests, err := search.BuildAll(all, sink)
	if err != nil {
		return nil, err
	}
	paths := map[string]string{}
	for i, lang := range l.Plan.Langs {
		paths[lang] = search.Dir(lang) + manifests[i] + ".js"
	}
	return paths, nil
}

func (l *Loaded) searchOptions(lang string) search.Options {
	return search.Options{Plan: l.Plan, Locales: l.Locales, Lang: lang, Sums: l.sums, State: l.state()}
}

// An Indexed catalogue has the search index of a language in memory.
type Indexed struct {
	Manifest string

	of    *Loaded
	made  search.Made
	files *output.Memory
}

// Index makes the index of a language; from one made before, which may be nil, only what is another.
func (l *Loaded) Index(lang string, before *Indexed) (*Indexed, error) {
	n := &Indexed{of: l, files: &output.Memory{}}
	if before != nil && l.settledAs(before.of) {
		n.made, n.files = before.made, before.files.Next()
	}
	var err error
	n.Manifest, err = search.Build(search.Options{Plan: l.Plan, Locales: l.Locales, Lang: lang, Sums: l.sumsOfSheets(), Made: &n.made}, n.files)
	n.files.Settle()
	return n, err
}

// Read returns a file of the index by its path in the site.
func (x *Indexed) Read(path string) ([]byte, error) {
	if data, ok := x.files.Bytes(path); ok {
		return data, nil
	}
	return nil, fs.ErrNotExist
}

// settledAs reports whether all but sheets and pages is as in another reading, of which this one is a later one.
func (l *Loaded) settledAs(o *Loaded) bool {
	return l.Site == o.Site && l.vocabulary == o.vocabulary && l.Locales == o.Locales && l.options.Now == o.options.Now
}

// sumsOfSheets are those of the texts that were read.
func (l *Loaded) sumsOfSheets() *inputs.Sums {
	sums := &inputs.Sums{Sheets: make(map[string][sha256.Size]byte, len(l.Catalogue.Entries))}
	var text []byte
	for _, e := range l.Catalogue.Entries {
		text = text[:0]
		for _, f := range e.Files {
			sum := f.Source.Sum()
			text = append(append(text, f.Lang+" "...), sum[:]...)
		}
		sums.Sheets[e.ID] = sha256.Sum256(text)
	}
	return sums
}
