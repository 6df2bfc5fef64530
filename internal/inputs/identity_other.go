//go:build !linux && !darwin

package inputs

import "io/fs"

func identity(fs.FileInfo) (inode uint64, changed int64) { return 0, 0 }
