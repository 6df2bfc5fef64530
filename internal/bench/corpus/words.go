package corpus

import (
	"bufio"
	"cmp"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Language is its code and its words, the most frequent first.
type Language struct {
	Code  string
	Words []string
}

// heads are the function words of each language and the nouns that sheets are full of, by falling frequency.
var heads = []struct{ code, list, words string }{
	{"de", "ngerman", "die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder zur um haben einer mir über ihm diese einem ihr uns da zum kann doch vor dieser mich ihn du hatte seine mehr am denn nun unter sehr selbst schon hier bis habe ihre dann ihnen seiner alle wieder meine Zeit gegen vom ganz einzelnen wo muss ohne eines können sei Gemeinde Stadt Projekt Kinder Bürger Verein Schule Angebot Beratung Jugend Integration Umwelt Verkehr Energie Gesundheit"},
	{"fr", "french", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux d'un cette ses mais comme on tout nous sa fait été aussi leur bien peut ces y sans même elle faire ont entre deux encore après dont donc très être cela si où avant sous depuis lors autres chaque commune ville projet enfants habitants association école offre conseil jeunesse intégration environnement mobilité énergie santé"},
	{"en", "american-english", "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our even most municipality town project children residents association school offer advice youth integration environment transport energy health"},
}

// Heads are the languages with nothing but their most frequent words.
func Heads() []Language {
	languages := make([]Language, len(heads))
	for i, h := range heads {
		languages[i] = Language{h.code, strings.Fields(h.words)}
	}
	return languages
}

// Dictionary are the languages with n words each, the rarer ones taken from the lists of Debian's packages
// wngerman, wfrench and wamerican in the folder dir.
func Dictionary(dir string, n int) ([]Language, error) {
	languages := Heads()
	for i, h := range heads {
		tail, err := readList(filepath.Join(dir, h.list), languages[i].Words, rand.New(rand.NewPCG(7, uint64(len(h.list)))))
		if err != nil {
			return nil, err
		}
		languages[i].Words = fill(languages[i].Words, tail, n)
	}
	return languages, nil
}

// readList reads a word list, one word a line, and returns the words that are not in head in the order of a
// guessed frequency: frequent words tend to be short, so it is length plus noise.
func readList(path string, head []string, r *rand.Rand) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	seen := map[string]bool{}
	for _, w := range head {
		seen[w] = true
	}
	type ranked struct {
		word string
		rank float64
	}
	var all []ranked
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		w := lines.Text()
		if len(w) < 3 || seen[w] || !isWord(w) {
			continue
		}
		seen[w] = true
		all = append(all, ranked{w, float64(utf8.RuneCountInString(w)) + 12*r.Float64()})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = w.word
	}
	return words, lines.Err()
}

func isWord(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
}

// fill brings words up to n by an even sample of the whole tail, so that long compounds occur too.
func fill(words, tail []string, n int) []string {
	step := math.Max(1, float64(len(tail))/float64(n))
	for x := 0.0; int(x) < len(tail) && len(words) < n; x += step {
		words = append(words, tail[int(x)])
	}
	return words
}
