package site

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
)

// TestNothingAheadOfSaving holds that nothing is parsed ahead once the book is being written: what a visit remembers may have it look
// at files that were changed meanwhile.
func TestNothingAheadOfSaving(t *testing.T) {
	dir := goldenFolder(t)
	v, err := NewVisit(Options{Dir: dir, Now: today(t), Version: "test", eager: true})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if _, err := v.Findings(); err != nil {
		t.Fatal(err)
	}
	v.save()
	v.reader = func() *reader { t.Error("a file is parsed ahead"); return nil }
	sheets, err := filepath.Glob(filepath.Join(dir, "content", "sheets", "*", "*.md"))
	if err != nil || len(sheets) == 0 {
		t.Fatal(sheets, err)
	}
	text, err := os.ReadFile(sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(sheets[0], bytes.ToUpper(text), 0o644); err != nil {
		t.Fatal(err)
	}
	v.files.note("elsewhere")
	if v.remember() {
		t.Error("what has changed is remembered")
	}
}

// TestCloseWaits holds that a visit has not ended before its book is on the disk.
func TestCloseWaits(t *testing.T) {
	v, err := NewVisit(Options{Dir: goldenFolder(t), Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) { // where an hour takes no time
		saved := false
		v.saved.Go(func() { time.Sleep(time.Hour); saved = true })
		if v.Close(); !saved {
			t.Error("closed before all was saved")
		}
		v.saved.Wait()
	})
}

// TestMakerOfBook holds that a book whose first records are parsed while the program is still summed up is that of the program.
func TestMakerOfBook(t *testing.T) {
	running.once = sync.Once{} // else it has been summed up by another test
	v, err := NewVisit(Options{Dir: goldenFolder(t), Now: today(t), Version: "test", eager: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Findings(); err != nil {
		t.Fatal(err)
	}
	v.Close()
	if b := cache.OpenBook(filepath.Join(v.state, parsedName), sha256.Sum256([]byte(v.tool))); b.Len() == 0 {
		t.Error("the book is another program's")
	}
}
