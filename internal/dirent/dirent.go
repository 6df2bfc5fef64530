// Package dirent lists folders with what the system knows of each thing in them: [os.File.Readdir] for a hundred
// thousand files, of which it would keep half a kilobyte each.
package dirent

import (
	"io/fs"
	"os"
	"path"
)

// An Entry is what lies in a folder by a name; a link is not followed.
type Entry struct {
	Name  string
	Mode  fs.FileMode
	Size  int64  // bytes
	Mtime int64  // time of the last change of what it holds, nanoseconds since 1970
	Ctime int64  // the same of the inode, which no copying of times can undo; 0 where the system does not tell
	Inode uint64 // by which it is told from another one that is put into its place; 0 where the system does not tell
}

// Read returns all entries of a folder that has just been opened, by name. What goes away meanwhile is left out.
func Read(folder *os.File) ([]Entry, error) { return read(folder) }

// Lstat returns what lies at a path below root, its Name being the last part of that.
func Lstat(root *os.Root, name string) (Entry, error) {
	folder, err := root.Open(path.Dir(name))
	if err != nil {
		return Entry{}, err
	}
	defer folder.Close()
	return lstat(folder, path.Base(name))
}
