package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

func parse(t *testing.T, lang, text string) *Sheet {
	t.Helper()
	s, ds := Parser{}.Sheet(diag.NewSource("index."+lang+".md", text), "a", lang)
	for _, d := range ds {
		t.Errorf("%s: %s", d.Rule.Name, d.Text("en"))
	}
	return s
}

func digestOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])[:8]
}

// TestDigest holds the digests to their definition: white space of any kind and
// the composition of letters make no difference, lists are folded item by item.
func TestDigest(t *testing.T) {
	s := parse(t, "de", "---\r\ntitle: \"  Ü\\u00a0b\\u202f \\t c\"\r\nsummary: |\r\n  eins\r\n\r\n  zwei\r\noutcome: {text: T, direct: D}\r\ntransferability: nur Text\r\n"+
		"figures:\r\n  - {label: A, unit: E, value: 1}\r\n  - {label: B}\r\nactivities: [{kind: x}, {title: Yy}]\r\nadopted: [{note: Nn}]\r\n"+
		"resources:\r\n  staff: S\r\nimages: [{file: a.jpg}, {file: b.jpg, alt: Z}]\r\n---\r\n\r\nText\r\n")
	want := map[string]string{
		"title": "Ü b c", "summary": "eins zwei", "outcome": "T", "outcome.direct": "D", "transferability": "nur Text",
		"figures": "A\x1fE\x1fB\x1f", "activities": "\x1fYy", "adopted": "Nn", "resources.staff": "S", "images": "\x1fZ", "body": "Text",
	}
	for _, tracked := range s.Tracked() {
		if got := tracked.Digest(); got != digestOf(want[tracked.Path]) {
			t.Errorf("%s: %s is not the digest of %q", tracked.Path, got, want[tracked.Path])
		}
		delete(want, tracked.Path)
	}
	if len(want) > 0 {
		t.Errorf("not tracked: %v", want)
	}
	decomposed := parse(t, "de", "---\ntitle: \"U\\u0308 b c\"\n---\n")
	if got := decomposed.Tracked()[0].Digest(); got != digestOf("Ü b c") {
		t.Error("a decomposed letter changes the digest")
	}
}

// TestIsDigest holds that digests are told as their pattern tells them.
func TestIsDigest(t *testing.T) {
	pattern := regexp.MustCompile(DigestPattern)
	for _, s := range []string{"", "0123abcf", "0123ABCF", "0123abc", "0123abcde", "0123abcg", "0123abc/", "0123abc:", "0123abc`", "0123abé", "12345678\n"} {
		if IsDigest(s) != pattern.MatchString(s) {
			t.Errorf("%q: %v", s, IsDigest(s))
		}
	}
}

func TestTrackedPaths(t *testing.T) {
	want := []string{
		"title", "summary", "context", "description", "resources", "resources.staff", "resources.material", "resources.funding", "outcome", "outcome.direct",
		"outcome.indirect", "figures", "transferability", "transferability.conditions", "adopted", "activities", "images", "body",
	}
	if got := TrackedPaths(Fields()); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// TestTranslate holds inheritance: facts are the original's, texts and names the
// translation's where it has them, each with its language; lists by position.
func TestTranslate(t *testing.T) {
	de := parse(t, "de", "---\ntitle: Titel\nsummary: Kurz\ncarrier: {name: Stadt, kind: k}\nfigures: [{label: A, value: 1, unit: U}, {label: B, value: 2}]\n"+
		"links: [{label: L, url: \"https://a.de\"}]\npartners: [{name: P}, {name: Q}]\nslug: eigen\nresources: {staff: S, funding: F}\n---\nText\n")
	fr := parse(t, "fr", "---\ntitle: Titre\ncarrier: {name: Ville}\nfigures: [{label: a}, {}]\npartners: [{name: p}]\nresources: {staff: s}\ntranslation: {of: de}\n---\n")
	m, again := *de, *de
	m.Translate(fr)
	for what, pair := range map[string][2]string{
		"title":        {m.Title.Lang + m.Title.Text, "frTitre"},
		"summary":      {m.Summary.Lang + m.Summary.Text, "deKurz"},
		"name":         {m.Carrier.Name.Lang + m.Carrier.Name.Text, "frVille"},
		"kind":         {m.Carrier.Kind.Text, "k"},
		"first label":  {m.Figures[0].Label.Lang + m.Figures[0].Label.Text, "fra"},
		"first unit":   {m.Figures[0].Unit.Lang + m.Figures[0].Unit.Text, "deU"},
		"second label": {m.Figures[1].Label.Lang + m.Figures[1].Label.Text, "deB"},
		"second value": {m.Figures[1].Value.Text, "2"},
		"shorter list": {m.Partners[0].Name.Text, "P"},
		"link":         {m.Links[0].URL.Text, "https://a.de"},
		"staff":        {m.Resources.Staff.Lang, "fr"},
		"funding":      {m.Resources.Funding.Lang, "de"},
		"slug":         {m.Slug.Text, ""},
		"body":         {m.Body.Lang + m.Body.Text, "deText"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %q, want %q", what, pair[0], pair[1])
		}
	}
	if len(m.Partners) != 2 || m.Lang != "fr" {
		t.Errorf("%d partners in %s", len(m.Partners), m.Lang)
	}
	if again.Translate(fr); de.Figures[0].Label.Text != "A" || de.Carrier.Name.Text != "Stadt" || !reflect.DeepEqual(m, again) {
		t.Errorf("merging has changed the original: %+v", de)
	}
}
