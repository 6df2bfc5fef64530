package search

import (
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
