//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package output

import "os"

// A folder is one that is kept open.
type folder = *os.Root

func openAt(root *os.Root, dir string) (folder, error) { return root.OpenRoot(dir) }

// createAt is create in an open folder.
func createAt(in folder, name string, data []byte) (mtime int64, err error) {
	return create(in, name, data)
}
