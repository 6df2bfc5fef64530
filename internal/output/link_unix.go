//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// linkAt links a file of one open folder into another.
func linkAt(from, to *os.File, name string) error {
	if err := unix.Linkat(int(from.Fd()), name, int(to.Fd()), name, 0); err != nil {
		return &os.LinkError{Op: "linkat", Old: from.Name() + "/" + name, New: to.Name() + "/" + name, Err: err}
	}
	return nil
}
