package render

import (
	"crypto/sha256"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
)

// TestScript holds that a script is bundled once, and again when a module of it is another one, comes from the catalogue
// or is gone; one that is no part of it makes no difference.
func TestScript(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	module := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	builtIn := fstest.MapFS{
		"search/ui.ts":    module("import { n } from './n'\nconsole.log(n)\n"),
		"search/n.ts":     module("export const n: string = 'one'\n"),
		"search/other.ts": module("console.log('other')\n"),
	}
	own := fstest.MapFS{}
	files := overlay{own, builtIn}
	script := func(want string) {
		t.Helper()
		book := cache.OpenBook(path, cache.Sum{})
		got, err := files.script(book, "search/ui.ts")
		if err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%q, %v, without %q", got, err, want)
		}
		if err := book.Save(); err != nil {
			t.Fatal(err)
		}
	}
	script("one")
	book := cache.OpenBook(path, cache.Sum{})
	key := sha256.Sum256([]byte("script search/ui.ts"))
	kept, _ := book.Find(key)
	book.Add(key, strings.Replace(kept, "one", "ONE", 1)) // tells whether it is recalled
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	script("ONE")
	builtIn["search/other.ts"] = module("console.log('another')\n")
	script("ONE")
	own["search/n.ts"] = module("export const n: string = 'two'\n")
	script("two")
	script("two")
	delete(own, "search/n.ts")
	script("one")
	delete(builtIn, "search/n.ts")
	if _, err := files.script(cache.OpenBook(path, cache.Sum{}), "search/ui.ts"); err == nil {
		t.Error("a module that is gone is not missed")
	}
	if got, err := (overlay{nil, fstest.MapFS{"search/ui.ts": module("console.log('none')")}}).script(nil, "search/ui.ts"); err != nil || !strings.Contains(string(got), "none") {
		t.Errorf("%q, %v without a book", got, err)
	}
}
