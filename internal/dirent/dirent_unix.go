//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package dirent

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"

	"golang.org/x/sys/unix"
)

func read(folder *os.File) ([]Entry, error) {
	names, err := folder.Readdirnames(-1)
	slices.Sort(names)
	all := make([]Entry, 0, len(names))
	for _, name := range names {
		e, errStat := lstat(folder, name)
		switch {
		case errStat == nil:
			all = append(all, e)
		case !errors.Is(errStat, fs.ErrNotExist):
			return all, errStat
		}
	}
	return all, err
}

func lstat(folder *os.File, name string) (Entry, error) {
	var s unix.Stat_t
	for {
		err := unix.Fstatat(int(folder.Fd()), name, &s, unix.AT_SYMLINK_NOFOLLOW)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return Entry{}, &fs.PathError{Op: "fstatat", Path: path.Join(folder.Name(), name), Err: err}
		}
		return Entry{name, mode(uint32(s.Mode)), s.Size, s.Mtim.Nano(), s.Ctim.Nano(), s.Ino}, nil
	}
}

// mode is what [os.FileInfo] makes of a mode of the system.
func mode(s uint32) fs.FileMode {
	m := fs.FileMode(s & 0o777)
	switch s & unix.S_IFMT {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		m |= fs.ModeDir
	case unix.S_IFLNK:
		m |= fs.ModeSymlink
	case unix.S_IFIFO:
		m |= fs.ModeNamedPipe
	case unix.S_IFSOCK:
		m |= fs.ModeSocket
	case unix.S_IFCHR:
		m |= fs.ModeDevice | fs.ModeCharDevice
	default:
		m |= fs.ModeDevice
	}
	for _, bit := range [...]struct {
		is uint32
		as fs.FileMode
	}{{unix.S_ISUID, fs.ModeSetuid}, {unix.S_ISGID, fs.ModeSetgid}, {unix.S_ISVTX, fs.ModeSticky}} {
		if s&bit.is != 0 {
			m |= bit.as
		}
	}
	return m
}
