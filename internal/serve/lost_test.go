package serve

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// TestLostEvents holds that a watcher which was not told of changes reads everything when it learns
// so, and watches what came meanwhile.
func TestLostEvents(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	s := newServer(Options{Site: options(t, dir), Addr: "127.0.0.1:0", Lang: "de", Say: func(error) {}, Word: error.Error})
	s.update([]string{"."})
	w, err := s.watch()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	deadline, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	until := func(page, want string) {
		t.Helper()
		for {
			at := s.now()
			answer := httptest.NewRecorder()
			s.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "http://localhost/praxis/"+page, nil))
			if strings.Contains(answer.Body.String(), want) {
				return
			}

			select {
			case <-at.next:
			case <-deadline.Done():
				t.Fatalf("%s never holds %q", page, want)
			}
		}
	}
	// The system is no longer asked about these folders, which stands for its queue being full.
	for _, folder := range []string{"content", "content/sheets", "content/sheets/meeting"} {
		if err := w.Remove(filepath.Join(dir, folder)); err != nil && !errors.Is(err, fsnotify.ErrNonExistentWatch) {
			t.Fatal(err)
		}
	}
	const added = "content/sheets/added/index.de.md"
	write(t, dir, file, strings.Replace(sheet, "Ein Anlass", "Ungesehen", 1))
	write(t, dir, added, "---\ntitle: Auch ungesehen\n---\n")
	w.Errors <- fsnotify.ErrEventOverflow
	until("de/sheets/meeting.html", "Ungesehen")
	until("de/sheets/added.html", "Auch ungesehen")

	write(t, dir, added, "---\ntitle: Wieder gesehen\n---\n")
	until("de/sheets/added.html", "Wieder gesehen")
	if err := os.RemoveAll(filepath.Join(dir, "content/sheets/added")); err != nil {
		t.Fatal(err)
	}
	until("de/sheets/added.html", "Diese Seite gibt es nicht")
}
