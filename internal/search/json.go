package search

import (
	"bytes"
	"encoding/base64"
	"encoding/json"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/jsontext"
)

// appendJSON writes what json.Marshal writes. Nearly all of an index is texts and lists of such.
func appendJSON(to []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case string:
		return jsontext.Append(to, v), nil
	case []string:
		return appendList(to, v, appendString)
	case [][]byte:
		return appendList(to, v, appendBytes)
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

func appendString(to []byte, s string) ([]byte, error) { return jsontext.Append(to, s), nil }

// appendBytes writes bytes in base64.
func appendBytes(to []byte, b []byte) ([]byte, error) {
	if b == nil {
		return append(to, "null"...), nil
	}
	return append(base64.StdEncoding.AppendEncode(append(to, '"'), b), '"'), nil
}

// readJSON reads what json.Unmarshal reads. After an edit nearly all of it is positions.
func readJSON(data []byte, to any) error {
	if list, ok := to.(*[][]byte); ok {
		if all, ok := readBytes(data); ok {
			*list = all
			return nil
		}
	}
	return json.Unmarshal(data, to)
}

// readBytes reads a list of bytes in base64, as appendJSON writes it; it is false for any other.
func readBytes(data []byte) (all [][]byte, ok bool) {
	data, opened := bytes.CutPrefix(data, []byte(`["`))
	data, closed := bytes.CutSuffix(data, []byte(`"]`))
	if !opened || !closed {
		return nil, false
	}
	for text := range bytes.SplitSeq(data, []byte(`","`)) {
		if bytes.ContainsAny(text, "\r\n") { // that base64 passes over, and JSON does not have
			return nil, false
		}
		b, err := base64.StdEncoding.AppendDecode([]byte{}, text)
		if err != nil {
			return nil, false
		}
		all = append(all, b)
	}
	return all, true
}

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
