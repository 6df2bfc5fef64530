package search

import (
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// appendJSON writes what json.Marshal writes. Nearly all of an index is texts and lists of such, of which
// there are a hundred megabytes in a large catalogue, and that takes them without copying.
func appendJSON(to []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case string:
		return appendText(to, v), nil
	case []string:
		return appendList(to, v, appendString)
	case []any:
		return appendList(to, v, appendJSON)
	case [][2]string:
		return appendList(to, v, func(to []byte, pair [2]string) ([]byte, error) { return appendList(to, pair[:], appendString) })
	case []record:
		return appendList(to, v, func(to []byte, r record) ([]byte, error) { return appendList(to, r[:], appendString) })
	}
	data, err := json.Marshal(value)
	return append(to, data...), err
}

func appendString(to []byte, s string) ([]byte, error) { return appendText(to, s), nil }

func appendList[T any](to []byte, list []T, item func([]byte, T) ([]byte, error)) (_ []byte, err error) {
	if list == nil {
		return append(to, "null"...), nil
	}
	to = append(to, '[')
	for i, v := range list {
		if i > 0 {
			to = append(to, ',')
		}
		if to, err = item(to, v); err != nil {
			return to, err
		}
	}
	return append(to, ']'), nil
}

// escapes are the letters that JSON may not hold as they are, those of HTML among them.
var escapes = func() (e [utf8.RuneSelf]string) {
	for b := range e {
		if quoted, _ := json.Marshal(string(rune(b))); len(quoted) != 3 {
			e[b] = string(quoted[1 : len(quoted)-1])
		}
	}
	return e
}()

func appendText(to []byte, s string) []byte {
	to = append(slices.Grow(to, len(s)+len(s)/16+2), '"')
	from := 0
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if escapes[b] != "" {
				to = append(append(to, s[from:i]...), escapes[b]...)
				from = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
			to = append(to, s[from:i]...)
			quoted, _ := json.Marshal(s[i : i+n]) // a text always can be written
			to = append(to, quoted[1:len(quoted)-1]...)
			from = i + n
		}
		i += n
	}
	return append(append(to, s[from:]...), '"')
}
