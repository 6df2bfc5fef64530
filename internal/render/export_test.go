package render

import (
	"bytes"
	"cmp"
	"html/template"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// IsCompiled reports whether a page is made without html/template.
func (r *Renderer) IsCompiled(p *plan.Page) bool {
	l := r.languages[cmp.Or(p.Lang, r.site.Default())]
	c := &context{Renderer: r, language: l, page: p, dir: folder(p.Path), practice: r.Practice(p.Entry)}
	return l.pages[p.Kind].fast.Execute(new(bytes.Buffer), "base", c.base(), maxPage)
}

// ArePartsCompiled reports whether the parts that pages share are made without html/template.
func (r *Renderer) ArePartsCompiled(lang string) bool {
	for name, view := range map[string]any{
		"name": nameView{}, "sections": []navLink{{}}, "find": template.URL(""), "footer": footerView{Pages: []Link{{}}}, "row": rowView{}, "facets": []termList{{Terms: []termRow{{}}}},
	} {
		if !r.languages[lang].shared.fast.Execute(new(bytes.Buffer), name, view, maxPage) {
			return false
		}
	}
	return true
}
