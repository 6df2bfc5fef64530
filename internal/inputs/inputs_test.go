package inputs

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/dirent"
)

var long = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

func write(t *testing.T, dir, name, text string, at time.Time) {
	t.Helper()
	full := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(full, at, at); err != nil {
		t.Fatal(err)
	}
}

// take looks an hour later, so that no test has to wait until times can be believed.
func take(t *testing.T, dir string, before *Snapshot, names ...string) *Snapshot {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	s, err := TakeAt(time.Now().Add(time.Hour), root, names, before, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sum is of everything.
func sum(s *Snapshot) [32]byte {
	whole, _ := s.Split("content")
	return whole
}

func saved(t *testing.T, s *Snapshot) string {
	t.Helper()
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSum holds that every change shows, and nothing else does.
func TestSum(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(t *testing.T, dir string)
		same   bool
	}{
		{"nothing", func(*testing.T, string) {}, true},
		{"other bytes", func(t *testing.T, dir string) { write(t, dir, "content/a.md", "eins!", long) }, false},
		{"other bytes, same size and time", func(t *testing.T, dir string) { write(t, dir, "content/a.md", "zwei", long) }, false},
		{"another time", func(t *testing.T, dir string) { write(t, dir, "content/a.md", "eins", long.Add(time.Hour)) }, true},
		{"a new file", func(t *testing.T, dir string) { write(t, dir, "content/b.md", "", long) }, false},
		{"a new folder", func(t *testing.T, dir string) { os.Mkdir(filepath.Join(dir, "content/x"), 0o755) }, false},
		{"a file less", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "content/a.md")) }, false},
		{"another name", func(t *testing.T, dir string) {
			os.Rename(filepath.Join(dir, "content/a.md"), filepath.Join(dir, "content/c.md"))
		}, false},
		{"a name that was absent", func(t *testing.T, dir string) { write(t, dir, "site.yaml", "", long) }, false},
		{"elsewhere", func(t *testing.T, dir string) { write(t, dir, "public/a.html", "", long) }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "content/a.md", "eins", long)
			write(t, dir, "content/deep/er.md", "tief", long)
			names := []string{"content", "site.yaml"}
			first := take(t, dir, nil, names...)
			before := Parse(saved(t, first))
			if before == nil || sum(before) != sum(first) {
				t.Fatal("a snapshot that was saved can't be read")
			}
			test.change(t, dir)
			after := take(t, dir, before, names...)
			if sum(after) != sum(take(t, dir, nil, names...)) {
				t.Error("with what was known before the sum is another than without")
			}
			if same := sum(after) == sum(first); same != test.same {
				t.Errorf("the same sum: %v", same)
			}
		})
	}
}

// TestBelieved holds that a file whose times are the same is not read: here one whose sum was forged.
func TestBelieved(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/a.md", "eins", long)
	before := take(t, dir, nil, "content")
	before.files[1].sum[0] ^= 1
	if after := take(t, dir, before, "content"); sum(after) != sum(before) || after.Reads() != 0 {
		t.Error("a file is read that did not change")
	}
}

// TestExchanged holds that files of one length that were written in the same moment are told apart when their folders are exchanged, which
// leaves all their times as they are.
func TestExchanged(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/a/x.md", "eins", long)
	write(t, dir, "content/b/x.md", "zwei", long)
	before := take(t, dir, nil, "content")
	a, b := &before.files[2], &before.files[4]
	if a.inode == 0 {
		t.Skip("the system does not tell inodes")
	}
	a.change, b.change = b.change, a.change
	for _, names := range [][2]string{{"a", "c"}, {"b", "a"}, {"c", "b"}} {
		if err := os.Rename(filepath.Join(dir, "content", names[0]), filepath.Join(dir, "content", names[1])); err != nil {
			t.Fatal(err)
		}
	}
	if after := take(t, dir, before, "content"); sum(after) == sum(before) {
		t.Error("another file in the place of one is taken for it")
	}
}

