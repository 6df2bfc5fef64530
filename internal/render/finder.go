package render

import (
	"encoding/xml"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// finderPath is the path of the OpenSearch description of a language, by which a browser offers the
// site's own search.
func finderPath(lang string) string { return lang + "/opensearch.xml" }

// writeFinders writes OpenSearch descriptions, version 1.1, which need absolute addresses; see
// github.com/dewitt/opensearch. A short name has 16 characters at most.
func (r *Renderer) writeFinders(sink output.Sink) error {
	if !r.site.BaseURL.Stated() {
		return nil
	}
	for _, lang := range r.plan.Langs {
		l := r.languages[lang]
		var b strings.Builder
		b.WriteString(xml.Header + `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">` + "\n")
		element := func(name, text string) { b.WriteString("<" + name + ">" + escapeXML(text) + "</" + name + ">\n") }
		element("ShortName", short(l.title.Text, 16))
		element("Description", short(l.T("search.label")+" – "+l.title.Text, 1024))
		element("Language", lang)
		element("InputEncoding", "UTF-8")
		b.WriteString(`<Image width="32" height="32" type="image/x-icon">` + escapeXML(r.site.URL("favicon.ico")) + "</Image>\n")
		b.WriteString(`<Url type="text/html" template="` + escapeXML(r.site.URL(plan.SearchPath(lang))) + `?q={searchTerms}"/>` + "\n")
		b.WriteString(`<Url type="application/opensearchdescription+xml" rel="self" template="` + escapeXML(r.site.URL(finderPath(lang))) + `"/>` + "\n")
		b.WriteString("</OpenSearchDescription>\n")
		if err := sink.Write(output.File{Path: finderPath(lang), Bytes: []byte(b.String())}); err != nil {
			return err
		}
	}
	return nil
}

// short cuts a text after so many characters.
func short(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}
