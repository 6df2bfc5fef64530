package plan

import (
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// countryOf returns the key of a place's country, "" where it states none that can be a key.
func countryOf(place *vocab.Term) string {
	if key := strings.ToLower(place.Country.Text); field.IsID(key) {
		return key
	}
	return ""
}

// countriesOf are those of an entry's places, partners included.
func countriesOf(country map[string]string, e *catalogue.Entry) []string {
	var keys []string
	for _, places := range [][]string{e.Places(), e.PartnerPlaces()} {
		for _, place := range places {
			if key := country[place]; key != "" && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// maxYears is how many years a period may touch to stand under each of them.
const maxYears = 30

// yearsOf are the years that a period touches: of one that goes on up to this year,
// of one without a stated end the first.
func yearsOf(p sheet.Period, now int) []string {
	from, to := p.From, p.To
	if begin, end, both := strings.Cut(p.Single.Text, "/"); both {
		from.Text, to.Text = begin, end
	} else if p.Single.Stated() {
		from, to = p.Single, p.Single
	}
	first, ok := yearNumber(from)
	if !ok {
		first, ok = yearNumber(to)
	}
	last, ends := yearNumber(to)
	switch {
	case !ok:
		return nil
	case to.Text == "..":
		last = now
	case !ends:
		last = first
	}
	var years []string
	for y := max(first, 0); y <= last && y < first+maxYears; y++ {
		years = append(years, strconv.Itoa(y))
	}
	return years
}

func yearNumber(v sheet.Value) (int, bool) {
	d, err := edtf.Parse(v.Text)
	if err != nil || d.Precision() < edtf.Year {
		return 0, false
	}
	return d.Year(), true
}
