//go:build !linux && !darwin

package output

import (
	"errors"
	"os"
)

// exchange has no one-step form here; two renames do its work.
func exchange(*os.File, string, string) error { return errors.ErrUnsupported }
