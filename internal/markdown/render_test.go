package markdown

import (
	"strings"
	"sync"
	"testing"
)

func TestRender(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"paragraphs", "a\nb\n\nc\\\nd  \ne", "<p>a\nb</p>\n<p>c<br>\nd<br>\ne</p>\n"},
		{"emphasis", "*a* **b**", "<p><em>a</em> <strong>b</strong></p>\n"},
		{"tilde", "~~a~~ ~5", "<p>~~a~~ ~5</p>\n"},
		{"code", "`<a>  &amp;`\n\n```go\nif a < b {}\n```\n", "<p><code>&lt;a&gt;  &amp;amp;</code></p>\n<pre><code>if a &lt; b {}\n</code></pre>\n"},
		{"lists", "- a\n- b\n\n3. c\n\n   d\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li><p>c</p>\n<p>d</p>\n</li>\n</ol>\n"},
		{"quotation", "> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
		{"rule", "a\n\n---", "<p>a</p>\n<hr>\n"},
		{"headings", "# Ä b\n\n##### a b\n\n## Ä b\n\n# العربية\n\n# !\n\n# Ä b 2", `<h3 id="x-ä-b">Ä b</h3>` + "\n" + `<h6 id="x-a-b">a b</h6>` + "\n" + `<h4 id="x-ä-b-2">Ä b</h4>` + "\n" +
			`<h3 id="x-العربية">العربية</h3>` + "\n" + `<h3 id="x-section">!</h3>` + "\n" + `<h3 id="x-ä-b-2-2">Ä b 2</h3>` + "\n"},
		{"own anchors", "# Ä\n\n[a](#ä) [b](#c)", "<h3 id=\"x-ä\">Ä</h3>\n<p><a href=\"#x-%C3%A4\">a</a> <a href=\"#c\">b</a></p>\n"},
		{"table", "|a||c|\n|:-|-:|:-:|\n|1|*2*|", "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"align-left\">a</th>\n<td class=\"align-right\"></td>\n<th scope=\"col\" class=\"align-center\">c</th>\n</tr>\n</thead>\n" +
			"<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n<td class=\"align-right\"><em>2</em></td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>\n"},
		{"table without rows", "|a|\n|-|\n", "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n"},
		{"definitions", "a\n: b\n: c\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n"},
		{"notes", "a[^n] b[^n]\n\n[^n]: c\n", `<p>a<sup><a class="footnote-ref" role="doc-noteref" id="x-fnref:1" href="#x-fn:1">1</a></sup> b<sup><a class="footnote-ref" role="doc-noteref" id="x-fnref:1:2" href="#x-fn:1">1</a></sup></p>` + "\n" +
			`<div class="footnotes" role="doc-endnotes">` + "\n<ol>\n" + `<li id="x-fn:1">` + "\n" +
			`<p>c <a class="footnote-backref" role="doc-backlink" href="#x-fnref:1" aria-label="Zurück zum Text">↩` + "\ufe0e" + `</a> <a class="footnote-backref" role="doc-backlink" href="#x-fnref:1:2" aria-label="Zurück zum Text">↩` + "\ufe0e" + "</a></p>\n</li>\n</ol>\n</div>\n"},
		{"raw html", "a <b onclick=x>c</b>\n\n<div style=x>\nd\n</div>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n<p>&lt;div style=x&gt;\nd\n&lt;/div&gt;</p>\n"},
		{"entities", "&lt;b&gt; &auml; &#228; &#xE4; &#0; &nbsp;&nope; \\&amp; \\*", "<p>&lt;b&gt; ä ä ä \ufffd \u00a0&amp;nope; &amp;amp; *</p>\n"},
		{"control characters", "a\x01b&#2;c\x7f", "<p>a\ufffdb\ufffdc\ufffd</p>\n"},
		{"links", `[a](b.html?c=1&d=2 "e \"f\"") <g@h.i> [j](k "l")`, `<p><a href="b.html?c=1&amp;d=2" title="e &quot;f&quot;">a</a> <a href="mailto:g@h.i">g@h.i</a> <a href="k" title="l">j</a></p>` + "\n"},
		{"link without text", "[](a) [![](b)](c)", `<p><a href="a">a</a> <a href="c"><img src="b" alt="">c</a></p>` + "\n"},
		{"image", `![a *b*](c d.png "e")`, "<p>![a <em>b</em>](c d.png “e”)</p>\n"},
		{"image in angle brackets", `![a *b*](<c d.png> "e")`, "<p><img src=\"c%20d.png\" alt=\"a b\" title=\"e\"></p>\n"},
		{"image elsewhere", "![a](https://b.c/d.png) ![e](sheet:f)", "<p>a e</p>\n"},
		{"nowhere", "[a]() [b](sheet:c)", "<p>a b</p>\n"},
		{"bare address", "https://a.b/c--d...e", "<p>https://a.b/c--d...e</p>\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lang := "de"
			if tt.name == "image" {
				lang = "en"
			}
			d := Parse(tt.text, Options{Lang: lang})
			got := string(d.AppendHTML(nil, RenderOptions{IDPrefix: "x-", HeadingLevel: 3}))
			if got != tt.want {
				t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestRefusedLinks tries the ways to hide a scheme; only the text may remain.
func TestRefusedLinks(t *testing.T) {
	for _, text := range []string{
		"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](&#106;avascript:alert(1))", "[a](&#x6A;avascript:alert(1))",
		"[a](java&Tab;script:alert(1))", "[a](java&NewLine;script:alert(1))", "[a](javascript&colon;alert(1))", "[a](<java\tscript:alert(1)>)",
		"[a](\x01javascript:alert(1))", "[a](&#1;javascript:alert(1))", "[a](< javascript:alert(1)>)", "[a](j\\avascript:x)", "[a](javascript\\:x)", "[a](vbscript:x)",
		"[a](data:text/html;base64,x)", "[a](//b.c)", "[a](/\\\\b.c)", "![a](javascript:x)", "![a](data:image/svg+xml,x)", "![a](//b.c/d.png)",
		"[a][b]\n\n[b]: javascript:x", "[a]\n\n[a]: &#106;avascript:x",
	} {
		got := string(Parse(text, Options{}).AppendHTML(nil, RenderOptions{}))
		if got != "<p>a</p>\n" {
			t.Errorf("%q is %q", text, got)
		}
	}
}

func TestResolve(t *testing.T) {
	d := Parse("[a](sheet:b#c) [d](page:none) ![e](f.jpg) [g](h.html) [i](bad) ![j](https://k/l.png) ![m](//n/o.png) [p](data:q)", Options{})
	asked := ""
	got := string(d.AppendHTML([]byte("<main>"), RenderOptions{Resolve: func(l Link) (Address, bool) {
		asked += l.Dest + " "
		switch {
		case l.Target == Sheet:
			id, fragment := l.Ref()
			return Address{Href: "../sheets/" + id + ".html#" + fragment, Attrs: []Attr{{"hreflang", "de"}, {"title", `"`}}}, true
		case l.Image:
			return Address{Href: "https://example.org/f.1.jpg", Attrs: []Attr{{"width", "3"}}}, true
		case l.Dest == "bad":
			return Address{Href: "javascript:x"}, true
		}
		return Address{Href: l.Dest}, l.Target == Relative
	}}))
	want := `<main><p><a href="../sheets/b.html#c" hreflang="de" title="&quot;">a</a> d <img src="https://example.org/f.1.jpg" alt="e" width="3"> <a href="h.html">g</a> i j m p</p>` + "\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if want := "sheet:b#c page:none f.jpg h.html bad "; asked != want {
		t.Errorf("asked for %q, want %q", asked, want)
	}
}

func TestRenderRawHTML(t *testing.T) {
	text := "a <b>c</b>\n\n<div>\nd\n</div>\n"
	got := string(Parse(text, Options{RawHTML: true}).AppendHTML(nil, RenderOptions{}))
	if want := "<p>a <b>c</b></p>\n<div>\nd\n</div>\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRenderTooLong(t *testing.T) {
	d := Parse("*a* <b>\nc\n\n"+strings.Repeat("d ", maxLength), Options{})
	html := string(d.AppendHTML(nil, RenderOptions{}))
	if want := "<p>*a* &lt;b&gt;\nc\n</p>\n<p>d d "; !strings.HasPrefix(html, want) {
		t.Errorf("begins %q, want %q", html[:60], want)
	}
}

// TestConcurrent is for the race detector: one document, one parser, many users.
func TestConcurrent(t *testing.T) {
	text := "# a\n\n\"b\" [c](d)[^1]\n\n[^1]: e\n"
	d := Parse(text, Options{Lang: "de"})
	want := string(d.AppendHTML(nil, RenderOptions{}))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := string(d.AppendHTML(nil, RenderOptions{})); got != want {
				t.Errorf("got %q", got)
			}
			if got := string(Parse(text, Options{Lang: "de"}).AppendHTML(nil, RenderOptions{})); got != want {
				t.Errorf("got %q", got)
			}
			d.Plain()
		})
	}
	wg.Wait()
}
