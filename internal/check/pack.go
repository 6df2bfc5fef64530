package check

import (
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// pack checks one pack: its texts are in its languages, its sheets exist, each
// once.
func (d *desk) pack(p *sheet.Pack) {
	if p.Lost["*"] {
		return
	}
	d.forms(sheet.PackFields(), p)
	langs := d.packLanguages(p)
	if !p.HasKey("title") && !p.HasLost("title") {
		d.require(&p.File, "title")
	}
	for _, t := range []struct {
		key   string
		texts field.Localized
	}{{"title", p.Title}, {"subtitle", p.Subtitle}, {"foreword", p.Foreword}} {
		if len(t.texts) > 0 {
			d.packText(p, t.key, t.texts, langs)
		}
	}
	seen := map[string]field.Value{}
	d.packSheets(p.Sheets, seen)
	for _, s := range p.Sessions {
		d.languageKeys(s.Title)
		if !s.Title.In("").Stated() && !d.doubtful(s.At.FirstLine()) {
			d.report(rule.RequiredField.At(s.At.FirstLine(), "field", "sessions.title"))
		} else {
			d.packText(p, "sessions.title", s.Title, langs)
		}
		d.packSheets(s.Sheets, seen)
	}
	if len(seen) == 0 && !p.HasLost("sessions") && !p.HasLost("sheets") && !p.HasKey("sessions") {
		d.require(&p.File, "sheets")
	}
	for i := range p.Texts {
		d.mentions(&p.Texts[i])
	}
	for _, l := range p.Logos {
		switch {
		case !l.File.Stated():
			continue
		case !l.Alt.Stated():
			d.report(rule.ImageAlt.At(l.File.Span, "file", l.File.Text))
		}
		d.image(&p.File, l.File.Span, l.File.Text)
	}
}

// packLanguages returns the languages of a pack, the site's where it names none.
func (d *desk) packLanguages(p *sheet.Pack) []string {
	var langs []string
	for _, l := range p.Languages {
		if _, ok := language(l.Text); ok && !d.conf.HasLang(l.Text) {
			d.report(rule.PackLanguage.At(l.Span, "lang", l.Text, "langs", strings.Join(d.languages(), ", ")))
			continue
		}
		if langs = append(langs, l.Text); len(langs) == sheet.MostLanguages+1 {
			d.report(rule.PackLanguages.At(l.Span, "count", strconv.Itoa(len(p.Languages))))
		}
	}
	if len(langs) == 0 {
		return d.languages()
	}
	return langs
}

// packText warns of the pack's languages in which a text is missing.
func (d *desk) packText(p *sheet.Pack, key string, texts field.Localized, langs []string) {
	var missing []string
	for _, lang := range langs {
		if !texts.Has(lang) {
			missing = append(missing, lang)
		}
	}
	if len(missing) == 0 || p.HasLost(key) {
		return
	}
	at := p.KeySpan(key)
	if first := texts.In(""); first.Stated() && key == "sessions.title" {
		at = first.Span.FirstLine()
	}
	d.report(rule.LabelMissing.At(at, "name", key, "langs", strings.Join(missing, ", ")))
}

func (d *desk) packSheets(ids []sheet.Value, seen map[string]field.Value) {
	for _, id := range ids {
		first, doubled := seen[id.Text]
		switch {
		case doubled:
			d.report(rule.PackDoubled.At(id.Span, "id", id.Text).With(first.Span, rule.FirstKey))
		case !slices.Contains(d.sheets, id.Text):
			d.report(rule.UnknownSheet.At(id.Span, "id", id.Text).Suggest(d.nearestID(id.Text, d.sheets)))
		}
		if !doubled {
			seen[id.Text] = id
		}
	}
}
