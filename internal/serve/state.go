package serve

import (
	"errors"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// A state is one reading of the catalogue. It is finished when it is made; what
// takes long and may not be asked for is made when it is.
type state struct {
	version  int
	options  site.Options
	day      edtf.Day         // as of which it was read
	loaded   *site.Loaded     // nil where there is no catalogue
	renderer *render.Renderer // nil where a layout can't be read
	failed   error            // why there is nothing to show
	next     chan struct{}    // closed when there is a newer state

	findings func() []diag.Diagnostic
	assets   map[string][]byte
	data     func() (*output.Memory, error) // what is neither page nor style: catalogue.json, images
	search   func() (*searching, error)
	indexed  *indexed // of all states
}

// reread makes the next state of what has changed.
func (s *state) reread(o Options, changed []string) *state {
	n := &state{version: s.version + 1, day: o.today(), next: make(chan struct{}), assets: map[string][]byte{}, indexed: s.indexed}
	if n.indexed == nil {
		n.indexed = &indexed{by: map[string]*site.Indexed{}}
	}
	o.Site.Now = n.day
	n.options = o.Site
	if n.loaded, n.failed = s.load(o.Site, changed); n.failed != nil {
		n.findings = func() []diag.Diagnostic { return nil }
		return n
	}
	n.findings = sync.OnceValue(n.loaded.Check)
	if n.renderer, n.failed = n.loaded.Renderer(nil); n.failed != nil {
		return n
	}
	for _, f := range n.renderer.Assets() {
		n.assets[f.Path] = f.Bytes
	}
	n.data = sync.OnceValues(func() (*output.Memory, error) {
		var files output.Memory
		return &files, n.renderer.Data(&files)
	})
	n.search = sync.OnceValues(n.index)
	return n
}

// indexed are the indexes that were made last, by language, of which the next ones are made.
type indexed struct {
	mu sync.Mutex
	by map[string]*site.Indexed
}

// searching is what search needs. It takes longer than all the rest and only
// its own pages depend on it.
type searching struct {
	indexes  map[string]*site.Indexed
	renderer *render.Renderer
}

func (s *state) index() (made *searching, err error) {
	s.indexed.mu.Lock()
	defer s.indexed.mu.Unlock()
	made = &searching{indexes: map[string]*site.Indexed{}}
	manifests := map[string]string{}
	for _, lang := range s.loaded.Plan.Langs {
		x, err := s.loaded.Index(lang, s.indexed.by[lang])
		if err != nil {
			return nil, err
		}
		s.indexed.by[lang], made.indexes[lang] = x, x
		manifests[lang] = search.Dir(lang) + x.Manifest + ".js"
	}
	made.renderer, err = s.loaded.Renderer(func(lang string) string { return manifests[lang] })
	return made, err
}

// file returns a file of one of the indexes.
func (s *searching) file(path string) ([]byte, error) {
	for lang, k := range s.indexes {
		if strings.HasPrefix(path, search.Dir(lang)) {
			return k.Read(path)
		}
	}
	return nil, errNone
}

func (s *state) load(o site.Options, changed []string) (*site.Loaded, error) {
	if s.loaded == nil {
		o.Keep = true
		return site.Load(o)
	}
	return s.loaded.Reload(o.Now, changed)
}

// base is the path below which the site lies, as it will on its host: the page
// for what is not found links by it.
func (s *state) base() string {
	if s.loaded == nil {
		return "/"
	}
	return s.loaded.Site.BasePath()
}

// cards returns a script for the reader's own packs.
func (s *state) cards(of []*plan.Page) (script []byte, err error) {
	for _, p := range of {
		f, err := s.renderer.Page(p)
		if err != nil {
			return nil, err
		}
		script = render.AppendCard(script, p, f.Bytes)
	}
	return script, nil
}

// errNone says that the site has no such file.
var errNone = errors.New("there is no such file")

// file returns a file of the site by its path.
func (s *state) file(path string) (data []byte, err error) {
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if data, ok := s.assets[path]; ok {
		return data, nil
	}
	if p := s.loaded.Plan.Page(path); p != nil && p.Path == path {
		renderer := s.renderer
		if p.Kind == plan.Search {
			made, err := s.search()
			if err != nil {
				return nil, err
			}
			renderer = made.renderer
		}
		f, err := renderer.Page(p)
		return f.Bytes, err
	}
	if cards := s.loaded.Plan.CardsAt(path); len(cards) > 0 {
		return s.cards(cards)
	}
	if strings.HasPrefix(path, "assets/search/") {
		made, err := s.search()
		if err != nil {
			return nil, err
		}
		if data, err := made.file(path); err == nil {
			return data, nil
		}
	}
	files, err := s.data()
	if err != nil {
		return nil, err
	}
	if data, ok := files.Bytes(path); ok {
		return data, nil
	}
	return nil, errNone
}
