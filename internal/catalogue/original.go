package catalogue

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"

// A version is one file of an entry, and the language that it calls the original's.
type version struct {
	file *sheet.File
	of   string
}

// original returns the index of the original: the file that is no translation.
// Where several or none are, it is the one that most translations name, then
// the first, so that a fault in one file does not turn the entry around. A
// file that could not be read may be either, so it gives way.
func original(versions []version) int {
	rank := func(v version) int {
		named := 0
		for _, other := range versions {
			if other.of == v.file.Lang && other.file != v.file {
				named++
			}
		}
		switch n := len(versions); {
		case v.file.IsTranslation():
			return named
		case v.file.Lost.All():
			return named + n
		default:
			return named + 2*n
		}
	}
	best := 0
	for i := range versions {
		if rank(versions[i]) > rank(versions[best]) {
			best = i
		}
	}
	return best
}
