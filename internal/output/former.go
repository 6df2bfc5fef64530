package output

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// A former is the folder that the site's folder has replaced. Where a build changed little, it
// is kept in the state folder, and the next build turns it into the next site: instead of linking all that stays
// and removing as many links, it lays in what differs. Since its files are links to those of
// the site, it takes no room but for what has changed.
//
// A note says whose former folder it is and what differs; it is taken away before the
// folder is touched, so that one without a note, as a killed build leaves it, is of no use and is removed.
// The note is a text, with a last line like that of a manifest:
//
//	praxisblatt former 1 4711.1790000000.5 4712.1790000000.7 "/home/me/catalogue/public"
//	f 1790000000000000000 de/sheets
//	d de/sheets/edited.html
//
// The first line has the identities of the former folder and of the site's, and the name of that. An f is a
// folder with the time of its last change, by which it is noticed that somebody added, replaced or took away
// something in it; a d is a path at which the two folders differ.
type former struct {
	id, of  string
	dir     string
	folders []found
	differs []string
}

const (
	formerHead = "praxisblatt former 1 "
	formerName = ".former" // after the name of the manifest
	nextName   = "-next" + formerName
	formerNote = ".former-note"
)

// maxDiffering is the part of the files, one in so many, of which a former folder may lack the newest version.
const maxDiffering = 4

// coarse is how long ago a folder must have changed for the next change to show in its time.
const coarse = 2 * time.Second

// retire keeps the folder that lies beside the site after it was replaced, where the
// next build can use it, and reports whether it did.
func (s *Site) retire(left string) bool {
	many := s.result.Written+s.result.Removed > s.files.len()/maxDiffering
	if left != s.beside(stageName) || s.spare != "" || s.stale || len(s.user) > 0 || many {
		return false
	}
	root, err := s.up.OpenRoot(left)
	if err != nil {
		return false
	}
	f := former{id: Identity(root), of: Identity(s.out), dir: s.dir, differs: slices.Sorted(slices.Values(s.changed))}
	f.folders, err = s.undisturbed(root)
	root.Close()
	if err != nil || f.id == "" || f.of == "" || s.step("retire") != nil {
		return false
	}
	if os.Rename(filepath.Join(filepath.Dir(s.dir), left), s.formerDir()) != nil {
		return false // the state folder is elsewhere
	}
	if saveText(s.state, s.name+formerNote, f.write) != nil {
		s.state.RemoveAll(s.name + formerName)
	}
	return true
}

// IsFormer reports whether a name in the state folder is that of a folder that a site's folder has replaced.
func IsFormer(name string) bool {
	return strings.HasPrefix(name, manifestName) && strings.HasSuffix(name, formerName)
}

// formerDir is where the former folder lies.
func (s *Site) formerDir() string { return filepath.Join(s.stateDir, s.name+formerName) }

// undisturbed returns the folders of the old site, where it still holds what Open found in it and
// nothing else: what came meanwhile is not to be lost, what went is not to be missing.
func (s *Site) undisturbed(root *os.Root) ([]found, error) {
	var folders []found
	doubtful := map[string]int{} // with how many things were in them
	for name, was := range s.folders {
		is, err := stat(root, name)
		if err != nil {
			return nil, err
		}
		if is.mtime != was.mtime || is.mtime > s.opened.Add(-coarse).UnixNano() {
			doubtful[name] = 0
		}
		folders = append(folders, is)
	}
	if len(doubtful) == 0 {
		return folders, nil
	}
	s.countIn(doubtful)
	names := slices.Collect(maps.Keys(doubtful))
	return folders, parallel.Few(len(names), func(i int) error { return s.holdsOurs(root, names[i], doubtful[names[i]]) })
}

// countIn counts what Open found in some folders.
func (s *Site) countIn(folders map[string]int) {
	count := func(name string) {
		dir, _ := split(name)
		if _, asked := folders[dir]; asked && name != "." {
			folders[dir]++
		}
	}
	for e := range s.files.all() {
		if e.here {
			count(e.path)
		}
	}
	for name := range s.folders {
		count(name)
	}
}

var errDisturbed = errors.New("somebody changed the folder")

// holdsOurs checks that a folder of the old site holds count things and none that Open did not find.
func (s *Site) holdsOurs(root *os.Root, dir string, count int) error {
	f, err := root.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return err
	}
	for _, name := range names {
		at := path.Join(dir, name)
		_, folder := s.folders[at]
		if e := s.files.find(at); !folder && (e == nil || !e.here) {
			return errDisturbed
		}
	}
	if len(names) != count {
		return errDisturbed
	}
	return nil
}

func stat(root *os.Root, name string) (found, error) {
	info, err := root.Lstat(name)
	if err != nil {
		return found{}, err
	}
	return found{path: name, mode: info.Mode(), size: info.Size(), mtime: info.ModTime().UnixNano()}, nil
}

func (f former) write(w *bufio.Writer) error {
	fmt.Fprintf(w, "%s%s %s %q\n", formerHead, f.id, f.of, f.dir)
	for _, dir := range f.folders {
		fmt.Fprintf(w, "f %d %s\n", dir.mtime, dir.path)
	}
	for _, name := range f.differs {
		fmt.Fprintf(w, "d %s\n", name)
	}
	return nil
}

// parseFormer reads a note; false where it is damaged.
func parseFormer(data string) (f former, ok bool) {
	text, ok := undamaged(data)
	text, first := strings.CutPrefix(text, formerHead)
	if !ok || !first {
		return former{}, false
	}
	head, text, _ := strings.Cut(text, "\n")
	f.id, head, _ = strings.Cut(head, " ")
	f.of, head, _ = strings.Cut(head, " ")
	dir, err := strconv.Unquote(head)
	if err != nil {
		return former{}, false
	}
	f.dir = dir
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch kind {
		case "d":
			if Valid(rest) != nil {
				return former{}, false
			}
			f.differs = append(f.differs, rest)
		case "f":
			mtime, path, _ := strings.Cut(rest, " ")
			t, err := strconv.ParseInt(mtime, 10, 64)
			if err != nil || path != "." && Valid(path) != nil {
				return former{}, false
			}
			f.folders = append(f.folders, found{path: path, mtime: t})
		default:
			return former{}, false
		}
	}
	return f, true
}
