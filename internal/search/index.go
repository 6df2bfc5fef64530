package search

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// An Index reads the files of one language, each when it is first needed. It is
// for one goroutine.
type Index struct {
	read     func(path string) ([]byte, error)
	dir      string
	manifest manifest
	top      directory      // the manifest's
	loaded   map[string]any // what files were decoded to, by name
	chains   map[string]*analyze.Chain
}

func (ix *Index) chain(lang string) *analyze.Chain {
	if ix.chains[lang] == nil {
		ix.chains[lang] = analyze.New(lang)
	}
	return ix.chains[lang]
}

// ErrCorrupt is wrapped by errors about files that are not what they were written as.
var ErrCorrupt = errors.New("the search index is damaged")

// Open reads a manifest. read returns a file of the site by its path.
func Open(lang, manifestName string, read func(path string) ([]byte, error)) (*Index, error) {
	ix := &Index{read: read, dir: Dir(lang), loaded: map[string]any{}, chains: map[string]*analyze.Chain{}}
	var m manifest
	if err := ix.load(manifestName, &m); err != nil {
		return nil, err
	}
	if m.Version != version || len(m.Langs) == 0 || len(m.IDF) == 0 || m.Group < 1 {
		return nil, damaged(manifestName)
	}
	ix.manifest, ix.top = m, directoryOf(m.Firsts, m.Shards, m.Positions)
	return ix, nil
}

func damaged(name string) error { return fmt.Errorf("%s: %w", name, ErrCorrupt) }

// load reads a file's JSON into values, one a part.
func (ix *Index) load(name string, parts ...any) error { return ix.loadJSON(name, &parts) }

// loadJSON reads a file's JSON, a list, into a list.
func (ix *Index) loadJSON(name string, list any) error {
	data, err := ix.read(ix.dir + name + ending)
	if err != nil {
		return err
	}
	data, ok := bytes.CutPrefix(data, []byte(opening))
	data, closed := bytes.CutSuffix(data, []byte(closing))
	if !ok || !closed || readJSON(data, list) != nil {
		return damaged(name)
	}
	return nil
}

// once returns what a file was decoded to, and decodes it when it is first asked for.
func once[T any](ix *Index, name string, decode func() (T, error)) (T, error) {
	if v, ok := ix.loaded[name].(T); ok {
		return v, nil
	}
	v, err := decode()
	if err == nil {
		ix.loaded[name] = v
	}
	return v, err
}

// hashes cuts a list of hashes apart.
func hashes(text string) []string {
	var all []string
	for ; len(text) >= hashLength; text = text[hashLength:] {
		all = append(all, text[:hashLength])
	}
	return all
}

// Postings are documents in their order, with an impact each.
type postings struct {
	docs    []uint32
	impacts []uint8
}

// block returns one of the files of a long list.
func (ix *Index) block(e *entry, which int) (*postings, error) {
	return once(ix, e.long[which], func() (*postings, error) {
		var text string
		if err := ix.load(e.long[which], &text); err != nil {
			return nil, err
		}
		n := e.df
		if which == 1 {
			n -= firstBlock
		} else if n > wholeList {
			n = firstBlock
		}
		r := &decoder{data: text}
		p := r.postings(n)
		if r.bad {
			return nil, damaged(e.long[which])
		}
		return p, nil
	})
}

// all returns the whole list of a term.
func (ix *Index) all(e *entry) (*postings, error) {
	if e.long[0] == "" {
		return e.postings, nil
	}
	first, err := ix.block(e, 0)
	if err != nil || e.long[1] == "" {
		return first, err
	}
	rest, err := ix.block(e, 1)
	if err != nil {
		return nil, err
	}
	p := &postings{}
	for i, k := 0, 0; i < len(first.docs) || k < len(rest.docs); {
		if k == len(rest.docs) || i < len(first.docs) && first.docs[i] < rest.docs[k] {
			p.docs, p.impacts = append(p.docs, first.docs[i]), append(p.impacts, first.impacts[i])
			i++
		} else {
			p.docs, p.impacts = append(p.docs, rest.docs[k]), append(p.impacts, rest.impacts[k])
			k++
		}
	}
	return p, nil
}

// groups is how many files of titles there are.
func (m manifest) groups() int { return (m.Docs + m.Group - 1) / m.Group }

// titles returns the hashes of the files of titles from one on: of all where they are few.
func (ix *Index) titles(group int) ([]string, error) {
	names := hashes(ix.manifest.Titles)
	if ix.manifest.groups() <= flatNames {
		return names[min(group, len(names)):], nil
	}
	part := group / nameGroup
	if part >= len(names) {
		return nil, ErrCorrupt
	}
	name := "n" + strconv.Itoa(part) + "-" + names[part]
	list, err := once(ix, name, func() (list string, err error) { return list, ix.load(name, &list) })
	names = hashes(list)
	return names[min(group%nameGroup, len(names)):], err
}

// record returns what a result shows of a document.
func (ix *Index) record(doc int) (record, error) {
	group := doc / ix.manifest.Group
	names, err := ix.titles(group)
	if err != nil {
		return record{}, err
	}
	if len(names) == 0 {
		return record{}, ErrCorrupt
	}
	name := "t" + strconv.Itoa(group) + "-" + names[0]
	records, err := once(ix, name, func() (records []record, err error) { return records, ix.loadJSON(name, &records) })
	if err != nil {
		return record{}, err
	}
	if doc%ix.manifest.Group >= len(records) {
		return record{}, damaged(name)
	}
	return records[doc%ix.manifest.Group], nil
}

// extra returns what few queries need.
func (ix *Index) extra() (extra, error) {
	name := "e-" + ix.manifest.Extra
	return once(ix, name, func() (x extra, err error) { return x, ix.load(name, &x) })
}