// TestTakeAgain holds that what was known of a tree is found again in another, whatever came, went, or became something else,
// and nothing else is: only what is new is read.
func TestTakeAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	names := []string{"a", "b", "a-b", "a.b", "ä", "a b"}
	dir := t.TempDir()
	var before *Snapshot
	for range 200 {
		depth := 1 + random.IntN(4)
		way := dir + "/content"
		for range depth {
			way += "/" + names[random.IntN(len(names))]
		}
		if random.IntN(12) > 0 { // else a file where a folder is, or a folder less
			way += ".md"
		}
		was := files(before)
		if random.IntN(6) == 0 || os.MkdirAll(filepath.Dir(way), 0o755) != nil || os.WriteFile(way, []byte(way), 0o644) != nil || os.Chtimes(way, long, long) != nil {
			os.RemoveAll(way)
		}
		all, again := take(t, dir, nil, "content", "site.yaml"), take(t, dir, before, "content", "site.yaml")
		fresh := 0
		for path := range files(all) {
			if !was[path] {
				fresh++
			}
		}
		if !slices.Equal(again.files, all.files) || again.Reads() > fresh+1 {
			t.Fatalf("%d read, %d are new: %v, not %v", again.Reads(), fresh, again.files, all.files)
		}
		before = again
	}
	if before.Reads() > 1 || len(before.files) < 20 {
		t.Errorf("%d files, %d read", len(before.files), before.Reads())
	}
}

// files are the paths of a snapshot's files.
func files(s *Snapshot) map[string]bool {
	paths := map[string]bool{}
	if s != nil {
		for _, f := range s.files {
			if !f.folder {
				paths[f.path] = true
			}
		}
	}
	return paths
}

// TestBelieve holds that each of what is known of a file is compared, since no system has all of it.
func TestBelieve(t *testing.T) {
	l := &look{settled: 10}
	for _, test := range []struct {
		name   string
		change func(was, is *file)
		ok     bool // the sum is believed
		sure   bool // it can be believed the next time
	}{
		{"nothing", func(*file, *file) {}, true, true},
		{"the size", func(_, is *file) { is.size++ }, false, true},
		{"the time", func(_, is *file) { is.mtime++ }, false, true},
		{"the time, back", func(_, is *file) { is.mtime-- }, false, true},
		{"the inode's time", func(_, is *file) { is.change++ }, false, true},
		{"the inode", func(_, is *file) { is.inode++ }, false, true},
		{"just now", func(_, is *file) { is.mtime = 10 }, false, false},
		{"the inode's time just now", func(_, is *file) { is.change = 10 }, false, false},
		{"what was not sure", func(was, _ *file) { was.sure = false }, false, true},
		{"the name", func(_, is *file) { is.path = "b" }, false, true},
		{"the kind", func(was, _ *file) { was.folder = true }, false, true},
	} {
		was := &file{path: "a", size: 4, mtime: 5, change: 6, inode: 7, sum: [32]byte{9}, sure: true}
		is := file{path: "a", size: 4, mtime: 5, change: 6, inode: 7}
		test.change(was, &is)
		if ok := l.believe(&is, []file{*was}); ok != test.ok || is.sure != test.sure || ok != (is.sum == was.sum) {
			t.Errorf("%s is another: believed %v, sure %v", test.name, ok, is.sure)
		}
	}
}

