package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// sitemapSize is how many addresses one sitemap may hold, by sitemaps.org.
const sitemapSize = 50_000

// Sitemap writes sitemap.xml with all pages that are to be found by search
// engines; of a large site, sitemap.xml lists sitemap-1.xml and so on.
func (r *Renderer) Sitemap(sink output.Sink) error {
	var pages []*plan.Page
	for _, p := range r.plan.Pages {
		if p.Index && p.Kind != plan.NotFound && p.Kind != plan.Redirect {
			pages = append(pages, p)
		}
	}
	if len(pages) <= sitemapSize {
		return r.writeSitemap(sink, "sitemap.xml", pages)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for n := 1; len(pages) > 0; n++ {
		part := pages[:min(len(pages), sitemapSize)]
		pages = pages[len(part):]
		path := fmt.Sprintf("sitemap-%d.xml", n)
		if err := r.writeSitemap(sink, path, part); err != nil {
			return err
		}
		b.WriteString("<sitemap><loc>" + escapeXML(r.site.URL(path)) + "</loc></sitemap>\n")
	}
	b.WriteString("</sitemapindex>\n")
	return sink.Write(output.File{Path: "sitemap.xml", Bytes: b.Bytes()})
}

func (r *Renderer) writeSitemap(sink output.Sink, path string, pages []*plan.Page) error {
	inputs := r.sitemapInputs(pages)
	if _, ok := output.Retain(sink, inputs); ok {
		return nil
	}
	return sink.Write(output.File{Path: path, Bytes: r.sitemap(pages), Inputs: inputs})
}

func (r *Renderer) sitemap(pages []*plan.Page) []byte {
	b := make([]byte, 0, 512*len(pages)) // about what they take
	b = append(b, xml.Header+`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`+"\n"...)
	base := escapeXML(r.site.URL(""))
	for _, p := range pages {
		b = append(append(append(append(b, "<url><loc>"...), base...), escapeXML(p.Path)...), "</loc>"...)
		if changed := lastChange(p); changed != "" {
			b = append(append(append(b, "<lastmod>"...), escapeXML(changed)...), "</lastmod>"...)
		}
		for lang, path := range r.really(p) {
			b = append(append(append(b, `<xhtml:link rel="alternate" hreflang="`...), escapeXML(lang)...), `" href="`...)
			b = append(append(append(b, base...), escapeXML(path)...), `"/>`...)
		}
		b = append(b, "</url>\n"...)
	}
	return append(b, "</urlset>\n"...)
}

// lastChange is the day of a practice's last change, if it is a full date.
func lastChange(p *plan.Page) string {
	if p.Entry == nil {
		return ""
	}
	return changed(p.Entry)
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapeXML(s string) string { return xmlEscapes.Replace(strings.Map(inXML, s)) }

// inXML puts a sign in the place of what no XML may hold, not even escaped.
func inXML(c rune) rune {
	if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\ufffe' || c == '\uffff' {
		return '\ufffd'
	}
	return c
}

// robots is robots.txt: all may be read, and where the sitemap is.
func (r *Renderer) robots() []byte {
	return []byte("User-agent: *\nAllow: /\n\nSitemap: " + oneLine(r.site.URL("sitemap.xml")) + "\n")
}
