//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// A folder is one that is kept open.
type folder = *os.File

func openAt(root *os.Root, dir string) (folder, error) { return root.Open(dir) }

// createAt is create in an open folder, without what an [os.File] needs to wait for a network: of a hundred thousand files
// that would be a sixth of the work.
func createAt(in folder, name string, data []byte) (mtime int64, err error) {
	var fd int
	err = again(func() (err error) {
		fd, err = unix.Openat(int(in.Fd()), name, unix.O_CREAT|unix.O_EXCL|unix.O_WRONLY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0o644)
		return err
	})
	if err != nil {
		return 0, &fs.PathError{Op: "openat", Path: name, Err: err}
	}
	mtime, err = fill(fd, data)
	if err = errors.Join(err, unix.Close(fd)); err != nil {
		return 0, &fs.PathError{Op: "write", Path: name, Err: err}
	}
	return mtime, nil
}

func fill(fd int, data []byte) (mtime int64, err error) {
	for len(data) > 0 {
		n := 0
		if err := again(func() (err error) { n, err = unix.Write(fd, data); return err }); err != nil {
			return 0, err
		}
		if n == 0 {
			return 0, io.ErrUnexpectedEOF
		}
		data = data[n:]
	}
	var s unix.Stat_t
	if err := again(func() error { return unix.Fstat(fd, &s) }); err != nil {
		return 0, err
	}
	if s.Mode&0o777 != 0o644 {
		err = again(func() error { return unix.Fchmod(fd, 0o644) })
	}
	return s.Mtim.Nano(), err
}

// again calls f until no signal comes in between.
func again(f func() error) error {
	for {
		if err := f(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
