//go:build !unix

package dirent

import "errors"

func special(string) error { return errors.ErrUnsupported }
