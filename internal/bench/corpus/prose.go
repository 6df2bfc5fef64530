package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word draws one word.
func (w *writer) word() string { return w.words[w.zipf.Uint64()] }

func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// phrase returns n plain words.
func (w *writer) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = w.word()
	}
	return capital(strings.Join(words, " "))
}

// prose returns n words in sentences with occasional inline Markdown.
func (w *writer) prose(n int) string {
	var sentences []string
	for n > 0 {
		k := min(n, 8+w.r.IntN(14))
		n -= k
		sentences = append(sentences, w.sentence(k))
	}
	return strings.Join(sentences, " ")
}

// sentence returns n words, the first with a capital, here and there emphasis, a link or a comma.
func (w *writer) sentence(n int) string {
	var b strings.Builder
	for i := range n {
		word := w.word()
		if i == 0 {
			word = capital(word)
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(marked(word, w.r))
		if i > 2 && i < n-2 && w.r.IntN(12) == 0 {
			b.WriteByte(',')
		}
	}
	b.WriteByte('.')
	return b.String()
}

func marked(word string, r *rand.Rand) string {
	switch x := r.IntN(400); {
	case x < 4:
		return "**" + word + "**"
	case x < 6:
		return "*" + word + "*"
	case x < 7:
		return fmt.Sprintf("[%s](https://example.org/%d)", word, r.IntN(1e6))
	}
	return word
}

// bullets returns a list of so many items.
func (w *writer) bullets(items, words int) string {
	var b strings.Builder
	for range items {
		b.WriteString("- " + w.prose(words) + "\n")
	}
	return b.String()
}
