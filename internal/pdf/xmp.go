package pdf

import (
	"encoding/xml"
	"strings"
)

// xmp is the metadata by which a reader knows what it has before it: title,
// language, and that the file keeps the rules of PDF/UA-1.
func (i Info) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
	element := func(open, text, close string) {
		if text == "" {
			return
		}
		b.WriteString(open)
		xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
		b.WriteString(close + "\n")
	}
	b.WriteString("<pdfuaid:part>1</pdfuaid:part>\n")
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, i.Title, `</rdf:li></rdf:Alt></dc:title>`)
	element(`<dc:creator><rdf:Seq><rdf:li>`, i.Author, `</rdf:li></rdf:Seq></dc:creator>`)
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, i.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	element(`<dc:language><rdf:Bag><rdf:li>`, i.Lang, `</rdf:li></rdf:Bag></dc:language>`)
	element(`<xmp:CreateDate>`, i.Created.UTC().Format("2006-01-02T15:04:05Z"), `</xmp:CreateDate>`)
	element(`<xmp:ModifyDate>`, i.Created.UTC().Format("2006-01-02T15:04:05Z"), `</xmp:ModifyDate>`)
	element(`<pdf:Producer>`, i.Producer, `</pdf:Producer>`)
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

// dictionary is the same for readers that don't know XMP.
func (i Info) dictionary() string {
	s := "<</Title " + textString(i.Title)
	if i.Author != "" {
		s += "/Author " + textString(i.Author)
	}
	if i.Subject != "" {
		s += "/Subject " + textString(i.Subject)
	}
	date := literal("D:" + i.Created.UTC().Format("20060102150405") + "+00'00'")
	return s + "/Producer " + textString(i.Producer) + "/CreationDate " + date + "/ModDate " + date + ">>"
}
