package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

var errLocked = errors.New("locked")

type mutex windows.Handle

func (m mutex) Close() error { return windows.CloseHandle(windows.Handle(m)) }

// tryLock locks a path until it is closed or the process ends, or fails with
// errLocked. It takes a named mutex, since a folder cannot be locked here and
// a file held open could not be renamed; only its being there counts.
func tryLock(path string) (io.Closer, error) {
	sum := sha256.Sum256([]byte(strings.ToLower(path)))
	name, err := windows.UTF16PtrFromString(fmt.Sprintf(`Global\praxisblatt-%x`, sum[:16]))
	if err != nil {
		return nil, err
	}
	handle, err := windows.CreateMutex(nil, false, name)
	if err == nil {
		return mutex(handle), nil
	}
	if handle != 0 {
		windows.CloseHandle(handle)
	}
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) || errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		return nil, errLocked
	}
	return nil, err
}

// writable is answered by the first file that is written.
func writable(string) error { return nil }

func full(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

func readOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// hopeless tells errors that another way into the folder would meet as well.
func hopeless(err error) bool { return full(err) || readOnly(err) }

// linkAt links a file of one open folder into another.
func linkAt(from, to *os.File, name string) error {
	return os.Link(filepath.Join(from.Name(), name), filepath.Join(to.Name(), name))
}
