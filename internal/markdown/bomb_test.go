package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// bombs are inputs on which a Markdown parser without limits takes quadratic time or
// more, each repeated up to the longest text that is read.
var bombs = map[string]func(n int) string{
	"quotes":       func(n int) string { return strings.Repeat(">", n) },
	"quotes, lazy": func(n int) string { return strings.Repeat(">", n/2) + strings.Repeat("\na", n/4) },
	"lists":        func(n int) string { return strings.Repeat("- ", n/2) },
	"numbers":      func(n int) string { return strings.Repeat("1. ", n/3) },
	"mixed":        func(n int) string { return strings.Repeat("> - ", n/4) + "\n" + strings.Repeat("\n>", n/8) },
	"definitions":  func(n int) string { return "a\n" + strings.Repeat(": ", n/2) },
	"stairs":       stairs,
	"brackets":     func(n int) string { return strings.Repeat("[", n) },
	"images":       func(n int) string { return strings.Repeat("![", n/2) },
	"closing":      func(n int) string { return strings.Repeat("]", n) },
	"pairs":        func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("]", n/2) },
	"empty pairs":  func(n int) string { return strings.Repeat("[]", n/2) },
	"late closing": func(n int) string {
		return strings.Repeat("[", 60) + strings.Repeat("a", n-200) + strings.Repeat("]", 100)
	},
	"open links":       func(n int) string { return strings.Repeat("[a](", n/4) },
	"open angle":       func(n int) string { return strings.Repeat("[a](<b", n/6) },
	"open titles":      func(n int) string { return strings.Repeat("[a](b \"", n/7) },
	"parentheses":      func(n int) string { return "[a]" + strings.Repeat("(", n-3) },
	"nested links":     func(n int) string { return strings.Repeat("[a ", n/6) + strings.Repeat("](b)", n/8) },
	"references":       func(n int) string { return strings.Repeat("[a][b]", n/6) },
	"definitions of":   func(n int) string { return strings.Repeat("[a]: b\n", n/7) },
	"used definitions": func(n int) string { return strings.Repeat("[a]: b\n", n/14) + "\n" + strings.Repeat("[a]\n", n/8) },
	"stars":            func(n int) string { return strings.Repeat("*a ", n/3) },
	"stars, closing":   func(n int) string { return strings.Repeat("a* ", n/3) },
	"stars, both":      func(n int) string { return strings.Repeat("a*", n/2) },
	"stars and lines":  func(n int) string { return strings.Repeat("*a_ ", n/4) },
	"long stars":       func(n int) string { return strings.Repeat("*", n/2) + "a" + strings.Repeat("*", n/2) },
	"blocks of stars":  func(n int) string { return strings.Repeat(strings.Repeat("*a _b ", 80)+"\n\n", n/500) },
	"backticks":        backticks,
	"code":             func(n int) string { return strings.Repeat("`a", n/2) },
	"tags":             func(n int) string { return strings.Repeat("<a ", n/3) },
	"open tag":         func(n int) string { return "<a " + strings.Repeat("b ", n/2-2) },
	"tags, quoted":     func(n int) string { return strings.Repeat("<a x='", n/6) },
	"comments":         func(n int) string { return strings.Repeat("a <!-- ", n/7) },
	"declarations":     func(n int) string { return strings.Repeat("a <!A ", n/6) },
	"instructions":     func(n int) string { return strings.Repeat("a <? ", n/5) },
	"autolinks":        func(n int) string { return strings.Repeat("<a:", n/3) },
	"addresses":        func(n int) string { return strings.Repeat("<a@b", n/4) },
	"entities":         func(n int) string { return strings.Repeat("&a", n/2) },
	"apostrophes":      func(n int) string { return strings.Repeat(" 'a", n/3) },
	"quotation marks":  func(n int) string { return strings.Repeat(" \"a", n/3) },
	"dots":             func(n int) string { return strings.Repeat("a...", n/4) },
	"addresses, bare":  func(n int) string { return strings.Repeat("https://", n/8) },
	"notes":            func(n int) string { return strings.Repeat("[^1]: a\n\n", n/18) + strings.Repeat("[^1] ", n/10) },
	"many notes":       manyNotes,
	"missing notes":    func(n int) string { return strings.Repeat("[^a] ", n/5) },
	"wide table": func(n int) string {
		return strings.Repeat("|a", n/8) + "|\n" + strings.Repeat("|-", n/8) + "|\n" + strings.Repeat("a\n", n/4)
	},
	"long table": func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|a|\n", n/4-2) },
	"tall table": func(n int) string {
		return strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + strings.Repeat("a\n", n/2-200)
	},
	"headings": func(n int) string { return strings.Repeat("# a\n", n/4) },
	"setext":   func(n int) string { return strings.Repeat("a\n-\n", n/4) },
	"tabs":     func(n int) string { return strings.Repeat("\t", n) },
	"spaces":   func(n int) string { return "a" + strings.Repeat(" ", n-2) + "a" },
	"fences":   func(n int) string { return strings.Repeat("```\n", n/4) },
	"terms":    func(n int) string { return strings.Repeat("a\n: b\n\n", n/7) },
}

func stairs(n int) string {
	var b strings.Builder
	for i := 0; b.Len()+2*i+4 < n; i++ {
		b.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	return b.String()
}

func backticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len()+i+1 < n; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

func manyNotes(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n/2; i++ {
		fmt.Fprintf(&b, "[^%d]: a\n\n", i)
	}
	for i := 0; b.Len() < n-10; i++ {
		fmt.Fprintf(&b, "[^%d] ", n/20-i)
	}
	return b.String()
}

// TestBombs holds the time down that the worst input takes. The bound is loose, for slow
// machines and the race detector; without the limits some take minutes, or all memory.
func TestBombs(t *testing.T) {
	const n = maxLength / 4 // the race detector takes its time too
	for name, bomb := range bombs {
		t.Run(name, func(t *testing.T) {
			text := bomb(n)
			text = text[:min(len(text), n)]
			start := time.Now()
			d := Parse(text, Options{Lang: "de"})
			html := d.AppendHTML(nil, RenderOptions{})
			d.Plain()
			d.BareURLs()
			d.Summary(200)
			took := time.Since(start)
			if took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if len(html) > 100*len(text) {
				t.Errorf("%d bytes of HTML", len(html))
			}
			t.Logf("%v, %d bytes become %d", took, len(text), len(html))
		})
	}
}
