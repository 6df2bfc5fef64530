package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

const (
	settings = "title: {de: Praxis, fr: Pratiques}\nbase_url: https://example.org/praxis/\nlanguages: [de, fr]\npublisher: {name: Stadt}\naccessibility: {status: full}\n"
	sheet    = "---\ntitle: Treffpunkt\ncontext: Ein Anlass\n---\nGeschichte\n"
	file     = "content/sheets/meeting/index.de.md"
)

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A running server is one that a test can ask.
type running struct {
	t      testing.TB
	url    string // of the site
	origin string
	events *bufio.Scanner
}

func options(t testing.TB, dir string) site.Options {
	now, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	return site.Options{Dir: dir, Now: now, Version: "test"}
}

// start serves a folder until the test ends.
func start(t testing.TB, dir string) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Run(ctx, Options{
			Site: options(t, dir), Addr: "127.0.0.1:0", Lang: "de",
			Ready: func(url string) { ready <- url }, Say: func(error) {}, Word: error.Error,
		})
	}()
	r := &running{t: t}
	select {
	case r.url = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	r.origin = r.url[:strings.Index(r.url[len("http://"):], "/")+len("http://")]
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	response, err := http.Get(r.origin + Editors + "/events")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	r.events = bufio.NewScanner(response.Body)
	r.next()
	return r
}

// next waits for the next version.
func (r *running) next() {
	r.t.Helper()
	for r.events.Scan() {
		if strings.HasPrefix(r.events.Text(), "data: ") {
			return
		}
	}
	r.t.Fatal("the events have ended")
}

func (r *running) get(url string) (int, string) {
	r.t.Helper()
	response, err := http.Get(url)
	if err != nil {
		r.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// until waits for a version in which a page holds a text. A change may be
// told of in several.
func (r *running) until(url, want string) (status int) {
	r.t.Helper()
	for range 10 {
		status, body := r.get(url)
		if strings.Contains(body, want) {
			return status
		}
		r.next()
	}
	r.t.Fatalf("%s never holds %q", url, want)
	return 0
}

// TestBytes holds that a page is what a build writes, but for the script and
// what the policy allows it.
func TestBytes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	l, err := site.Load(options(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	var built output.Memory
	if err := l.Render(&built); err != nil {
		t.Fatal(err)
	}
	r := start(t, dir)
	pages := 0
	for f := range built.All() {
		_, body := r.get(r.url + f.Path)
		if strings.HasSuffix(f.Path, ".html") {
			pages++
			before := body
			body = strings.Replace(body, script(1), "", 1)
			if before == body || !strings.Contains(body, "connect-src 'self'") {
				t.Errorf("%s can't be reloaded", f.Path)
			}
			for _, directive := range []string{"; connect-src 'self'", "; script-src 'self'"} {
				if !bytes.Contains(f.Bytes, []byte(directive)) {
					body = strings.Replace(body, directive, "", 1)
				}
			}
		}
		if body != string(f.Bytes) {
			t.Errorf("%s is another file than a build writes", f.Path)
		}
	}
	if pages < 10 {
		t.Errorf("only %d pages were compared", pages)
	}
	if status, body := r.get(r.url + "de/none.html"); status != http.StatusNotFound || !strings.Contains(body, "Diese Seite gibt es nicht") {
		t.Errorf("a page that does not exist: %d\n%s", status, body)
	}
	if _, body := r.get(r.origin + "/"); !strings.Contains(body, "Praxis") {
		t.Error("the root does not lead to the site")
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("something was written")
	}
}

func TestWhoMayAsk(t *testing.T) {
	s := newServer(Options{Addr: "127.0.0.1:1", Lang: "de"})
	desk, nowhere := newServer(Options{Addr: "desk.example:1"}), newServer(Options{Addr: ":1"})
	open := newServer(Options{Addr: "0.0.0.0:1", Lang: "de"})
	for _, test := range []struct {
		server *server
		host   string
		ok     bool
	}{
		{s, "localhost:1", true}, {s, "127.0.0.1:1", true}, {s, "[::1]:1", true}, {s, "127.0.0.1", true},
		{s, "evil.example:1", false}, {s, "localhost.evil.example:1", false}, {s, "192.168.1.1:1", false}, {s, "", false},
		{open, "192.168.1.1:1", true}, {open, "evil.example", false},
		{desk, "desk.example:1", true}, {desk, "localhost:1", true}, {desk, "evil-desk.example:1", false}, {desk, "192.168.1.1:1", false},
		{nowhere, "localhost:1", true}, {nowhere, "evil.example:1", false}, {nowhere, "", false},
	} {
		if got := test.server.known(test.host); got != test.ok {
			t.Errorf("%s is known to %s: %v", test.host, test.server.o.Addr, got)
		}
	}
	for _, test := range []struct {
		method, host, headers string
		status                int
	}{
		{"GET", "127.0.0.1:1", "", 200},
		{"HEAD", "localhost:1", "", 200},
		{"GET", "evil.example:1", "", 403},
		{"GET", "127.0.0.1:1", "Origin: http://127.0.0.1:1", 200},
		{"GET", "127.0.0.1:1", "Origin: http://127.0.0.1:2", 403},
		{"GET", "127.0.0.1:1", "Origin: http://evil.example", 403},
		{"GET", "evil.example:1", "Origin: http://evil.example:1", 403},
		{"GET", "127.0.0.1:1", "Origin: null", 403},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: same-origin", 200},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: none, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: document", 200},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: cross-site", 403},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: same-site, Sec-Fetch-Mode: no-cors, Sec-Fetch-Dest: script", 403},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: cross-site, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: document", 200},
		{"GET", "127.0.0.1:1", "Sec-Fetch-Site: cross-site, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: iframe", 200},
		{"POST", "127.0.0.1:1", "", 405},
	} {
		r := httptest.NewRequest(test.method, "http://"+test.host+"/editors/serve.js", nil)
		for header := range strings.SplitSeq(test.headers, ", ") {
			name, value, _ := strings.Cut(header, ": ")
			r.Header.Set(name, value)
		}
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != test.status || w.Header().Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s of %s with %s: %d, %v", test.method, test.host, test.headers, w.Code, w.Header())
		}
		if served := strings.Contains(w.Body.String(), "EventSource"); served != (test.status == 200) {
			t.Errorf("%s of %s with %s: the script is served: %v", test.method, test.host, test.headers, served)
		}
	}
}

