package search

import (
	"encoding/json"
	"testing"
)

// Files are the JSON that the standard library would write.
func FuzzJSON(f *testing.F) {
	f.Add("a\"b\\c\n\t\r\b\x00\x7f<script>&amp;", "ä\u2028\u2029\xff\xe2\x80€😀")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, v := range []any{a, []string{a, b}, []any{b, []string{a}, 1, map[string]string{a: b}}, [][2]string{{a, b}}, []record{{a, b}}, []string(nil), [][2]string{}, [][]byte{[]byte(a), []byte(b), {}, nil}} {
			want, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := appendJSON([]byte("x"), v); err != nil || string(got) != "x"+string(want) {
				t.Errorf("%q: %s, %v; not %s", v, got, err, want)
			}
		}
	})
}
