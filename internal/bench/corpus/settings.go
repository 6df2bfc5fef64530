package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

var (
	themes    = strings.Fields("accessibility ageing biodiversity childcare climate culture digitalisation education energy health housing integration mobility participation planning safety sport volunteering waste youth")
	audiences = strings.Fields("children families seniors migrants residents staff businesses associations")
	kinds     = strings.Fields("municipality district state federal association foundation school")
	countries = strings.Fields("DE FR AT CH BE LU IT")
)

const site = `title: {de: Katalog guter Praxis, fr: Catalogue de bonnes pratiques, en: Good-practice catalogue}
base_url: https://example.org/
languages: [de, fr, en]
publisher: {name: Example, url: https://example.org/, email: office@example.org}
`

// Settings are site.yaml and the vocabularies.
func (c *Corpus) Settings() []File {
	return []File{
		{"site.yaml", site},
		{"content/vocabulary/themes.yaml", vocabulary(themes)},
		{"content/vocabulary/audiences.yaml", vocabulary(audiences)},
		{"content/vocabulary/carriers.yaml", vocabulary(kinds)},
		{"content/vocabulary/places.yaml", c.placesFile()},
	}
}

// vocabulary labels every key with itself, in all languages alike.
func vocabulary(keys []string) string {
	var b strings.Builder
	for _, k := range keys {
		fmt.Fprintf(&b, "%s:\n  label: {de: %[2]q, fr: %[2]q, en: %[2]q}\n", k, capital(k))
	}
	return b.String()
}

func (c *Corpus) placesFile() string {
	var b strings.Builder
	r := rand.New(rand.NewPCG(c.Seed, 99))
	for i := range c.places() {
		fmt.Fprintf(&b, "%s: {label: {de: %[2]q, fr: %[2]q, en: %[2]q}, kind: city, country: %s, lat: %.3f, lon: %.3f}\n",
			placeKey(i), placeName(i), countries[r.IntN(len(countries))], 44+10*r.Float64(), 2+12*r.Float64())
	}
	return b.String()
}

// placeKey is the vocabulary's key of place i.
func placeKey(i int) string { return fmt.Sprintf("place-%04d", i) }

var (
	placeFirst  = []string{"Ober", "Unter", "Neu", "Alt", "Groß", "Klein", "Saint-", "Bad ", "Villers-", "Mont-"}
	placeMiddle = []string{"hau", "lin", "wei", "sel", "ber", "mar", "rod", "gra", "ker", "tal", "bru", "fel", "dor", "ulm", "vin", "lau", "cor", "nes", "pol", "sau"}
	placeLast   = []string{"dorf", "stadt", "heim", "bach", "berg", "ville", "court", "feld", "hausen", "mont"}
)

// placeName is a made-up name, different for every i below 2000.
func placeName(i int) string {
	first, rest := placeFirst[i%10], placeMiddle[i/10%20]+placeLast[i/200%10]
	if strings.HasSuffix(first, " ") || strings.HasSuffix(first, "-") {
		rest = capital(rest)
	}
	return first + rest
}
