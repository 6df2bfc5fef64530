package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestRegular holds that a catalogue is read without what would keep whoever opens it, and without what would fill the memory.
func TestRegular(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, golden(t)); err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(dir, "large.ttf")
	err := errors.Join(os.WriteFile(large, nil, 0o644), os.Truncate(large, maxFile+1), os.Symlink("/etc/hostname", filepath.Join(dir, "outside")))
	for _, name := range []string{"i18n/de.yaml", "layouts/tokens.css", "layouts/style/map.css", "layouts/search/ui.ts", "layouts/logo.png"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		os.Remove(path)
		err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o755), syscall.Mkfifo(path, 0o644))
	}
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, name := range []string{"large.ttf", "outside", "../" + filepath.Base(dir)} {
		if _, err := fs.ReadFile(regular{root}, name); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	if _, err := fs.ReadFile(regular{root}, "site.yaml"); err != nil {
		t.Error(err)
	}
	done, o := make(chan error, 1), Options{Dir: dir, Now: today(t), Version: "test"}
	go func() {
		l, err := Load(o)
		if err == nil {
			_, err = l.layouts()
		}
		v, _ := NewVisit(o)
		_, failed := v.Build(BuildOptions{})
		done <- errors.Join(err, failed)
	}()
	select {
	case err := <-done:
		if err == nil {
			t.Error("nobody noticed")
		}
	case <-time.After(20 * time.Second):
		t.Error("a pipe is waited for")
	}
}
