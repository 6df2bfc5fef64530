package catalogue

// A version is one file of an entry.
type version struct {
	lang        string
	of          string // the language that it calls the original's
	translation bool   // so it says
	lost        bool   // it could not be read
}

// original returns the index of the original: the file that is no translation.
// Where several or none are, it is the one that most translations name, then
// the first, so that a fault in one file does not turn the entry around. A
// file that could not be read may be either, so it gives way.
func original(versions []version) int {
	rank := func(v version) int {
		named := 0
		for _, other := range versions {
			if other.of == v.lang && other.lang != v.lang {
				named++
			}
		}
		switch n := len(versions); {
		case v.translation:
			return named
		case v.lost:
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
