package browser

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A View is how a page is looked at. The zero View is a wide window, light, with scripts.
type View struct {
	Width, Height int      // in CSS pixels; 1280 × 900 where 0
	Dark          bool     // prefers-color-scheme: dark
	NoScript      bool     // scripts do not run; neither then do Eval's promises and Wait
	Print         bool     // the print style sheet
	Features      []string // further media features, name and value in turn: "forced-colors", "active"
	Block         []string // URL patterns that never load, "*://*:*/*.js"
}

// A Page is one tab.
type Page struct {
	t       testing.TB
	context context.Context
	log     *log
}

// Open opens an address, http or file, in a tab of its own and waits until it has loaded, pictures and
// style sheets included. The tab closes with the test.
func (b *Browser) Open(t testing.TB, url string, v View) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.context)
	t.Cleanup(cancel)
	p := &Page{t, ctx, newLog(url)}
	if err := chromedp.Listen(ctx, p.log.add); err != nil {
		t.Fatalf("a tab for %s does not open: %v", url, err)
	}
	p.Look(v)
	p.Visit(url)
	return p
}

// Look makes the window as v says. The document stays, so that a page is loaded once to be seen light and dark; what
// v blocks and whether scripts run counts from the next visit on.
func (p *Page) Look(v View) {
	p.t.Helper()
	scheme, medium := "light", "screen"
	if v.Dark {
		scheme = "dark"
	}
	if v.Print {
		medium = "print"
	}
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	for i := 0; i+1 < len(v.Features); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: v.Features[i], Value: v.Features[i+1]})
	}
	blocked := make([]*network.BlockPattern, len(v.Block))
	for i, pattern := range v.Block {
		blocked[i] = &network.BlockPattern{URLPattern: pattern, Block: true}
	}
	p.do("set up the window",
		chromedp.EmulateViewport(size(v)),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: features}),
		command(network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: blocked}),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.NoScript}))
}

// command is a command of Chromium's protocol whose answer does not matter.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

func size(v View) (width, height int64) {
	width, height = 1280, 900
	if v.Width > 0 {
		width = int64(v.Width)
	}
	if v.Height > 0 {
		height = int64(v.Height)
	}
	return width, height
}

// Visit leads the tab to another address. What was logged before stays.
func (p *Page) Visit(url string) {
	p.t.Helper()
	p.log.moveTo(url)
	p.do("open "+url, chromedp.Navigate(url))
}

// Click clicks the first element that a CSS selector finds, once it is visible.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// Type puts text into a field as keys, once it is visible.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	p.do("type into "+selector, chromedp.SendKeys(chromedp.CSS(selector), text))
}

// Press presses keys, wherever the focus is: "\t" and " " are keys like any other.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do(fmt.Sprintf("press %q", keys), chromedp.KeyEvent(keys))
}

// Wait waits until a JavaScript expression is true, through a change of the page too.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	loaded := fmt.Sprintf("document.readyState != 'loading' && (%s)", expression)
	p.do("wait for "+expression, lasting(chromedp.Poll[chromedp.Void](loaded, chromedp.WithPollingTimeout(limit))))
}

// Eval returns the value of a JavaScript expression, of a promise what it comes to. Where the page leads
// on to another meanwhile, the expression is evaluated in that one, once its elements are there.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	return run(p, "evaluate "+expression, lasting(chromedp.Evaluate[T](whenRead(expression), chromedp.EvalAwaitPromise)))
}

// Go moves so many pages forward or, below 0, back, as a reader does with the browser's buttons. The page goes only when the
// expression is through: one that is lost with its page would be evaluated again, and move twice.
func (p *Page) Go(pages int) {
	p.t.Helper()
	Eval[int](p, fmt.Sprintf("setTimeout(() => history.go(%d))", pages))
}

// whenRead evaluates an expression when all elements of a document are there. Of one that is, it asks for no
// promise: without scripts none is kept. Several statements are no expression, and stay as they are.
func whenRead(expression string) string {
	if strings.Contains(expression, ";") {
		return expression
	}
	return fmt.Sprintf(`document.readyState != "loading" ? (%[1]s) : new Promise(read => document.addEventListener("DOMContentLoaded", read)).then(() => (%[1]s))`, expression)
}

// lasting repeats a step whose document goes away under it, until it meets one that stays.
func lasting[T any](step chromedp.Action[T]) chromedp.Action[T] {
	return func(ctx context.Context, t *chromedp.Target) (T, error) {
		for {
			v, err := step(ctx, t)
			gone := err != nil && (strings.Contains(err.Error(), "context") || strings.Contains(err.Error(), "navigated"))
			if !gone || ctx.Err() != nil {
				return v, err
			}
		}
	}
}

// Screenshot returns the whole page, beyond the window too, as a PNG.
func (p *Page) Screenshot() []byte {
	p.t.Helper()
	return run(p, "take a screenshot", chromedp.FullScreenshot(100))
}

// Text returns the text of the first element that a CSS selector finds, as a reader sees it.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return Eval[string](p, fmt.Sprintf("document.querySelector(%q).innerText", selector))
}

// PDF returns the page printed on A4, with its own @page rules.
func (p *Page) PDF() []byte {
	p.t.Helper()
	yes := true
	return run(p, "print", func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		printed, err := cdp.Call(ctx, t, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
		return printed.Data, err
	})
}

// do runs steps that give nothing; what says what for.
func (p *Page) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	for _, step := range steps {
		run(p, what, step)
	}
}

// run runs one step within the limit and ends the test where it fails.
func run[T any](p *Page, what string, step chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.context, limit)
	defer cancel()
	value, err := chromedp.Run(ctx, step)
	if err != nil {
		p.t.Fatalf("the browser could not %s: %v", what, err)
	}
	return value
}
