// Package expert answers bleve's own query language over all fields of all
// sheets, from an index on disk that is made when it is first asked for:
//
//	title:Wohnraum +themes:housing -status:finished
//	description:/asyl.*/ period:>2014 "runder Tisch"~2
//
// It is for editors and data people at the command line. Its scores are
// bleve's, which depend on how an index came about, so its order is not that of
// the site's search. It is the only user of bleve beyond its analysis.
package expert

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de" // the analyzers
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // of these
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr" // languages
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
)

// A Document is a sheet in one language: texts and keys by the names of their fields.
type Document struct {
	ID    string
	Texts map[string]string   // analysed in the language
	Keys  map[string][]string // as they are
}

// A Hit is a document with bleve's score.
type Hit struct {
	ID    string
	Score float64
}

// A QueryError is a query that bleve does not understand.
type QueryError struct{ Err error }

func (e *QueryError) Error() string { return e.Err.Error() }

// Unwrap returns bleve's error.
func (e *QueryError) Unwrap() error { return e.Err }

// Search answers a query over documents of a language. The index lies in a
// folder of state, under a name that changes with the documents; older ones
// are removed.
func Search(state, lang string, docs []Document, text string) ([]Hit, error) {
	q := query.NewQueryStringQuery(text)
	if _, err := q.Parse(); err != nil {
		return nil, &QueryError{err}
	}
	index, err := open(state, lang, docs)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		// A catalogue that can only be read has its index for this query alone.
		spare, tempErr := os.MkdirTemp("", "praxisblatt-")
		if tempErr != nil {
			return nil, err
		}
		defer os.RemoveAll(spare)
		index, err = open(spare, lang, docs)
	}
	if err != nil {
		return nil, err
	}
	defer index.Close()
	request := bleve.NewSearchRequestOptions(q, max(1, len(docs)), 0, false)
	request.SortBy([]string{"-_score", "_id"})
	result, err := index.Search(request)
	if err != nil {
		return nil, &QueryError{err}
	}
	hits := make([]Hit, len(result.Hits))
	for i, h := range result.Hits {
		hits[i] = Hit{h.ID, h.Score}
	}
	return hits, nil
}

func open(state, lang string, docs []Document) (bleve.Index, error) {
	digest, err := digest(docs)
	if err != nil {
		return nil, err
	}
	prefix := "expert-" + lang + "-"
	path := filepath.Join(state, prefix+digest)
	if sum := sumOf(path); sum != "" && said(path, sum) {
		if index, err := openWritten(path); err == nil {
			return index, nil
		}
	}
	old, err := fs.Glob(os.DirFS(state), prefix+"*")
	if err != nil {
		return nil, err
	}
	for _, o := range old {
		if err := os.RemoveAll(filepath.Join(state, o)); err != nil {
			return nil, err
		}
	}
	if err := write(path, lang, docs); err != nil {
		return nil, err
	}
	return openWritten(path)
}

// openWritten opens an index that is not going to change.
func openWritten(path string) (bleve.Index, error) {
	return bleve.OpenUsing(path, map[string]any{"read_only": true})
}

// sumName is the file in an index that has the sum of the others.
const sumName = "sum"

// sumOf stands for all files of an index, which bleve reads without looking for damage. It is ""
// where one can't be read, or is no file.
func sumOf(path string) string {
	h := sha256.New()
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !d.Type().IsRegular() { // perhaps it leads elsewhere, or has no end
			return &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
		}
		if d.Name() == sumName {
			return nil
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		fmt.Fprintf(h, "%q\n", filepath.Base(name))
		n, err := io.Copy(h, f)
		fmt.Fprintf(h, " %d\n", n)
		return err
	})
	if err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// said reports whether an index has a sum with it.
func said(path, sum string) bool {
	data, err := os.ReadFile(filepath.Join(path, sumName))
	return err == nil && string(data) == sum
}

// digest changes with what is indexed.
func digest(docs []Document) (string, error) {
	sum := sha256.New()
	if err := json.NewEncoder(sum).Encode(docs); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)[:5]), nil
}

// write makes an index beside its place and moves it there when it is whole.
func write(path, lang string, docs []Document) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	unfinished, err := os.MkdirTemp(filepath.Dir(path), "expert-*.tmp")
	if err != nil {
		return err
	}
	defer os.RemoveAll(unfinished)
	part := filepath.Join(unfinished, "index")
	index, err := bleve.New(part, mappingOf(lang, docs))
	if err != nil {
		return err
	}
	if err := fill(index, docs); err != nil {
		index.Close()
		return err
	}
	if err := index.Close(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(part, sumName), []byte(sumOf(part)), 0o644); err != nil {
		return err
	}
	return os.Rename(part, path)
}

// mappingOf analyses texts as the language's, and keys not at all.
func mappingOf(lang string, docs []Document) mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = standard.Name
	if strings.Contains("de fr en", lang) {
		m.DefaultAnalyzer = lang
	}
	key := bleve.NewTextFieldMapping()
	key.Analyzer = keyword.Name
	for _, d := range docs {
		for name := range d.Keys {
			m.DefaultMapping.AddFieldMappingsAt(name, key)
		}
	}
	m.DefaultMapping.AddFieldMappingsAt("id", key)
	return m
}

func fill(index bleve.Index, docs []Document) error {
	const size = 256
	batch := index.NewBatch()
	for i, d := range docs {
		fields := map[string]any{"id": d.ID}
		for name, text := range d.Texts {
			fields[name] = text
		}
		for name, keys := range d.Keys {
			fields[name] = keys
		}
		if err := batch.Index(d.ID, fields); err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		if batch.Size() == size || i == len(docs)-1 {
			if err := index.Batch(batch); err != nil {
				return err
			}
			batch.Reset()
		}
	}
	return nil
}
