package content_test

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
)

// dictionaries are hunspell's. Names are often German in other languages too, with a gloss in theirs.
var dictionaries = map[string]string{"de": "de_DE", "fr": "fr_FR", "en": "en_GB"}

var (
	token   = regexp.MustCompile(`[\pL\pM\d]+(?:[’'-][\pL\pM\d]+)*`)
	dotted  = regexp.MustCompile(`\S*[\pL\d]\.\pL\S*`) // addresses, W.I.R
	pattern = regexp.MustCompile(`\{\w+\}|\]\([^)]*\)`)
	elided  = regexp.MustCompile(`^(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)[’'](.+)$`)
)

func TestSpelling(t *testing.T) {
	needHunspell(t)
	all := texts(t)
	for _, lang := range langs {
		for _, names := range []bool{false, true} {
			spell(t, lang, names, all)
		}
	}
}

// TestOwnWords holds that the lists keep no word that stands nowhere any more.
func TestOwnWords(t *testing.T) {
	words, plain := map[string]map[string]bool{"de": {}, "fr": {}, "en": {}}, map[string]string{}
	for _, x := range texts(t) {
		plain[x.lang] += " " + strings.Join(strings.Fields(x.text), " ")
		for _, w := range wordsOf(x, nil) {
			for _, part := range append(strings.Split(w, "-"), w) {
				words[x.lang][strings.ToLower(part)] = true
			}
		}
	}
	stands := func(w, lang string) bool {
		return words[lang][strings.ToLower(w)] || strings.Contains(w, " ") && strings.Contains(plain[lang], w)
	}
	for _, lang := range langs {
		for w := range listed(t, "words."+lang+".txt") {
			if !stands(w, lang) {
				t.Errorf("words.%s.txt: %q stands in no text", lang, w)
			}
		}
	}
	for w := range listed(t, "words.txt") {
		if !slices.ContainsFunc(langs, func(lang string) bool { return stands(w, lang) }) {
			t.Errorf("words.txt: %q stands in no text", w)
		}
	}
}

// spell reports the words of a language's texts, or of its names, that neither hunspell nor testdata knows.
func spell(t *testing.T, lang string, names bool, all []text) {
	dictionary, lists := dictionaries[lang], []string{"words.txt", "words." + lang + ".txt"}
	if names && lang != "de" {
		dictionary += "," + dictionaries["de"]
		lists = append(lists, "words.de.txt")
	}
	own := listed(t, lists...)
	titles := slices.SortedFunc(maps.Keys(own), func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // the longest first
	titles = slices.DeleteFunc(titles, func(w string) bool { return !strings.Contains(w, " ") })
	where := map[string]string{} // word → a file
	for _, x := range all {
		if x.lang != lang || (x.class == field.Name) != names || x.field == "direction" {
			continue
		}
		for _, w := range wordsOf(x, titles) {
			if isOwn(own, w) {
				continue
			}
			for part := range strings.SplitSeq(w, "-") {
				where[part] = x.file
			}
		}
	}
	unknown := hunspell(t, dictionary, slices.Sorted(maps.Keys(where)))
	for _, w := range slices.Sorted(maps.Keys(where)) {
		if unknown[w] && !isOwn(own, w) {
			t.Errorf("%s: %q is unknown; if it is right, add it to testdata/words.%s.txt", where[w], w, lang)
		}
	}
}

// isOwn reports whether a word is in the lists, its first letter large or small.
func isOwn(own map[string]bool, word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return own[word] || own[string(unicode.ToLower(first))+word[size:]]
}

// wordsOf are the words of a text, without elided articles, the possessive, and titles of several words that are listed.
func wordsOf(x text, titles []string) []string {
	plain := x.text
	if x.markdown {
		plain = markdown.Parse(plain, markdown.Options{Lang: x.lang}).Plain()
	}
	plain = strings.Join(strings.Fields(plain), " ")
	for _, title := range titles {
		plain = strings.ReplaceAll(plain, title, " ")
	}
	plain = dotted.ReplaceAllString(pattern.ReplaceAllString(plain, " "), " ")
	var words []string
	for _, w := range token.FindAllString(plain, -1) {
		w = strings.ReplaceAll(w, "’", "'")
		if m := elided.FindStringSubmatch(w); x.lang == "fr" && m != nil {
			w = m[1]
		}
		if x.lang == "en" {
			w = strings.TrimSuffix(w, "'s")
		}
		if !strings.ContainsAny(w, "0123456789") {
			words = append(words, w)
		}
	}
	return words
}

// listed are the words of lists in testdata: names and words of the field that the dictionaries lack.
func listed(t *testing.T, names ...string) map[string]bool {
	t.Helper()
	own := map[string]bool{}
	for _, name := range names {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				own[line] = true
			}
		}
	}
	return own
}

// hunspell returns those of the words that the dictionaries do not know.
func hunspell(t *testing.T, dictionary string, words []string) map[string]bool {
	t.Helper()
	run := exec.CommandContext(t.Context(), "hunspell", "-i", "UTF-8", "-d", dictionary, "-l")
	run.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	var errors bytes.Buffer
	run.Stderr = &errors
	out, err := run.Output()
	if err != nil {
		t.Fatalf("hunspell -d %s: %v: %s", dictionary, err, errors.String())
	}
	unknown := map[string]bool{}
	for _, w := range strings.Fields(string(out)) {
		unknown[w] = true
	}
	return unknown
}

// needHunspell skips the test where hunspell or a dictionary is not installed; in CI it fails.
func needHunspell(t *testing.T) {
	t.Helper()
	missing := ""
	for _, lang := range langs {
		run := exec.CommandContext(t.Context(), "hunspell", "-d", dictionaries[lang], "-l")
		if err := run.Run(); err != nil {
			missing = "hunspell -d " + dictionaries[lang] + ": " + err.Error()
		}
	}
	switch {
	case missing == "":
	case os.Getenv("CI") == "true":
		t.Fatal(missing)
	default:
		t.Skip("SPELLING IS NOT CHECKED: " + missing)
	}
}
