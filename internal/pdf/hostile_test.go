package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"hash/crc32"
	"strings"
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

// TestManyPixels holds that a picture that would fill the memory is refused by its head.
func TestManyPixels(t *testing.T) {
	head := []byte("IHDR\x00\x00\x4e\x20\x00\x00\x4e\x20\x08\x00\x00\x00\x00") // 20,000 × 20,000, grey
	large := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), binary.BigEndian.AppendUint32(head, crc32.ChecksumIEEE(head))...)
	if _, err := New(Info{}).AddImage(large); err == nil || !strings.Contains(err.Error(), "20000 pixels") {
		t.Error(err)
	}
}

// TestStringsEnd holds that a text ends neither the string nor the element that it stands in.
func TestStringsEnd(t *testing.T) {
	if got, want := literal("a)b(c\\d\n\xff"), `(a\)b\(c\\d\012\377)`; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	evil := `</rdf:li><evil/>&"]]>` + "\x00"
	if err := xml.Unmarshal(Info{Title: evil, Author: evil, Subject: evil, Lang: evil, Producer: evil}.xmp(), new(struct{ XMLName xml.Name })); err != nil {
		t.Error(err)
	}
	if xmp := (Info{Title: evil, Author: evil, Subject: evil, Lang: evil, Producer: evil}).xmp(); bytes.Contains(xmp, []byte("<evil")) {
		t.Errorf("%s", xmp)
	}
}
