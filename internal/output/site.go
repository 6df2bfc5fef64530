package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// A Site is the output folder while it is being written. Write may be called
// from several goroutines; Commit or Abort comes after the last Write has
// returned, and ends the Site.
type Site struct {
	opt  Options
	dir  string // the folder, absolute, links resolved
	base string // its name in up
	name string // of its manifest in state

	state    *os.Root
	stateDir string   // where it is, absolute
	spare    string   // a folder for the state of this build alone, "" where it is kept
	up       *os.Root // what holds the folder; nil where it cannot be read
	out      *os.Root // the folder itself; nil while it does not exist
	locks    []io.Closer

	before string // the stamp of what lies there, "" where that is not known
	stamp  string // of what is being written

	user     map[string]found // leaves that are not ours
	doubtful bool             // some of them may be
	langs    []string         // of the site that lies there, where that is doubtful
	folders  map[string]found // the folder and those in it
	opened   time.Time        // when they were looked at

	knowing  sync.Once
	made     map[Inputs]*entry // the files that can be retained, found out before the first is written
	capitals atomic.Bool       // names may hold some

	mu       sync.Mutex // guards what follows, until Commit
	files    *files     // ours, those of the last build and those of this one
	names    names
	stage    *stage
	failed   error    // the first error, after which nothing is written
	stale    bool     // the manifest does not tell what lies in the folder
	changed  []string // files that are written or removed, in no order; known when they are counted
	noting   *note    // the manifest that is to be; nil where nothing is written of it
	underway bool     // the folder is being changed, or was: there is no way back
	result   Result
}

// Open locks the output folder, heals it, and finds out what lies in it. The
// folder need not exist; it is made by Commit.
func Open(o Options) (*Site, error) {
	o.Generator = cmp.Or(o.Generator, "praxisblatt")
	dir, err := place(o.Dir)
	if err != nil {
		return nil, err
	}
	if err := guard(dir, o); err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(dir))
	s := &Site{
		opt: o, dir: dir, base: filepath.Base(dir),
		name:  manifestName + hex.EncodeToString(sum[:8]),
		files: newFiles(nil),
	}
	for _, step := range []func() error{s.openState, s.openFolder, s.heal} {
		if err := step(); err != nil {
			s.close()
			return nil, failure(dir, err)
		}
	}
	return s, nil
}

// openState locks the catalogue: one build at a time. A catalogue that can only be read
// needs no lock and gets no manifest, without which the next build looks at the folder
// itself.
func (s *Site) openState() error {
	err := s.openStateIn(s.opt.State)
	if !errors.Is(err, fs.ErrPermission) && !readOnly(err) {
		return err
	}
	dir, tempErr := os.MkdirTemp("", "praxisblatt-")
	if tempErr != nil {
		return err
	}
	s.spare = dir
	return s.openStateIn(dir)
}

func (s *Site) openStateIn(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		if info, errInfo := os.Lstat(dir); errInfo == nil && !info.IsDir() {
			return &Error{Kind: KindNotFolder, Path: dir, Err: err}
		}
		return failure(dir, err)
	}
	var err error
	if s.state, err = os.OpenRoot(dir); err != nil {
		return failure(dir, err)
	}
	f, err := s.state.OpenFile("lock", os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return failure(dir, err)
	}
	f.Close()
	if s.stateDir, err = filepath.Abs(dir); err != nil {
		return failure(dir, err)
	}
	return s.lock(filepath.Join(s.stateDir, "lock"))
}

// lock holds a path until close. One that does not exist needs no lock.
func (s *Site) lock(name string) error {
	held, err := tryLock(name)
	switch {
	case err == nil:
		s.locks = append(s.locks, held)
	case errors.Is(err, errLocked):
		return &Error{Kind: KindLocked, Path: name}
	case !errors.Is(err, fs.ErrNotExist):
		return failure(name, err)
	}
	return nil
}

// openFolder locks the folder, since another catalogue may build into it.
func (s *Site) openFolder() error {
	parent := filepath.Dir(s.dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return failure(parent, err)
	}
	up, err := os.OpenRoot(parent)
	if err == nil {
		s.up = up
	}
	if err := s.lock(s.dir); err != nil {
		return err
	}
	if _, err := os.Lstat(s.dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := writable(s.dir); err != nil {
		return failure(s.dir, err)
	}
	s.out, err = os.OpenRoot(s.dir)
	return err
}

// step announces a change on disk to the tests.
func (s *Site) step(name string) error {
	if s.opt.step == nil {
		return nil
	}
	return s.opt.step(name)
}

// Abort takes away what was staged and leaves the folder as it was. After
// Commit it does nothing, so that it can be deferred.
func (s *Site) Abort() { s.close() }

func (s *Site) close() {
	if s.noting != nil {
		s.noting.drop()
		s.noting = nil
	}
	if s.stage != nil {
		s.stage.close()
		if !s.underway {
			s.state.Remove(s.name + intended)
			s.discard()
		}
		s.stage = nil
	}
	for _, root := range []*os.Root{s.out, s.up, s.state} {
		if root != nil {
			root.Close()
		}
	}
	for _, l := range s.locks {
		l.Close()
	}
	s.locks = nil
	if s.spare != "" {
		os.RemoveAll(s.spare)
	}
	s.failed = cmp.Or(s.failed, error(&Error{Kind: KindFailed, Path: s.dir, Err: fs.ErrClosed}))
}

// discard removes the stage, wherever a failed Commit may have left it.
func (s *Site) discard() {
	if s.up != nil {
		s.up.RemoveAll(s.beside(stageName))
	}
	if s.out != nil {
		s.out.RemoveAll(insideName)
	}
}

// beside names a folder beside the output folder.
func (s *Site) beside(what string) string { return "." + s.base + what }

// in names a file in the output folder, seen from up.
func (s *Site) in(name string) string { return path.Join(s.base, name) }

// staged names a file in the stage beside the folder, seen from up.
func (s *Site) staged(name string) string { return path.Join(s.beside(stageName), name) }

const (
	stageName  = ".praxisblatt-new" // after the name of the output folder
	asideName  = ".praxisblatt-old" // the old folder, between the two renames
	insideName = ".praxisblatt-new" // the stage inside the folder
	probeName  = ".praxisblatt-probe"
	intended   = ".next" // after the name of the manifest
	temporary  = ".tmp"  // after the name of a file that is being written

	manifestName = "output-" // begins the name of a manifest, before a sum of the folder's
)
