// Package output puts the files of a finished site where they belong and
// nowhere else.
//
// Whoever renders knows a [File], a path and its bytes, and a [Sink] to hand
// it to. [Memory] keeps files for tests and for serving; [Site] is the output
// folder of a catalogue.
//
// A Site is a transaction over that folder:
//
//	Open    locks the catalogue and the folder, heals what a killed build left
//	        behind, and sorts what lies there into ours and the user's
//	Write   leaves a file alone whose bytes lie there already, and lays every
//	        other into a stage, a folder beside the output folder
//	Commit  links what did not change into the stage and exchanges stage and
//	        folder in one step
//	Abort   takes the stage away
//
// So the folder is the old site or the new one, never a mixture, whenever the
// build is killed or the disk is full; and where nothing changed nothing is
// staged, and the folder keeps its inode and its times.
//
// Where little changed, the folder that was replaced is kept in the state folder, and the next
// Commit turns it into the next site (former.go, renew.go), so that its work grows with what
// has changed and not with the site.
//
// Three ways lead from the stage to the folder. The first that works is taken:
//
//	exchange  renameat2(RENAME_EXCHANGE) on Linux, RENAME_SWAP on macOS
//	renames   the folder steps aside, the stage takes its place; a build killed
//	          in between is rolled back by the next Open
//	stepwise  the stage lies inside the folder and its files are moved one by
//	          one: new ones, then changed ones, removed ones last, so that no
//	          link is ever dead. A killed build is finished by the next Open.
//	          This is for folders that are mount points, for file systems
//	          without hard links, for files that another program holds open.
//
// What was written is noted in a manifest in the catalogue's state folder
// (manifest.go). Before the folder is touched, the next manifest is written
// as an intention: it names all files that are ours, those that are going
// away too, and stays until the work is done. Both are conveniences: with the
// state folder deleted, the bytes on disk are compared instead.
//
// What is not ours is never lost. A folder that build did not make is
// refused. In one that it made, names that begin with a dot at the top level,
// and files that are in no manifest, are the user's and are carried over.
//
// All access goes through os.Root, and symbolic links in the folder are never
// followed: a link is a leaf that belongs to the user.
package output

import (
	"crypto/sha256"
	"io/fs"
)

// A File is one file of a site.
type File struct {
	Path   string // relative, separated by slashes; see Valid
	Bytes  []byte
	Inputs Inputs // zero where they are not known
}

// Inputs is a digest of all that a file is made of, and of which file it is: with the same
// inputs a build would make the same bytes at the same path.
type Inputs [16]byte

// NewInputs shortens a sum of SHA-256.
func NewInputs(sum [sha256.Size]byte) Inputs { return Inputs(sum[:]) }

// A Sink takes the files of a site, in any order and from several goroutines
// at once. It does not hold on to a file's bytes after Write has returned, so
// that a caller may use the buffer again. A path is written once.
type Sink interface {
	Write(File) error
}

// Retain asks a sink to leave the file that the last build made of the same inputs as it lies,
// and returns its path. Where the sink has none such, the file is to be written. Like
// Write it is called once for a file.
func Retain(sink Sink, inputs Inputs) (path string, ok bool) {
	if inputs == (Inputs{}) {
		return "", false
	}
	switch s := sink.(type) {
	case *Site:
		return s.retain(inputs)
	case *Memory:
		return s.retain(inputs)
	}
	return "", false
}

// Options say which folder to open, and what is to be left in peace.
// Paths may be relative to the working directory.
type Options struct {
	Dir       string   // the output folder; made where it is absent
	Root      string   // the catalogue's folder: Dir may lie in it, not be or hold it
	State     string   // where manifest and lock are kept, the catalogue's .praxisblatt; where it can't be written nothing is kept
	Protected []string // folders that Dir may not be, hold or lie in
	Generator string   // how "generator" begins in a catalogue.json of ours; "praxisblatt" where empty

	// Owns tells the paths that a build can write. It is asked only where the
	// manifest is lost but catalogue.json shows that build made the folder, not before the first
	// file is written: then what it owns may be removed. Without it nothing is. langs are the languages that the
	// catalogue.json names, of which some may be none of the catalogue's any more.
	Owns func(path string, langs []string) bool

	// step is called before every change on disk, so that tests can kill the
	// process or let the step fail.
	step func(name string) error
}

// A Result counts the files of a committed site.
type Result struct {
	Written   int  // new ones and changed ones
	Unchanged int  // left as they were
	Removed   int  // of an earlier build, no longer part of the site
	Carried   int  // the user's
	Stepwise  bool // the folder could not be exchanged in one step
	Healed    bool // Open found and mended what a killed build had left
}

// Last returns a file as the last build left it, whoever may have changed it since.
func Last(sink Sink, path string) ([]byte, error) {
	switch s := sink.(type) {
	case *Site:
		if s.out != nil {
			return s.out.ReadFile(path)
		}
	case *Memory:
		if s.last != nil {
			if data, ok := s.last.Bytes(path); ok {
				return data, nil
			}
		}
	}
	return nil, fs.ErrNotExist
}
