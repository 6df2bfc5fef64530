package markdown

import (
	"testing"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	tests := []struct{ text, want string }{
		{"# A\n\nb *c*\nd  \ne\n\n- f\n- g\n", "A\nb c d\ne\nf\ng"},
		{"[a](b) ![c](d) <https://e.f> `g\nh` <b>i</b>", "a c https://e.f g h i"},
		{"|a|b|\n|-|-|\n|1|2|\n", "a b\n1 2"},
		{"a[^1]\n\n[^1]: b\n", "a\nb"},
		{"<div>\na\n</div>\n\nb", "b"},
		{"```\na\n```\n\n> b", "a\nb"},
		{"", ""},
		{"\n \n", ""},
	}
	for _, tt := range tests {
		if got := Parse(tt.text, Options{}).Plain(); got != tt.want {
			t.Errorf("Plain of %q = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		text string
		max  int
		want string
	}{
		{"# Titel\n\nErster Satz. Zweiter Satz.\n\n- Liste\n", 20, "Erster Satz."},
		{"Erster *Satz*.\n\nZweiter Absatz.", 100, "Erster Satz. Zweiter Absatz."},
		{"- nur\n- Liste\n", 100, "nur Liste"},
		{"", 100, ""},
	}
	for _, tt := range tests {
		if got := Parse(tt.text, Options{}).Summary(tt.max); got != tt.want {
			t.Errorf("Summary of %q = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestFirstSentences(t *testing.T) {
	tests := []struct {
		text string
		max  int
		want string
	}{
		{"Ein Satz. Noch einer. Und ein dritter, der lang ist.", 25, "Ein Satz. Noch einer."},
		{"Ein Satz.", 9, "Ein Satz."},
		{"Ein Satz. Rest", 9, "Ein Satz."},
		{"Hilfe z. B. für Familien. Mehr davon folgt hier.", 30, "Hilfe z. B. für Familien."},
		{"Hilfe z.B. Familien, d.h. Eltern. Mehr davon folgt.", 40, "Hilfe z.B. Familien, d.h. Eltern."},
		{"Der Hilfe e. V. Trier arbeitet. Mehr davon folgt hier.", 33, "Der Hilfe e. V. Trier arbeitet."},
		{"Am 12. September kam Dr. Meier. Danach kam niemand mehr.", 40, "Am 12. September kam Dr. Meier."},
		{"Es gilt seit 2015. Danach kam mehr und mehr.", 25, "Es gilt seit 2015."},
		{"Une aide, p. ex. Les familles. La suite est longue.", 33, "Une aide, p. ex. Les familles."},
		{"Vraiment\u202f! Et la suite est longue.", 15, "Vraiment\u202f!"},
		{"Il dit «\u202foui.\u202f» Et la suite est longue.", 18, "Il dit «\u202foui.\u202f»"},
		{"Help, e.g. Families. And there is more of it.", 25, "Help, e.g. Families."},
		{"„Wirklich?“ Danach kam niemand mehr.", 15, "„Wirklich?“"},
		{"Drei Mio. Euro kostet das. Danach kam mehr.", 30, "Drei Mio. Euro kostet das."},
		{"Ein langer Satz ohne Ende, der geht", 20, "Ein langer Satz…"},
		{"Ein langer Satz ohne Ende", 15, "Ein langer…"},
		{"Genau Worte, mehr", 13, "Genau Worte…"},
		{"Donaudampfschifffahrt", 6, "Donau…"},
		{"a\nb\n\nc", 10, "a b c"},
		{"abc", 0, ""},
		{"abc", 1, "…"},
		{"", 10, ""},
	}
	for _, tt := range tests {
		got := FirstSentences(tt.text, tt.max)
		if got != tt.want {
			t.Errorf("FirstSentences(%q, %d) = %q, want %q", tt.text, tt.max, got, tt.want)
		}
		if utf8.RuneCountInString(got) > tt.max {
			t.Errorf("FirstSentences(%q, %d) has %d characters", tt.text, tt.max, utf8.RuneCountInString(got))
		}
	}
}
