package render_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A page names the practices that have most in common with it, the rarest first, and
// says what that is; those that it links to anyway it does not name again.
func TestRelated(t *testing.T) {
	files := sources(t)
	add := func(id, head string) {
		files["content/sheets/"+id+"/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: " + strings.ToUpper(id) + "\n" + head + "\n---\n")}
	}
	add("one", "themes: [work]\ncarrier: {place: metz}\npartners: [{place: trier}]")
	add("two", "themes: [work]\ncarrier: {place: metz}\npartners: [{place: trier}]")
	add("three", "themes: [work]\ndescription: See [one](sheet:one).")
	for _, id := range []string{"four", "five", "six", "seven", "eight"} {
		add(id, "themes: [work]")
	}
	add("alone", "audience: [residents]")
	add("lonely", "audience: [residents]")
	all := site(t, files)
	_, part, _ := strings.Cut(all["de/sheets/one.html"], `id="related"`)
	part, _, _ = strings.Cut(part, "</section>")
	if n := strings.Count(part, "<li>"); n != 5 {
		t.Errorf("%d related, want 5: %s", n, part)
	}
	if first, _, _ := strings.Cut(part, "</li>"); !strings.Contains(first, `<a href="two.html">TWO</a>`) || !strings.Contains(first, "gemeinsam: Arbeit, Metz, Partner (Trier)") {
		t.Errorf("the first is %s", first)
	}
	if strings.Contains(part, "three.html") {
		t.Error("what links here anyway is named again")
	}
	if strings.Contains(all["de/sheets/alone.html"], `id="related"`) {
		t.Error("an audience alone relates practices")
	}
}

// Under its id a sheet is found in every language, whatever its slug.
func TestPermalink(t *testing.T) {
	all := site(t, sources(t))
	if page := all["fr/sheets/alpha.html"]; !strings.Contains(page, `url=alpha-fr.html"`) {
		t.Errorf("the id does not lead to the page: %s", page)
	}
	if page := all["fr/sheets/alpha-fr.html"]; !strings.Contains(page, `<a href="alpha.html">example.org/praxis/fr/sheets/alpha.html</a>`) {
		t.Error("the page does not name its permanent address")
	}
	files := sources(t)
	files["content/sheets/gamma/index.fr.md"].Data = []byte(strings.Replace(string(files["content/sheets/gamma/index.fr.md"].Data), "---\n", "---\nslug: alpha\n", 1))
	if page := site(t, files)["fr/sheets/alpha-fr.html"]; !strings.Contains(page, `<a href="alpha-fr.html">example.org/praxis/fr/sheets/alpha-fr.html</a>`) {
		t.Error("an id that another sheet's slug has taken is named as the permanent address")
	}
}
