package render

import (
	"encoding/xml"
	"testing"
)

// TestEscapeXML holds that any text can stand in an element and in an attribute.
func TestEscapeXML(t *testing.T) {
	text := "a&b <c> \"d\" ]]> \t\r\n \x00\x01\x1b\x7f\u0085\ufffe\uffff"
	var e struct {
		Attr string `xml:"a,attr"`
		Text string `xml:",chardata"`
	}
	if err := xml.Unmarshal([]byte(`<e a="`+escapeXML(text)+`">`+escapeXML(text)+`</e>`), &e); err != nil {
		t.Fatal(err)
	}
	if want := "a&b <c> \"d\" ]]> \t\n \ufffd\ufffd\ufffd\x7f\u0085\ufffd\ufffd"; e.Text != want || e.Attr != want {
		t.Errorf("%q %q", e.Text, e.Attr)
	}
}
