package output

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Valid reports, as an *Error of KindPath, why a path cannot be that of a file
// in the output folder. What Linux alone would take is refused as well: a site
// is copied to Windows, to a USB stick and into archives.
//
// A name at the top level that begins with a dot is refused since it is the
// user's.
func Valid(path string) error {
	if plain(path) {
		return nil
	}
	if err := valid(path); err != nil {
		return &Error{Kind: KindPath, Path: path, Err: err}
	}
	return nil
}

// longest is what NTFS, ext4 and APFS take for one name, in bytes.
const longest = 255

func valid(path string) error {
	switch {
	case !utf8.ValidString(path):
		return errors.New("not UTF-8")
	case !fs.ValidPath(path) || path == ".":
		return errors.New("not a clean relative path")
	case path[0] == '.':
		return errors.New("names with a leading dot are the user's")
	case strings.ContainsAny(path, `\<>:"|?*`) || strings.ContainsFunc(path, unicode.IsControl):
		return errors.New("holds a character that Windows does not take")
	}
	for name := range strings.SplitSeq(path, "/") {
		switch {
		case len(name) > longest:
			return errors.New("a name is longer than 255 bytes")
		case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
			return errors.New("a name ends with a dot or a space")
		case reserved(name):
			return errors.New("a name is reserved on Windows")
		}
	}
	return nil
}

// plain reports whether a path is one of the many at which nothing need be thought about: its names are of lower-case ASCII
// letters, digits, "-" and "_" with single dots between them, and too long or too short for a device.
func plain(path string) bool {
	start, stem := 0, -1 // of the name that is being read, and where that has its first dot or its end
	for i := range len(path) + 1 {
		c := byte('/')
		if i < len(path) {
			c = path[i]
		}
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-', c == '_':
			continue
		case c != '.' && c != '/', i == start, path[i-1] == '.':
			return false
		}
		if stem < start {
			stem = i
		}
		if c == '/' {
			if n := stem - start; n == len("con") || n == len("com1") || i-start > longest {
				return false
			}
			start = i + 1
		}
	}
	return true
}

// reserved reports whether Windows takes a name for a device. What follows the
// first dot does not matter, nor do spaces before it: aux.html is a device.
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
func reserved(name string) bool {
	if !strings.ContainsRune("CPANLcpanl", rune(name[0])) { // hardly a name gets further
		return false
	}
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.TrimRight(stem, " ")
	if len(stem) > len("CONOUT$") {
		return false
	}
	stem = strings.ToUpper(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	digit, found := strings.CutPrefix(stem, "COM")
	if !found {
		digit, found = strings.CutPrefix(stem, "LPT")
	}
	return found && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}

// Fold gives two paths the same text where Windows and macOS would take them
// for the same file.
func Fold(path string) string { return strings.ToLower(path) }