// TestRacy holds that a file which changed just now is read again.
func TestRacy(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/a.md", "eins", time.Now())
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	s, err := Take(root, []string{"content"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text := saved(t, s); !strings.Contains(text, "\n- 4 ") {
		t.Errorf("a sum is believed that another change in the same moment would not touch:\n%s", text)
	}
}

func TestNamesCount(t *testing.T) {
	dir := t.TempDir()
	if sum(take(t, dir, nil, "content")) == sum(take(t, dir, nil, "content", "fonts")) {
		t.Error("what was looked at is no part of the sum")
	}
}

func TestOdd(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("..", filepath.Join(dir, "content")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if _, err := Take(root, []string{"content"}, nil); !errors.Is(err, ErrOdd) {
		t.Errorf("a link is %v", err)
	}
}

// TestParse holds that what is broken is noticed, wherever it is cut.
func TestParse(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/a b\n.md", "eins", long)
	text := saved(t, take(t, dir, nil, "content"))
	for i := range len(text) {
		if Parse(text[:i]) != nil {
			t.Fatalf("cut after %d of %d bytes it is still read", i, len(text))
		}
	}
	for _, broken := range []string{strings.Replace(text, " 2\n", " 1\n", 1), strings.Replace(text, `"content"`, `content"`, 1), strings.Replace(text, "end 3", "end 2", 1),
		head + "n \"a\"\nd \"a/b\"\nd \"a\"\nend 3\n", head + "n \"a\"\nd \"a\"\nd \"a\"\nend 3\n"} {
		if Parse(broken) != nil {
			t.Errorf("read in spite of\n%s", broken)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(head + "n \"a\"\nd \"a\"\nend 2\n")
	f.Add(head + "- 1 2 3 4 \"a\"\nend 1\n")
	f.Fuzz(func(t *testing.T, text string) {
		s := Parse(text)
		if s == nil {
			return
		}
		if Parse(saved(t, s)) == nil {
			t.Error("what was read can't be saved")
		}
		for _, name := range s.names {
			partsOf(name, []dirent.Entry{{Name: "a"}, {Name: "b"}}, s.below(name))
		}
	})
}

// TestSplit holds that what lies in a folder makes a difference to that folder's sum and to no other, whatever it is called.
func TestSplit(t *testing.T) {
	dir := t.TempDir()
	names := []string{"content/a/1.md", "content/a-b/1.md", "content/a.b/deep/1.md", "content/a/deep/1.md", "content/b/1.md", "contents.md", "site.yaml"}
	for _, name := range names {
		write(t, dir, name, "", long)
	}
	all := []string{"content", "contents.md", "site.yaml"}
	before, sums := take(t, dir, nil, all...).Split("content")
	if len(sums.Sheets) != 4 {
		t.Errorf("%d parts", len(sums.Sheets))
	}
	for _, name := range names {
		write(t, dir, name, "x", long)
		whole, now := take(t, dir, nil, all...).Split("content")
		part, _ := below("content", name)
		if whole == before {
			t.Errorf("%s makes no difference", name)
		}
		if (now.Shared == sums.Shared) != (part != "") {
			t.Errorf("%s: what is shared is the same: %v", name, now.Shared == sums.Shared)
		}
		for id, was := range sums.Sheets {
			if (now.Sheets[id] == was) != (id != part) {
				t.Errorf("%s: %s is the same: %v", name, id, now.Sheets[id] == was)
			}
		}
		write(t, dir, name, "", long)
	}
}

// TestCompare holds that folders stand together.
func TestCompare(t *testing.T) {
	sorted := []string{"a", "a/b", "a/b/c", "a/b.c", "a b", "a-b", "a-b/c", "a.b", "ab", "b"}
	for i, a := range sorted {
		for k, b := range sorted {
			if got := compare(a, b); got != cmp.Compare(i, k) {
				t.Errorf("%s and %s: %d", a, b, got)
			}
		}
	}
}

// TestSize holds that folders are no text, whatever they are called.
func TestSize(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a/b.md": "123", "a/c.png": "12345", "d.md": "1", "e.md/f": "12"} {
		write(t, dir, name, text, long)
	}
	if s := take(t, dir, nil, "a", "d.md", "e.md"); s.Size(".md") != 4 || s.Size("") != 11 {
		t.Errorf("%d and %d bytes", s.Size(".md"), s.Size(""))
	}
}
