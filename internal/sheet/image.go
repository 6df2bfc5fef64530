package sheet

import (
	"path"
	"slices"
	"strings"
)

// MaxImage is how large an image may be, in bytes; MaxImageText says it to readers.
const (
	MaxImage     = 32 << 20
	MaxImageText = "32 MiB"
)

// imageFormats are the endings of files that are shown as images. SVG is not
// among them: it may hold scripts.
var imageFormats = []string{".jpg", ".jpeg", ".png", ".gif", ".webp"}

// IsImage reports whether a file is one that is shown as an image, by its name.
func IsImage(name string) bool {
	return slices.Contains(imageFormats, strings.ToLower(path.Ext(name)))
}
