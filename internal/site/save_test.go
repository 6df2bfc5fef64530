package site

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
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
