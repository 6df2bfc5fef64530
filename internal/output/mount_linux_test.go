package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// mount needs root; without it the test says what was not tested.
func mount(t *testing.T, source, target, kind string, flags uintptr, options string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skipf("not tested: mounting %s needs root; run: sudo go test -run %s", target, t.Name())
	}
	if err := unix.Mount(source, target, kind, flags, options); err != nil {
		t.Skipf("not tested: mount %s: %v", target, err)
	}
	t.Cleanup(func() { unix.Unmount(target, unix.MNT_DETACH) })
}

// TestFullDisk gives a small disk one page, or one inode, more at a time,
// until the build has enough. The other folders may lie on a disk that has room.
func TestFullDisk(t *testing.T) {
	for _, limit := range []string{"size", "nr_inodes"} {
		for _, what := range []string{"all", "output", "state"} {
			t.Run(limit+", "+what, func(t *testing.T) { fullDisk(t, limit, what) })
		}
	}
}

func fullDisk(t *testing.T, limit, what string) {
	disk := t.TempDir()
	mount(t, "tmpfs", disk, "tmpfs", 0, "")
	o := catalogue(t)
	if what != "state" {
		o.Dir = filepath.Join(disk, "public")
	}
	if what != "output" {
		o.State = filepath.Join(disk, ".praxisblatt")
	}
	old, site := with(before, users), with(after, tree{"other/last.html": "in a folder, where files are written in another way"})
	mustBuild(t, o, before)
	lay(t, o.Dir, users)
	failures := 0
	for more := uint64(0); ; more++ {
		allow(t, disk, limit, more)
		if _, err := build(o, site); err == nil {
			break
		} else {
			wantKind(t, err, KindFull)
		}
		failures++
		expect(t, o.Dir, old)
		nothingBeside(t, o)
		if t.Failed() || more > 100 {
			t.Fatalf("with %d more", more)
		}
	}
	if failures == 0 {
		t.Error("the disk was never full")
	}
	expect(t, o.Dir, with(site, users))
}

// allow limits a tmpfs to what it holds and a little more.
func allow(t *testing.T, disk, limit string, more uint64) {
	t.Helper()
	var is unix.Statfs_t
	if err := unix.Statfs(disk, &is); err != nil {
		t.Fatal(err)
	}
	option := fmt.Sprintf("nr_inodes=%d", is.Files-is.Ffree+more)
	if limit == "size" {
		option = fmt.Sprintf("size=%d", (is.Blocks-is.Bfree+more)*uint64(is.Bsize))
	}
	if err := unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, option); err != nil {
		t.Fatal(err)
	}
}

// A folder that is a mount point cannot be exchanged: containers have such.
func TestMountPoint(t *testing.T) {
	for _, kind := range []string{"tmpfs", "bind"} {
		t.Run(kind, func(t *testing.T) {
			o := catalogue(t)
			os.Mkdir(o.Dir, 0o755)
			if kind == "bind" {
				mount(t, t.TempDir(), o.Dir, "", unix.MS_BIND, "")
			} else {
				mount(t, "tmpfs", o.Dir, "tmpfs", 0, "")
			}
			for _, files := range []tree{before, after} {
				if r := mustBuild(t, o, files); !r.Stepwise {
					t.Errorf("%+v", r)
				}
				expect(t, o.Dir, files)
				nothingBeside(t, o)
			}
		})
	}
}

// A folder of the user's that is a mount point cannot be linked.
func TestMountInside(t *testing.T) {
	o := catalogue(t)
	lay(t, o.Dir, tree{".well-known": "/"})
	mount(t, "tmpfs", filepath.Join(o.Dir, ".well-known"), "tmpfs", 0, "")
	lay(t, o.Dir, tree{".well-known/x": "mine"})
	for _, files := range []tree{before, after} {
		mustBuild(t, o, files)
		expect(t, o.Dir, with(files, tree{".well-known/x": "mine"}))
		nothingBeside(t, o)
	}
}

// A folder is protected under every name that it has.
func TestProtectedMount(t *testing.T) {
	o := catalogue(t)
	content := filepath.Join(o.Root, "content")
	lay(t, o.Root, tree{"content/x/y": "z", "public": "/"})
	o.Protected = []string{content}
	mount(t, content, o.Dir, "", unix.MS_BIND, "")
	for _, dir := range []string{o.Dir, filepath.Join(o.Dir, "x"), filepath.Join(o.Dir, "new")} {
		o.Dir = dir
		_, err := Open(o)
		wantKind(t, err, KindProtected)
	}
}

func TestUnwritable(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	if os.Geteuid() == 0 {
		mount(t, o.Dir, o.Dir, "", unix.MS_BIND, "")
		if err := unix.Mount("", o.Dir, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
			t.Fatal(err)
		}
	} else {
		os.Chmod(o.Dir, 0o555)
		t.Cleanup(func() { os.Chmod(o.Dir, 0o755) })
	}
	_, err := Open(o)
	if e := wantKind(t, err, KindUnwritable); e.Path != o.Dir {
		t.Errorf("path %s", e.Path)
	}
	expect(t, o.Dir, before)
}

// A catalogue that can only be read is built elsewhere, again and again.
func TestReadOnlyState(t *testing.T) {
	o := catalogue(t)
	o.Dir = filepath.Join(t.TempDir(), "public")
	t.Setenv("TMPDIR", t.TempDir())
	if os.Geteuid() == 0 {
		mount(t, o.Root, o.Root, "", unix.MS_BIND, "")
		if err := unix.Mount("", o.Root, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
			t.Fatal(err)
		}
	} else {
		os.Chmod(o.Root, 0o555)
		t.Cleanup(func() { os.Chmod(o.Root, 0o755) })
	}
	for _, files := range []tree{before, after, before} {
		files = with(files, tree{"catalogue.json": ours})
		o.Owns = func(string, []string) bool { return true }
		mustBuild(t, o, files)
		expect(t, o.Dir, files)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("%v is left behind, %v", left, err)
	}
}

// Modes do not depend on the umask, and folders keep theirs.
func TestModes(t *testing.T) {
	for _, way := range []string{"exchange", "stepwise"} {
		t.Run(way, func(t *testing.T) {
			defer unix.Umask(unix.Umask(0o077))
			o := force(catalogue(t), way)
			if way == "stepwise" {
				os.Mkdir(o.Dir, 0o755)
				os.Chmod(o.Dir, 0o755)
			}
			mode := func(name string, want fs.FileMode) {
				t.Helper()
				info, err := os.Stat(filepath.Join(o.Dir, name))
				if err != nil || info.Mode() != want {
					t.Errorf("%s: %v %v, want %v", name, info.Mode(), err, want)
				}
			}
			mustBuild(t, o, before)
			mode(".", fs.ModeDir|0o755)
			mode("de/sheets", fs.ModeDir|0o755)
			mode("de/index.html", 0o644)
			os.Chmod(o.Dir, 0o775|fs.ModeSetgid)
			os.Chmod(filepath.Join(o.Dir, "de"), 0o750)
			mustBuild(t, o, after)
			mode(".", fs.ModeDir|fs.ModeSetgid|0o775)
			mode("de", fs.ModeDir|0o750)
			mode("en/new", fs.ModeDir|0o755)
			mode("de/index.html", 0o644)
		})
	}
}
