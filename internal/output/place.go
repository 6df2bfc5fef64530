package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// place finds where the output folder really lies: links are resolved as far
// as the path exists, the rest is to be made.
func place(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", failure(dir, err)
	}
	rest := ""
	for here := abs; ; here = filepath.Dir(here) {
		real, err := filepath.EvalSymlinks(here)
		if err == nil {
			if info, err := os.Stat(real); err == nil && !info.IsDir() {
				return "", &Error{Kind: KindNotFolder, Path: here}
			}
			return filepath.Join(real, rest), nil
		}
		if errors.Is(err, fs.ErrPermission) {
			return "", failure(here, err)
		}
		// A name that is there but leads nowhere is a dangling or circular link.
		if _, err := os.Lstat(here); err == nil || filepath.Dir(here) == here {
			return "", &Error{Kind: KindNotFolder, Path: here}
		}
		rest = filepath.Join(filepath.Base(here), rest)
	}
}

// guard refuses an output folder whose exchange would take a folder of the
// catalogue away, or whose files would be read as content.
func guard(dir string, o Options) error {
	refuse := func(of string) error {
		return &Error{Kind: KindProtected, Path: dir, Names: []string{of}}
	}
	if filepath.Dir(dir) == dir { // the root of a volume has no place beside it
		return refuse(dir)
	}
	if o.Root != "" {
		if root, err := place(o.Root); err != nil || holds(dir, root) {
			return refuse(o.Root)
		}
	}
	for _, name := range append([]string{o.State}, o.Protected...) {
		real, err := place(name)
		if err != nil {
			continue // it does not exist, so nothing in it can be lost
		}
		if holds(real, dir) || holds(dir, real) {
			return refuse(name)
		}
	}
	return nil
}

// holds reports whether inner is outer or lies in it. Names are compared, and
// the folders themselves, since a path may be spelled in several ways: with
// other letter case, by way of a mount.
func holds(outer, inner string) bool {
	is, err := os.Stat(outer)
	for here := inner; ; here = filepath.Dir(here) {
		if here == outer {
			return true
		}
		if info, errHere := os.Stat(here); err == nil && errHere == nil && os.SameFile(is, info) {
			return true
		}
		if filepath.Dir(here) == here {
			return false
		}
	}
}
