package edit

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk holds that where a disk is full a file stays as it was, a new one is not begun, and nothing is left behind.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if os.Geteuid() != 0 {
		t.Skipf("not tested: mounting %s needs root; run: sudo go test -run %s", dir, t.Name())
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=16k"); err != nil {
		t.Skipf("not tested: mount %s: %v", dir, err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	long := strings.Repeat("x", 32<<10)
	if err := Create(dir, "a/old.md", "old"); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{"Exchange": Exchange(dir, "a/old.md", "old", long), "Create": Create(dir, "a/new.md", long)} {
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Failed || !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "a/old.md")); err != nil || string(text) != "old" {
		t.Errorf("the old file is %.9q, %v", text, err)
	}
	if entries, err := os.ReadDir(filepath.Join(dir, "a")); err != nil || len(entries) != 1 {
		t.Errorf("%v lie there, %v", entries, err)
	}
}
