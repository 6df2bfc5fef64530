package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two names in a folder in one step.
func exchange(folder *os.File, a, b string) error {
	fd := int(folder.Fd())
	return unix.RenameatxNp(fd, a, fd, b, unix.RENAME_SWAP)
}
