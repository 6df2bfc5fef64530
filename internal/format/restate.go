package format

import (
	"path"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
)

// A digest tells that a translation was made from a text as it was; typography changes
// the text, and nothing of what was translated. So the translations that were current are
// made to say so of the new text.
type renewal map[string][2]string // by field, the digests before and after

// renewed returns which digests of an original its typography has changed, nil for a
// translation, which has none of its own.
func renewed(name, before, after string) renewal {
	was, is := parse(diag.NewSource(name, before)), parse(diag.NewSource(name, after))
	if was.file.IsTranslation() {
		return nil
	}
	changed := renewal{}
	digests := map[string]string{}
	for _, t := range is.tracked {
		digests[t.Path] = t.Digest()
	}
	for _, t := range was.tracked {
		if d := digests[t.Path]; d != "" && d != t.Digest() {
			changed[t.Path] = [2]string{t.Digest(), d}
		}
	}
	return changed
}

// restate returns a translation's text with the digests renewed that were current.
func restate(name, text string, changed renewal) string {
	src := diag.NewSource(name, text)
	p := edit.Patcher{Source: src}
	for _, pair := range parse(src).record.State {
		digests, ok := changed[pair.Key]
		if !ok || pair.Value.Text != digests[0] {
			continue
		}
		at := pair.Value.Span
		if quote := at.Text()[:1]; quote == `"` || quote == "'" {
			p.Replace(at.Start, at.End, quote+digests[1]+quote)
		} else {
			p.Replace(at.Start, at.End, `"`+digests[1]+`"`)
		}
	}
	return p.Apply()
}

// beside reports whether two files are versions of one entry.
func beside(a, b string) bool { return a != b && path.Dir(a) == path.Dir(b) && isProse(a) }
