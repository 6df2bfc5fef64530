package search

import (
	"bytes"
	"encoding/json"
	"slices"
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

// Lists of bytes are read as the standard library reads them.
func FuzzReadBytes(f *testing.F) {
	for _, text := range []string{`["aGF1cw==","","d2Vn"]`, `[]`, `[""]`, `["aGF1cw=="`, `["aGF1c","w=="]`, "[\"aGF1\ncw==\"]", `["aGF1","cw==" ]`, `["\u0061GF1"]`, `[null]`, `["a\"]`, `["`, `["]`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want, got [][]byte
		errWant, err := json.Unmarshal([]byte(text), &want), readJSON([]byte(text), &got)
		if (err == nil) != (errWant == nil) || err == nil && !slices.EqualFunc(got, want, bytes.Equal) {
			t.Errorf("%q: %q, %v; not %q, %v", text, got, err, want, errWant)
		}
	})
}
