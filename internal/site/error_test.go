package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestTemplateFails holds that a template that fails is an error with its name, line and the page, and that nothing is written.
func TestTemplateFails(t *testing.T) {
	dir, files := t.TempDir(), golden(t)
	files["layouts/sheet.html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}\n{{.Nothing}}{{end}}")}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	v, err := NewVisit(Options{Dir: dir, Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	_, err = v.Build(BuildOptions{})
	e, ok := errors.AsType[*Error](err)
	if !ok || e.Kind != Layout || !strings.Contains(e.Path, "/sheets/") || !strings.Contains(err.Error(), "layouts/sheet.html:2:") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
		t.Error("something was written")
	}
}
