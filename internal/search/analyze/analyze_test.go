package analyze

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTerm(t *testing.T) {
	for _, test := range []struct {
		lang, word, want string
	}{
		{"de", "Flüchtlinge", "fluchtling"}, {"de", "Fluechtlinge", "fluchtling"}, {"de", "fluchtlinge", "fluchtling"},
		{"de", "Straße", "strass"}, {"de", "Strasse", "strass"}, {"de", "für", ""}, {"de", "Wohnungen", "wohnung"},
		{"fr", "l’hébergement", "heberg"}, {"fr", "hebergement", "heberg"}, {"fr", "L'HÉBERGEMENT", "heberg"}, {"fr", "à", ""},
		{"fr", "d’une", ""}, {"fr", "bénévoles", "benevol"}, {"fr", "cœur", "coeu"}, {"fr", "qu’elle", ""},
		{"en", "neighbourhood’s", "neighbourhood"}, {"en", "libraries", "librari"}, {"en", "the", ""}, {"en", "Don't", ""},
		{"nl", "Één", "een"}, {"de", "Café", "caf"},
	} {
		if got := New(test.lang).Term(test.word); got != test.want {
			t.Errorf("%s: %s → %q, not %q", test.lang, test.word, got, test.want)
		}
	}
}

func TestWords(t *testing.T) {
	got := Words("Wi-Fi, l’eau d'ici… 'so' Ge\u00adflüchtete’ 24.12.")
	want := []string{"Wi", "Fi", "l’eau", "d'ici", "so", "Ge\u00adflüchtete", "24", "12"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// Every chain takes its own output for a folded word: what is folded stays.
func FuzzFold(f *testing.F) {
	f.Add("Straße", "de")
	f.Fuzz(func(t *testing.T, word, lang string) {
		for _, w := range Words(word) {
			c := New("nl")
			if once := c.Fold(w); c.Fold(once) != once {
				t.Errorf("%q → %q → %q", w, once, c.Fold(once))
			}
			New("de").Term(w)
			New("fr").Term(w)
			New("en").Term(w)
		}
	})
}

// The stemmer for plain letters cuts what bleve's cuts.
func FuzzGerman(f *testing.F) {
	for _, word := range []string{"haus", "kindern", "wohnungen", "festest", "es", "sts", "bs", "lernst", "est", "aern", "eeeee", "bestst"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if !isASCII(word) {
			return
		}
		c := New("de")
		c.begin(word)
		want := word
		if word != "" {
			want = string(c.stem.Filter(c.stream)[0].Term)
		}
		if got := german(word); got != want {
			t.Errorf("%q → %q, not %q", word, got, want)
		}
	})
}

// Words are those of the expression that a browser has.
func FuzzTokens(f *testing.F) {
	expression := regexp.MustCompile(`[\p{L}\p{M}\p{N}\x{ad}]+(?:['’][\p{L}\p{M}\p{N}\x{ad}]+)*`)
	f.Add("Wi-Fi, l’eau d'ici… 'so' Ge\u00adflüchtete’ 24.12. a''b c’’d '")
	f.Add("ʼn ʰ ²³ ½ ⁰ⁿ \u2071 Ⅷ ａ日本 e\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := Words(text), expression.FindAllString(text, -1); utf8.ValidString(text) && !slices.Equal(got, want) {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	})
}

// TestLongWord holds that a word as long as a text is no word of the search: filters would take its square.
func TestLongWord(t *testing.T) {
	for _, lang := range []string{"de", "fr", "en", "nl"} {
		for _, letters := range []string{"ational", "ly", "y", "ae", "é", "’a"} {
			word := strings.Repeat(letters, longest+1)
			if term, folded := New(lang).Analyse(word); term != "" || folded != "" {
				t.Errorf("%s: %q is a word of %d letters", lang, letters, len(term))
			}
		}
		word := strings.Repeat("ü", longest)
		if New(lang).Term(word) == "" || New(lang).Fold(word+"ü") != "" {
			t.Errorf("%s: not %d letters are the most", lang, longest)
		}
	}
}
