package inputs

import (
	"io/fs"
	"syscall"
)

// identity is the number of a file's inode, by which it is told from another one that is put into its place, and when that changed
// last, which no copying of times can undo.
func identity(info fs.FileInfo) (inode uint64, changed int64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ino, s.Ctim.Nano()
	}
	return 0, 0
}
