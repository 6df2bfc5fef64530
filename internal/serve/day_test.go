package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

// TestMidnight holds that a server which runs for days shows what holds today: a
// contact that has expired in the night is gone in the morning.
func TestMidnight(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", "title: {de: Blätter}\nbase_url: https://example.org/\nlanguages: [de]\n")
	write(t, dir, "content/sheets/one/index.de.md", "---\ntitle: Eins\ncontact:\n  office: Bauamt\n  review_by: 2026-11-22\n---\n")
	day := options(t, dir).Now
	s := newServer(Options{Site: options(t, dir), Today: func() edtf.Day { return day }, Say: func(err error) { t.Error(err) }})
	s.update([]string{"."})
	ask := func() string {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost/de/sheets/one.html", nil))
		return w.Body.String()
	}
	if !strings.Contains(ask(), "Bauamt") {
		t.Error("a contact is missing that holds until today")
	}
	day++
	if page := ask(); strings.Contains(page, "Bauamt") || !strings.Contains(page, "Eins") {
		t.Error("a contact is shown that has expired in the night")
	}
}
