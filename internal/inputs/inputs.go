// Package inputs tells whether what a catalogue is made of has changed: the
// files below some names, what they hold, and which there are.
//
// A [Snapshot] knows every file by the SHA-256 of its bytes. The next one takes
// the sum over where size, time of change and, where the system has them, number and
// last change of the inode are the same, as git's index does, and reads
// the file otherwise. A file that changed so shortly before it was looked at that
// another change might leave the same times is never believed (git calls such
// entries racily clean).
package inputs

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Snapshot is what lay below some names at one time.
type Snapshot struct {
	names []string // what was looked at, sorted
	files []file   // by path, each folder before what lies in it and that before all else
	reads int

	known func() map[string]*file // files by path
}

// Reads is how many files were read, since nothing was known of them that could
// be believed.
func (s *Snapshot) Reads() int { return s.reads }

// Names are what was looked at, sorted. They are not to be changed.
func (s *Snapshot) Names() []string { return s.names }

// Size is how many bytes the files have whose names end so.
func (s *Snapshot) Size(ending string) (bytes int64) {
	for i := range s.files {
		if f := &s.files[i]; !f.folder && strings.HasSuffix(f.path, ending) {
			bytes += f.size
		}
	}
	return bytes
}

// A file is a regular file or a folder.
type file struct {
	path   string
	folder bool
	size   int64
	mtime  int64  // nanoseconds since 1970
	change int64  // of the inode, where the system tells
	inode  uint64 // the same
	sum    [sha256.Size]byte
	sure   bool // sum will still be true if size and times are the same
}

// ErrOdd is returned where something is neither file nor folder, such as a
// symbolic link: what it leads to can change without a trace here.
var ErrOdd = errors.New("neither a file nor a folder")

// coarse is the coarsest clock of a file system still in use, FAT's.
const coarse = 2 * time.Second

// Take looks at the files and folders below names, which are relative to root
// and may be absent. before, which may be nil, spares the reading of what
// did not change since.
func Take(root *os.Root, names []string, before *Snapshot) (*Snapshot, error) {
	return TakeAt(time.Now(), root, names, before, nil)
}

// A Reading is called with every Markdown file that had to be read, by several goroutines: whoever wants to know
// what files hold need not read them again.
type Reading func(path, text string, sum [sha256.Size]byte)

// TakeAt is Take at another time, so that tests need not wait until a change
// is long enough ago to be believed. read may be nil.
func TakeAt(now time.Time, root *os.Root, names []string, before *Snapshot, read Reading) (*Snapshot, error) {
	s := newSnapshot()
	s.names = slices.Compact(slices.Sorted(slices.Values(names)))
	l := &look{reading: read, settled: now.Add(-coarse).UnixNano(), buffers: sync.Pool{New: func() any { return new([32 << 10]byte) }}}
	for _, name := range s.names {
		files, err := l.name(root, name, before.below(name))
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, files...)
	}
	s.reads = int(l.reads.Load())
	slices.SortFunc(s.files, func(a, b file) int { return compare(a.path, b.path) }) // they are in order but for names within each other
	s.files = slices.CompactFunc(s.files, func(a, b file) bool { return a.path == b.path })
	return s, nil
}

// below is what lay at a path and below it.
func (s *Snapshot) below(name string) []file {
	if s == nil {
		return nil
	}
	from, _ := slices.BinarySearchFunc(s.files, name, func(f file, name string) int { return compare(f.path, name) })
	to := from
	for to < len(s.files) && isIn(s.files[to].path, name) {
		to++
	}
	return s.files[from:to]
}

func newSnapshot() *Snapshot {
	s := &Snapshot{}
	s.known = sync.OnceValue(s.index)
	return s
}

func (s *Snapshot) index() map[string]*file {
	index := make(map[string]*file, len(s.files))
	for i := range s.files {
		index[s.files[i].path] = &s.files[i]
	}
	return index
}

// File returns the size of a file in bytes and its sum; false where there was no file at a path.
func (s *Snapshot) File(path string) (size int64, sum [sha256.Size]byte, ok bool) {
	if s == nil {
		return 0, sum, false
	}
	f := s.known()[path]
	if f == nil || f.folder {
		return 0, sum, false
	}
	return f.size, f.sum, true
}

// compare orders paths so that folders stand together: "a", "a/b", "a-b".
func compare(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		switch x, y := a[i], b[i]; {
		case x == y:
		case x == '/':
			return -1
		case y == '/':
			return 1
		default:
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(len(a), len(b))
}
