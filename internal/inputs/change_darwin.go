package inputs

import (
	"io/fs"
	"syscall"
)

// changed is when the inode changed last, which no copying of times can undo.
func changed(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano()
	}
	return 0
}
