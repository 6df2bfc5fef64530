package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// What is ranked again after an edit is what is ranked anew, or it is said that it may not be.
func TestExchange(t *testing.T) {
	const most = 20
	random := rand.New(rand.NewPCG(1, 1))
	again, anew := 0, 0
	for range 2000 {
		all := make([]form, 10+random.IntN(80))
		for i := range all {
			text := strings.Repeat(string(rune('a'+random.IntN(15))), 4+random.IntN(4))
			all[i] = form{lang: "de", text: text, stem: text, folded: text[:len(text)-random.IntN(2)], docs: random.IntN(4)}
		}
		edited, folded := slices.Clone(all), map[string]bool{}
		for range 1 + random.IntN(3) {
			f := &edited[random.IntN(len(edited))]
			f.docs = max(0, f.docs+random.IntN(3)-1)
			folded[f.folded] = true
		}
		some := func(all []form) []ranked {
			return rankedWords(slices.DeleteFunc(slices.Clone(all), func(f form) bool { return !folded[f.folded] }))
		}
		past := readRanked(string(appendRanked(nil, frequent(rankedWords(all), most))))
		got, ok := exchange(past, some(all), some(edited), most)
		if !ok {
			anew++
			continue
		}
		again++
		if want := frequent(rankedWords(edited), most); !slices.Equal(got, want) {
			t.Fatalf("%v, not %v", got, want)
		}
	}
	if again < 500 || anew < 50 {
		t.Errorf("%d times ranked again, %d times anew", again, anew)
	}
}

// Where only some words are looked up, these have their numbers, and a new one gets the next.
func TestSoughtForms(t *testing.T) {
	known := []form{{lang: "de", text: "Haus"}, {lang: "fr", text: "rue"}, {lang: "de", text: "Straße"}, {lang: "fr", text: "Haus"}}
	f := forms{all: known, analysed: len(known), sought: func() map[string]map[string]bool {
		return map[string]map[string]bool{"de": {"Straße": true, "Weg": true}, "fr": {"Haus": true}, "en": {"way": true}}
	}}
	r := newReckoner(&f)
	stream := r.stream([]passage{{bodyZone, "de", "Straße Weg"}, {bodyZone, "fr", "Haus"}, {bodyZone, "en", "way"}, {bodyZone, "de", "Weg"}})
	var got []uint32
	for _, form := range words(string(stream)) {
		got = append(got, form)
	}
	if want := []uint32{2, 4, 3, 5, 4}; !slices.Equal(got, want) {
		t.Errorf("forms %v, not %v", got, want)
	}
}
