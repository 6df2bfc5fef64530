package suggest

import "testing"

func TestNearest(t *testing.T) {
	keys := []string{"title", "themes", "carrier", "published", "partners", "url"}
	for word, want := range map[string]string{
		"titel": "title", "Title": "title", "themse": "themes", "publishd": "published", "parnters": "partners",
		"ur": "", "xyz": "", "": "", "contact": "", "úrl": "url", "carrier_": "carrier",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := Nearest("abcd", []string{"abce", "abcc"}); got != "abcc" {
		t.Errorf("a tie went to %q", got)
	}
}

func TestFold(t *testing.T) {
	for _, pair := range [][2]string{{"Projektträger", "projekttrager"}, {"organisme porteur", "organismeporteur"}, {"Mu\u0308nchen", "munchen"}, {"review-by", "review_by"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q and %q differ: %q, %q", pair[0], pair[1], Fold(pair[0]), Fold(pair[1]))
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Foto 1.JPG": "foto-1.jpg", "Größe & Maße": "groesse-masse", "déjà  vu": "deja-vu", "Mu\u0308nchen": "muenchen", "--": "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}
