package jsontext

import (
	"bytes"
	"encoding/json"
	"testing"
)

// Texts are written as the standard library writes them.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"", `<a href="x">\</a>` + "&\n\t\r\b\x00\x1f\x7f", "„Größe“ \u2028\u2029\u2027 \U0001F600", "\xff\xc3(\xe2\x80", "\ufffd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, html := range []bool{true, false} {
			var want bytes.Buffer
			e := json.NewEncoder(&want)
			e.SetEscapeHTML(html)
			if err := e.Encode(text); err != nil {
				t.Fatal(err)
			}
			ofText, ofBytes := AppendPlain([]byte("x"), text), AppendPlain([]byte("x"), []byte(text))
			if html {
				ofText, ofBytes = Append([]byte("x"), text), Append([]byte("x"), []byte(text))
			}
			if string(ofText)+"\n" != "x"+want.String() || !bytes.Equal(ofText, ofBytes) {
				t.Errorf("%q and %q, not %q", ofText, ofBytes, want.String())
			}
		}
	})
}
