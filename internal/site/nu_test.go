package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// The Nu HTML checker finds nothing on any page of this repository's site and of the golden one, nor in its styles and drawings; what it
// would find is found.
func TestNuHTMLChecker(t *testing.T) {
	dir := repositorySite(t)
	_, edges := rendered(t, golden(t)) // whose texts are of all kinds
	writeSite(t, edges, filepath.Join(dir, "golden"))
	wrong := filepath.Join(dir, "wrong.html")
	if err := os.WriteFile(wrong, []byte("<!doctype html><html lang=de><title>x</title><p><div></p><img src=x>"), 0o666); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, found := range browser.Nu(t, dir) {
		if strings.HasPrefix(found, "wrong.html:") {
			seen++
			continue
		}
		t.Error(found)
	}
	if seen == 0 {
		t.Error("the checker finds nothing on a page that is wrong")
	}
}
