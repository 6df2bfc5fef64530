// Package serve shows a catalogue while it is written: pages are rendered from
// memory when they are asked for, a change on disk reloads the browser, and
// what `check` finds stands over the page.
//
//	serve.go   listening, and what may ask
//	state.go   one reading of the catalogue: pages, files, findings
//	watch.go   what has changed on disk
//	page.go    the script in a page, and what is shown where no page can be
//	editors.go the editors' page: all findings, and the state of every translation
//
// A page has the bytes that a build would write, but for one script and what the
// Content-Security-Policy must allow for it. Nothing is written to disk. The
// server listens on this machine alone unless told otherwise, and answers nobody
// who came by another name: a page of the web must not read what is not
// published yet.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// Options say what to serve, and where.
type Options struct {
	Site  site.Options
	Today func() edtf.Day        // the day at every moment; nil where it stays that of Site
	Addr  string                 // host and port; this machine where the host is empty
	Lang  string                 // of what is said to the editor: de, fr or en
	Ready func(url string)       // is called once, when pages can be asked for
	Say   func(err error)        // is called when something goes wrong that does not end the server
	Word  func(err error) string // words what went wrong
}

// today is the day that it is.
func (o Options) today() edtf.Day {
	if o.Today == nil {
		return o.Site.Now
	}
	return o.Today()
}

// Addr is where a server listens that is told nothing.
const Addr = "127.0.0.1:8080"

// Editors is where the editors' page is.
const Editors = "/editors"

// An Error says why nothing can be served.
type Error struct {
	Kind Kind
	Addr string
	Err  error
}

// Kind says what went wrong, for whoever words the message.
type Kind string

// The kinds of errors.
const (
	Taken      Kind = "taken"       // another program listens at Addr
	BadAddr    Kind = "bad-addr"    // Addr is no address of this machine
	CannotSee  Kind = "cannot-see"  // changes in the folder Addr can't be watched
	NoListener Kind = "no-listener" // listening failed: Err tells
)

func (e *Error) Error() string { return "serve: " + string(e.Kind) + ": " + e.Addr }

func (e *Error) Unwrap() error { return e.Err }

// Run serves until the context ends.
func Run(ctx context.Context, o Options) error {
	if info, err := os.Stat(o.Site.Dir); err != nil || !info.IsDir() {
		return &site.Error{Kind: site.NoFolder, Path: o.Site.Dir, Err: err}
	}
	l, err := listen(o.Addr)
	if err != nil {
		return err
	}
	defer l.Close()
	s := newServer(o)
	s.done = ctx.Done()
	watcher, err := s.watch()
	if err != nil {
		o.Say(err) // pages can be looked at all the same
	} else {
		defer watcher.Close()
	}
	s.update([]string{"."})
	h := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		h.Close()
	}()
	o.Ready("http://" + l.Addr().String() + s.now().base())
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return &Error{NoListener, o.Addr, err}
	}
	return nil
}

// listen opens the address; a port alone is one of this machine only.
func listen(addr string) (net.Listener, error) {
	if !strings.Contains(addr, ":") {
		addr = ":" + addr
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil || port == "" {
		return nil, &Error{BadAddr, addr, err}
	}
	if host == "" {
		host = "127.0.0.1"
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, port))
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, addressInUse):
		return nil, &Error{Taken, addr, err}
	}
	return nil, &Error{BadAddr, addr, err}
}

// A server answers with the latest state.
type server struct {
	o    Options
	host string     // that Addr names
	turn sync.Mutex // held while the catalogue is read
	mu   sync.Mutex
	at   *state
	done <-chan struct{}
}

func newServer(o Options) *server {
	host, _, _ := net.SplitHostPort(o.Addr)
	first := &state{next: make(chan struct{})}
	return &server{o: o, host: host, at: first}
}

func (s *server) now() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at
}

// update reads what has changed and lets the browsers know.
func (s *server) update(changed []string) {
	s.turn.Lock()
	defer s.turn.Unlock()
	before := s.now()
	if changed == nil && before.day == s.o.today() {
		return // another request was first
	}
	after := before.reread(s.o, changed)
	s.mu.Lock()
	s.at = after
	s.mu.Unlock()
	close(before.next)
	if after.failed != nil {
		s.o.Say(after.failed)
	}
}

// ServeHTTP answers what comes from this machine by its own name.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	// For browsers that do not tell who asks.
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	if s.now().day != s.o.today() { // since midnight
		s.update(nil)
	}
	switch {
	case !s.known(r.Host) || !sameOrigin(r):
		http.Error(w, words.forbidden.In(s.o.Lang), http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
	case r.URL.Path == Editors || strings.HasPrefix(r.URL.Path, Editors+"/"):
		s.editors(w, r)
	default:
		s.page(w, r)
	}
}

// known reports whether a Host header is a name that the server was started
// under: a page of the web that has its own name lead here (DNS rebinding) sends that.
func (s *server) known(header string) bool {
	host, _, err := net.SplitHostPort(header)
	if err != nil {
		host = header
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	switch {
	case host == "localhost", ip != nil && ip.IsLoopback(), host == s.host && host != "":
		return true
	case ip != nil: // an address can't be made to lead elsewhere
		bound := net.ParseIP(s.host)
		return bound != nil && bound.IsUnspecified()
	}
	return false
}

// sameOrigin reports whether a request comes from a page of this server, or
// from no page. A link on another one may lead here, and an editor may show it in a frame, which the other one can't read; but that must
// not load anything. What another port of this machine serves is another one, too.
func sameOrigin(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
	default:
		if r.Header.Get("Sec-Fetch-Mode") != "navigate" {
			return false
		}
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host
}
