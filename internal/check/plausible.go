package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// How long a title and a summary may get, in characters: what lists, search engines and
// previews show.
const (
	titleLength   = 100
	summaryLength = 300
)

// lengths notes what is too long for lists.
func (d *desk) lengths(title, summary field.Value) {
	long := func(r *diag.Rule, v field.Value, limit int) {
		if n := utf8.RuneCountInString(v.Text); n > limit {
			d.report(r.At(v.Span.FirstLine(), "length", strconv.Itoa(n), "limit", strconv.Itoa(limit)))
		}
	}
	long(&rule.TitleLong, title, titleLength)
	long(&rule.SummaryLong, summary, summaryLength)
}

// typography notes what `fmt --typography` would mend.
func (d *desk) typography(repairs []sheet.Repair) {
	for _, r := range repairs {
		if !d.doubtful(r.Span) {
			d.report(r.Finding())
		}
	}
}

// inOrder compares the days of an entry.
func (d *desk) inOrder(f *sheet.Sheet) {
	if !f.Published.Stated() || !f.Updated.Stated() {
		return
	}
	published, err := edtf.ParseDay(f.Published.Text)
	updated, err2 := edtf.ParseDay(f.Updated.Text)
	if err == nil && err2 == nil && updated < published && published <= d.cat.Now && !d.doubtful(f.Updated.Span) && !d.doubtful(f.Published.Span) {
		d.report(rule.UpdatedEarlier.At(f.Updated.Span, "updated", f.Updated.Text, "published", f.Published.Text))
	}
}

// licences are the identifiers of SPDX that are suggested, the newest version of one first.
var licences = []string{
	"CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "CC0-1.0",
	"DL-DE-BY-2.0", "DL-DE-ZERO-2.0", "etalab-2.0", "ODbL-1.0", "EUPL-1.2", "MIT", "Apache-2.0",
}

var (
	creativeCommons = regexp.MustCompile(`^CC-(BY|BY-SA|BY-NC|BY-NC-SA|BY-ND|BY-NC-ND|SA)-(1\.0|2\.0|2\.1|2\.5|3\.0|4\.0)(-[A-Z]{2,3})?$|^CC0-1\.0$|^CC-PD`)
	licenceForm     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]*$`)
	licenceVersion  = regexp.MustCompile(`[- ]v?[0-9.,]+$`)
	licenceJoins    = regexp.MustCompile(` (?:AND|OR|WITH) `)
)

// licence checks an expression of SPDX, identifiers with AND, OR and WITH between them,
// for what can't be one. There are seven hundred; of those that begin like Creative
// Commons' all are known.
func (d *desk) licence(v field.Value) {
	if !v.Stated() {
		return
	}
	for _, id := range licenceJoins.Split(strings.NewReplacer("(", "", ")", "").Replace(v.Text), -1) {
		if creativeCommons.MatchString(id) || licenceForm.MatchString(id) && !strings.HasPrefix(strings.ToUpper(id), "CC") {
			continue
		}
		d.report(rule.LicenseUnknown.At(v.Span, "value", id).Suggest(nearLicence(id)))
		return
	}
}

// nearLicence returns the licence that was probably meant: of this name, or near it.
func nearLicence(id string) string {
	name := func(id string) string { return suggest.Fold(licenceVersion.ReplaceAllString(id, "")) }
	for _, l := range licences {
		if name(l) == name(id) {
			return l
		}
	}
	return suggest.Nearest(id, licences)
}
