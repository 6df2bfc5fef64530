package pdf

import (
	"encoding/binary"
	"testing"
)

// TestPostScriptName holds that the name of a font, which stands in a PDF as it is, ends nothing there.
func TestPostScriptName(t *testing.T) {
	for name, want := range map[string]string{
		"Liberation-Sans": "Liberation-Sans", "A>>/OpenAction<</S/JavaScript/JS(evil())": "AOpenActionSJavaScriptJSevil", "a b\n#41\xff": "ab41", "()": "Font",
	} {
		table := []byte{0, 0, 0, 1, 0, 18} // one name, its text behind the list
		for _, v := range []int{3, 1, 0x409, 6, len(name), 0} {
			table = binary.BigEndian.AppendUint16(table, uint16(v))
		}
		f := &trueType{tables: map[string][]byte{"name": append(table, name...)}}
		if got := f.postScriptName(); got != want {
			t.Errorf("%q became %q", name, got)
		}
	}
}