// TestChanges holds that the server follows what happens on disk, goes on
// whatever that is, and heals.
func TestChanges(t *testing.T) {
	dir := t.TempDir()
	r := start(t, dir)
	page := r.origin + "/praxis/de/sheets/meeting.html"
	if status := r.until(r.origin+"/", "Hier lässt sich gerade nichts zeigen"); status != http.StatusServiceUnavailable {
		t.Errorf("without a catalogue the status is %d", status)
	}
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	r.until(page, "Ein Anlass")
	write(t, dir, file, strings.Replace(sheet, "Ein Anlass", "Ein guter Anlass", 1))
	r.until(page, "Ein guter Anlass")

	// A file beside it that is renamed, as many editors save.
	write(t, dir, "content/sheets/meeting/.new", strings.Replace(sheet, "Ein Anlass", "Ein besserer Anlass", 1))
	if err := os.Rename(filepath.Join(dir, "content/sheets/meeting/.new"), filepath.Join(dir, file)); err != nil {
		t.Fatal(err)
	}
	r.until(page, "Ein besserer Anlass")

	write(t, dir, "content/sheets/another/index.fr.md", "---\ntitle: Encore une\n---\n")
	r.until(r.origin+"/praxis/fr/sheets/another.html", "Encore une")
	if err := os.RemoveAll(filepath.Join(dir, "content/sheets/another")); err != nil {
		t.Fatal(err)
	}
	r.until(r.origin+Editors, "meeting")

	write(t, dir, "layouts/sheet.html", `{{define "main"}}{{.Nothing}}{{end}}`)
	if status := r.until(page, "nichts zeigen"); status != http.StatusServiceUnavailable {
		t.Errorf("with a broken layout the status is %d", status)
	}
	if err := os.Remove(filepath.Join(dir, "layouts/sheet.html")); err != nil {
		t.Fatal(err)
	}
	r.until(page, "Ein besserer Anlass")

	if err := os.Remove(filepath.Join(dir, "site.yaml")); err != nil {
		t.Fatal(err)
	}
	r.until(page, "nichts zeigen")
	write(t, dir, "site.yaml", settings)
	r.until(page, "Ein besserer Anlass")
}

