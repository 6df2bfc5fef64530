package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// TestWordsAreNoActions holds that a word of a catalogue is text in a template, neither markup nor an action.
func TestWordsAreNoActions(t *testing.T) {
	own := fstest.MapFS{"de.yaml": {Data: []byte("site: {skip: '<b>{{evil'}\n")}}
	set, _ := locale.Load(i18n.Files, own, []string{"de"})
	got := (&templates{wording: wording{set.Locale("de")}}).fill(`{{t "site.skip"}}{{w "site.skip"}}`)
	if strings.Count(got, "evil") != 2 || strings.Contains(got, "{{") || strings.Contains(got, "<b>") {
		t.Error(got)
	}
}
