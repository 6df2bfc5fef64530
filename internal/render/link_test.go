package render

import (
	"strings"
	"testing"
)

// TestLinkHTML holds that nothing of a link ends the attribute or the element that it stands in.
func TestLinkHTML(t *testing.T) {
	const evil = `https://x/"><x-evil y='z'>`
	for _, l := range []Link{{evil, evil, Text{evil, evil, evil}}, web(evil, Text{Text: evil}), plain(evil)} {
		if got := string(l.HTML()); strings.Contains(got, "<x-evil") || strings.Count(got, `"`)%2 > 0 || strings.Contains(got, `/"`) {
			t.Error(got)
		}
	}
	if l := web("javascript:evil()", Text{Text: "x"}); l.Href != "" {
		t.Error(l.Href)
	}
}