// TestEventsEnd holds that nothing waits for changes on behalf of a browser that has gone, or in a server that has ended.
func TestEventsEnd(t *testing.T) {
	for _, who := range []string{"browser", "server"} {
		s, done := newServer(Options{Addr: "127.0.0.1:1"}), make(chan struct{})
		s.done = done
		ctx, leave := context.WithCancel(t.Context())
		defer leave()
		ended := make(chan struct{})
		go func() {
			s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://localhost"+Editors+"/events", nil).WithContext(ctx))
			close(ended)
		}()
		if who == "browser" {
			leave()
		} else {
			close(done)
		}
		select {
		case <-ended:
		case <-time.After(time.Minute):
			t.Errorf("the %s is gone, and somebody waits all the same", who)
		}
	}
}

// TestFindings holds that a page shows its own findings and all errors, and
// the editors' page everything.
func TestFindings(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, strings.Replace(sheet, "context", "kontext", 1))
	write(t, dir, "content/sheets/other/index.de.md", "---\ntitle: Anderes\ncontact: {phone: 0651}\n---\n")
	write(t, dir, "content/sheets/other/index.fr.md", "---\ntitle: Autre\ntranslation: {of: de, state: {title: \"00000000\"}}\n---\n")
	r := start(t, dir)
	report := func(page string) summary {
		_, body := r.get(r.origin + Editors + "/findings.json?page=/praxis/" + page)
		var s summary
		if err := json.Unmarshal([]byte(body), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	rules := func(s summary) string {
		var names []string
		for _, f := range s.Findings {
			names = append(names, f.Rule)
		}
		return strings.Join(names, " ")
	}
	if got := rules(report("de/sheets/meeting.html")); got != "unknown-key" {
		t.Errorf("the sheet has %s", got)
	}
	if got := rules(report("fr/sheets/other.html")); !strings.Contains(got, "translation-outdated") || !strings.Contains(got, "unquoted") || !strings.Contains(got, "unknown-key") {
		t.Errorf("the other sheet has %s", got)
	}
	if got := rules(report("de/index.html")); got != "unknown-key" {
		t.Errorf("the home page has %s", got)
	}
	_, body := r.get(r.origin + Editors)
	for _, want := range []string{"content/sheets/meeting/index.de.md:3:1", "[unquoted]", "veraltet", "<code>title</code>", "/praxis/fr/sheets/other.html"} {
		if !strings.Contains(body, want) {
			t.Errorf("the editors’ page lacks %q", want)
		}
	}
}

func TestAddresses(t *testing.T) {
	dir := t.TempDir()
	l, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for addr, kind := range map[string]Kind{l.Addr().String(): Taken, "nonsense": BadAddr, "127.0.0.1": BadAddr, "256.1.1.1:80": BadAddr, "127.0.0.1:99999": BadAddr} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		err := Run(ctx, Options{Site: options(t, dir), Addr: addr, Ready: func(string) { t.Errorf("%s is served", addr) }})
		cancel()
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != kind {
			t.Errorf("%s: %v", addr, err)
		}
	}
	if err := Run(t.Context(), Options{Site: options(t, filepath.Join(dir, "none"))}); err == nil {
		t.Error("a folder that does not exist is served")
	}
	for addr, want := range map[string]string{":0": "127.0.0.1", "0": "127.0.0.1"} {
		l, err := listen(addr)
		if err != nil || !strings.HasPrefix(l.Addr().String(), want) {
			t.Errorf("%s: %v", addr, err)
			continue
		}
		l.Close()
	}
}
