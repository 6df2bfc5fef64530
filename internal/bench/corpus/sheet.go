package corpus

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// A writer writes one sheet in one language. Its numbers come from two sources: r for what differs by
// language, and the facts that sheet is given, for what the languages share.
type writer struct {
	words []string
	r     *rand.Rand
	zipf  *rand.Zipf
	out   strings.Builder
	texts map[string]string // the tracked texts written so far, by field
}

func newWriter(l Language, r *rand.Rand) *writer {
	return &writer{words: l.Words, r: r, zipf: rand.NewZipf(r, 1.05, 2.7, uint64(len(l.Words)-1)), texts: map[string]string{}}
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

// sheet writes sheet i; original holds the texts it translates, nil for the original itself. The order of
// the calls below is the order in which numbers are drawn: to change it changes every corpus.
func (w *writer) sheet(i, places int, facts *rand.Rand, original map[string]string) string {
	w.head(places, facts, original)
	w.parts(facts, places)
	w.foot(i, facts)
	return w.out.String()
}

// head writes what comes before the parts of the form.
func (w *writer) head(places int, facts *rand.Rand, original map[string]string) {
	at := facts.IntN(places)
	kind := kinds[facts.IntN(len(kinds))]
	from := 2005 + facts.IntN(18)
	w.texts["title"] = w.phrase(4 + w.r.IntN(6))
	w.printf("---\ntitle: %q\n", w.texts["title"])
	if original != nil {
		w.translation(original)
	}
	w.printf("carrier:\n  name: %q\n  kind: %s\n  place: %s\n", capital(kind)+" "+placeName(at), kind, placeKey(at))
	w.printf("period:\n  from: %d\n  to: %d\n", from, from+1+facts.IntN(6))
	w.printf("themes: [%s]\n", pick(facts, themes, 2+facts.IntN(2)))
	w.printf("audience: [%s]\n", pick(facts, audiences, 1+facts.IntN(3)))
}

// parts writes the parts that are Markdown, and the partners between them.
func (w *writer) parts(facts *rand.Rand, places int) {
	w.block("", "", "context", w.prose(50)+"\n\n"+w.prose(30))
	w.block("", "", "description", w.prose(70)+"\n\n"+w.bullets(4, 14)+"\n"+w.prose(74))
	w.printf("resources:\n")
	w.block("  ", "resources.", "staff", w.prose(25))
	w.block("  ", "resources.", "material", w.prose(20))
	w.block("  ", "resources.", "funding", w.prose(20))
	w.printf("partners:\n")
	for range 2 + facts.IntN(4) {
		w.printf("  - name: %q\n    place: %s\n    url: https://example.org/p/%d\n", w.phrase(3), placeKey(facts.IntN(places)), facts.IntN(1e6))
	}
	w.block("", "", "outcome", w.prose(80))
	w.block("", "", "transferability", w.prose(50))
}

// foot writes contact, links and date, and for every fourth sheet a body.
func (w *writer) foot(i int, facts *rand.Rand) {
	w.printf("contact:\n  office: %q\n  email: office-%d@example.org\n  phone: \"+49 30 %07d\"\n", w.phrase(3), i, facts.IntN(1e7))
	w.printf("links:\n")
	for range 1 + facts.IntN(3) {
		w.printf("  - label: %q\n    url: https://example.org/l/%d\n", w.phrase(3), facts.IntN(1e6))
	}
	w.printf("reviewed: %d-%02d-%02d\n---\n", 2020+facts.IntN(6), 1+facts.IntN(12), 1+facts.IntN(28))
	if facts.IntN(4) == 0 {
		w.texts["body"] = w.prose(30)
		w.printf("\n%s\n", w.texts["body"])
	}
}

// block writes a tracked text as a YAML block text.
func (w *writer) block(indent, parent, key, text string) {
	w.texts[parent+key] = text
	w.printf("%s%s: |\n", indent, key)
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if line != "" {
			w.printf("%s  %s", indent, line)
		}
		w.printf("\n")
	}
}

// translation writes the state of a translation that is current: the digest of every text of the original.
func (w *writer) translation(original map[string]string) {
	w.printf("translation:\n  of: de\n  state:\n")
	for _, field := range slices.Sorted(maps.Keys(original)) {
		w.printf("    %s: \"%s\"\n", field, digest(original[field]))
	}
}

// digest is the one of the format: 8 hex digits of the SHA-256 with white space folded. The words are in
// NFC already.
func digest(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return fmt.Sprintf("%.4x", sum[:])
}

// pick draws n different keys.
func pick(r *rand.Rand, from []string, n int) string {
	keys := make([]string, n)
	for i, k := range r.Perm(len(from))[:n] {
		keys[i] = from[k]
	}
	return strings.Join(keys, ", ")
}
