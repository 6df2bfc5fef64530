// Package query measures what a browser fetches for one query: of a site that praxisblatt built, and of
// Pagefind's index of the same pages. Its only tests are those measurements.
package query

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// A Transfer is what was fetched.
type Transfer struct {
	Bytes, Requests int
}

// A Server serves a folder as a static host does: texts gzipped, all else as it is. It counts what belongs to
// the search: scripts, index, titles and texts, neither the page itself nor its style.
type Server struct {
	Dir   string
	Pages map[string]string // served beside the folder
	Keep  bool              // let the browser keep what it has
	Count func(path string) bool

	mu       sync.Mutex
	transfer Transfer
}

// Take returns what was fetched since it was last called.
func (s *Server) Take() Transfer {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.transfer
	s.transfer = Transfer{}
	return t
}

// ServeHTTP serves a file.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.URL.Path)
	data, err := []byte(s.Pages[name]), error(nil)
	if len(data) == 0 {
		data, err = os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(name)))
	}
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", cmp.Or(types[path.Ext(name)], "application/octet-stream"))
	h.Set("Cache-Control", "no-store")
	s.mu.Lock()
	if s.Keep {
		h.Set("Cache-Control", "max-age=3600, immutable")
	}
	s.mu.Unlock()
	if types[path.Ext(name)] != "" {
		h.Set("Content-Encoding", "gzip")
		data = zipped(data)
	}
	if s.Count(name) {
		s.mu.Lock()
		s.transfer.Bytes += len(data)
		s.transfer.Requests++
		s.mu.Unlock()
	}
	_, _ = w.Write(data) // a browser that has gone away is none of the measurement's business
}

var types = map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml"}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// Own counts the files of praxisblatt's search.
func Own(name string) bool { return strings.HasPrefix(name, "/assets/search") }

// Pagefind counts those of Pagefind.
func Pagefind(name string) bool { return strings.HasPrefix(name, "/pagefind/") }
