package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// A stage is the folder that new and changed files are laid in.
type stage struct {
	root    *os.Root
	inside  bool             // lies in the output folder, not beside it
	folders map[string]found // those of the output folder, whose modes are kept

	mu   sync.Mutex
	made map[string]bool
	open map[string]folder // the first of the folders that were made, kept open
}

// maxOpen is how many folders are kept open: a site has some dozens, and a path
// below an open one is not walked again for each of its files.
const maxOpen = 128

// close closes the stage. Systems that rename no open folder need it closed before.
func (t *stage) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, folder := range t.open {
		folder.Close()
	}
	clear(t.open)
	t.root.Close()
}

// begin makes the stage for the first file that is new.
func (s *Site) begin() (*stage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stage != nil {
		return s.stage, nil
	}
	root, err := s.stageBeside()
	inside := false
	if err != nil && s.out != nil && !hopeless(err) {
		root, err = s.stageInside()
		inside = true
	}
	if err != nil {
		return nil, err
	}
	s.stage = newStage(root, inside, s.folders)
	return s.stage, nil
}

func newStage(root *os.Root, inside bool, folders map[string]found) *stage {
	return &stage{root: root, inside: inside, folders: folders, made: make(map[string]bool), open: make(map[string]folder)}
}

// stageBeside makes a stage that can take the folder's place.
func (s *Site) stageBeside() (*os.Root, error) {
	if s.up == nil {
		return nil, &Error{Kind: KindUnwritable, Path: filepath.Dir(s.dir)}
	}
	name := s.beside(stageName)
	if err := s.step("stage"); err != nil {
		return nil, err
	}
	if err := s.up.Mkdir(name, 0o755); err != nil {
		return nil, err
	}
	root, err := s.prepare(name)
	if err != nil {
		s.up.RemoveAll(name)
	}
	return root, err
}

func (s *Site) prepare(name string) (*os.Root, error) {
	if err := s.lock(filepath.Join(filepath.Dir(s.dir), name)); err != nil {
		return nil, err
	}
	mode := fs.FileMode(0o755)
	if s.out != nil {
		info, err := s.out.Stat(".")
		if err != nil {
			return nil, err
		}
		if err := s.probe(); err != nil {
			return nil, err
		}
		mode = permissions(info.Mode())
	}
	if err := s.up.Chmod(name, mode); err != nil {
		return nil, err
	}
	return s.up.OpenRoot(name)
}

// probe tries whether a file in the folder can be linked into the stage. It
// fails early where the folder is a mount point or there are no hard links:
// before anything is written to a place from which it could not be moved.
func (s *Site) probe() error {
	if err := s.step("probe"); err != nil {
		return err
	}
	source, found := s.anyFile()
	if !found {
		source = probeName
		f, err := s.out.Create(source)
		if err != nil {
			return err
		}
		f.Close()
		defer s.out.Remove(source)
	}
	if err := s.up.Link(s.in(source), s.staged(probeName)); err != nil {
		return err
	}
	return s.up.Remove(s.staged(probeName))
}

func (s *Site) anyFile() (name string, found bool) {
	for e := range s.files.all() {
		if e.here {
			return e.path, true
		}
	}
	for name, f := range s.user {
		if f.mode.IsRegular() {
			return name, true
		}
	}
	return "", false
}

// stageInside makes a stage whose files can be moved into the folder.
func (s *Site) stageInside() (*os.Root, error) {
	if err := s.step("stage inside"); err != nil {
		return nil, err
	}
	if err := s.out.Mkdir(insideName, 0o755); err != nil {
		return nil, err
	}
	return s.out.OpenRoot(insideName)
}

// write lays a file into the stage and returns its time of change, in
// nanoseconds. Modes do not depend on the umask.
func (t *stage) write(step func(string) error, f File) (mtime int64, err error) {
	dir, name := path.Split(f.Path)
	if err := t.folder(path.Clean(dir)); err != nil {
		return 0, err
	}
	if err := step("write"); err != nil {
		return 0, err
	}
	if in := t.opened(path.Clean(dir)); in != nil {
		mtime, err = createAt(in, name, f.Bytes)
	} else {
		mtime, err = create(t.root, f.Path, f.Bytes)
	}
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		pe.Path = f.Path
	}
	return mtime, err
}

// create makes a file that is not there yet, and returns its time of change.
func create(root *os.Root, name string, data []byte) (mtime int64, err error) {
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return 0, err
	}
	_, err = file.Write(data)
	info, errStat := file.Stat()
	if err := errors.Join(err, errStat); err != nil {
		file.Close()
		return 0, err
	}
	if info.Mode().Perm() != 0o644 {
		err = file.Chmod(0o644)
	}
	return info.ModTime().UnixNano(), errors.Join(err, file.Close())
}

// folder makes a folder and those above it, with the modes they have in the
// output folder.
func (t *stage) folder(dir string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.make(dir)
}

func (t *stage) make(dir string) error {
	if dir == "." || t.made[dir] {
		return nil
	}
	if err := t.make(path.Dir(dir)); err != nil {
		return err
	}
	if err := t.root.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err // it exists where only letter case differs and does not matter
	}
	mode := fs.FileMode(0o755)
	if is, found := t.folders[dir]; found {
		mode = permissions(is.mode)
	}
	t.made[dir] = true
	if err := t.root.Chmod(dir, mode); err != nil || len(t.open) == maxOpen {
		return err
	}
	opened, err := openAt(t.root, dir)
	if err == nil {
		t.open[dir] = opened
	}
	return err
}

// opened returns a folder that is kept open, else nil.
func (t *stage) opened(dir string) folder {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.open[dir]
}
