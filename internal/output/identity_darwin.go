package output

import (
	"fmt"
	"os"
	"syscall"
)

// Identity tells a folder from any other that had its place, by number and birth: a
// number alone is given again.
func Identity(folder *os.Root) string {
	info, err := folder.Stat(".")
	if err != nil {
		return ""
	}
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%d.%d", s.Ino, s.Birthtimespec.Nano())
}
