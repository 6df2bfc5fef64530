//go:build unix

package dirent

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// special lays things into a folder that are neither file nor folder.
func special(dir string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "socket"), Net: "unix"})
	if err == nil {
		l.SetUnlinkOnClose(false)
		err = l.Close()
	}
	return errors.Join(err, unix.Mkfifo(filepath.Join(dir, "pipe"), 0o644))
}

// TestReplaced holds that a file is told from one with the same size and time that is put into its place.
func TestReplaced(t *testing.T) {
	dir := t.TempDir()
	file, other := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := errors.Join(os.WriteFile(file, []byte("one"), 0o644), os.WriteFile(other, []byte("two"), 0o644)); err != nil {
		t.Fatal(err)
	}
	before := readAll(t, dir)
	if before[0].Inode == before[1].Inode || before[0].Inode == 0 || before[0].Ctime == 0 {
		t.Fatalf("two files are %v", before)
	}
	if err := os.Rename(other, file); err != nil {
		t.Fatal(err)
	}
	if after := readAll(t, dir); len(after) != 1 || after[0].Inode != before[1].Inode {
		t.Errorf("the other file is %v", after)
	}
}

// TestModes holds that the kinds of files that need an administrator are what the standard library says.
func TestModes(t *testing.T) {
	for _, name := range []string{"/dev/null", "/dev/loop0", "/dev/sda", "/dev/vda", "/dev/disk0"} {
		info, err := os.Lstat(name)
		if err != nil {
			continue
		}
		root, err := os.OpenRoot("/dev")
		if err != nil {
			t.Fatal(err)
		}
		if e, err := Lstat(root, filepath.Base(name)); err != nil || e.Mode != info.Mode() {
			t.Errorf("%s is %v, %v, not %v", name, e.Mode, err, info.Mode())
		}
		root.Close()
	}
}
