package render

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// A script has the text as the library for JSON reads it; of bytes that are none as it writes them.
func FuzzAppendJSON(f *testing.F) {
	for _, s := range []string{"", `<a href="x">\</a>` + "\n\t\x00\x1f\x7f", "„Größe“ \u2028\u2029\u2027 \U0001F600", "\xff\xc3(\xe2\x80", "\ufffd"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		quoted := appendJSON(nil, text)
		var got, want string
		if err := json.Unmarshal(quoted, &got); err != nil {
			t.Fatalf("%q: %v", quoted, err)
		}
		if err := json.Unmarshal(mustQuote(t, string(text)), &want); err != nil || got != want || !utf8.Valid(quoted) {
			t.Errorf("%q, want %q, %v", got, want, err)
		}
	})
}

func mustQuote(t *testing.T, s string) []byte {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
