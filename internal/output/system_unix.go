//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

var errLocked = errors.New("locked")

type locked struct{ *os.File }

// Close unlocks before it closes: a process that is being started at this
// moment holds a copy of the file.
func (l locked) Close() error {
	unix.Flock(int(l.Fd()), unix.LOCK_UN)
	return l.File.Close()
}

// tryLock locks a file or folder until it is closed or the process ends, or
// fails with errLocked. The lock is on the inode: a folder that was exchanged
// since it was opened is in someone's hands. A file system that cannot lock
// does not keep anyone from building.
func tryLock(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, unix.EISDIR) {
		f, err = os.Open(path)
	}
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err != nil && !errors.Is(err, unix.EWOULDBLOCK) {
		return locked{f}, nil
	}
	if here, errHere := os.Stat(path); err == nil && errHere == nil {
		if opened, errOpen := f.Stat(); errOpen == nil && os.SameFile(here, opened) {
			return locked{f}, nil
		}
	}
	f.Close()
	return nil, errLocked
}

// writable asks whether files can be made in a folder.
func writable(dir string) error {
	if err := unix.Access(dir, unix.W_OK|unix.X_OK); err != nil {
		return &os.PathError{Op: "access", Path: dir, Err: err}
	}
	return nil
}

func full(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

func readOnly(err error) bool { return errors.Is(err, unix.EROFS) }

// hopeless tells errors that another way into the folder would meet as well.
func hopeless(err error) bool { return full(err) || readOnly(err) || errors.Is(err, unix.EIO) }
