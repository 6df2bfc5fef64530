package browser

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// axe is where make test puts axe-core, beside this file's package.json.
const axe = "node_modules/axe-core/axe.min.js"

// Axe returns what axe-core finds against a page with its default rules, one finding
// an element: rule, what it wants, the element. Scripts of the page may be
// blocked, but not all scripts be off: axe is one.
func (p *Page) Axe(source string) []string {
	p.t.Helper()
	if !Eval[bool](p, "'axe' in window") { // to read it takes longer than to run it
		Eval[bool](p, source+"\n;typeof axe.run === 'function'")
	}
	return Eval[[]string](p, `axe.run(document, {resultTypes: ["violations"]}).then(r =>
		r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + v.help + ": " + n.html.slice(0, 200) + " " + n.any.map(c => c.message).join(" "))))`)
}

// AxeSource returns the text of axe-core. Without it the test is left out, and
// says so; with CI=true it fails.
func AxeSource(t testing.TB) string {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	source, err := os.ReadFile(filepath.Join(filepath.Dir(file), filepath.FromSlash(axe)))
	switch {
	case err == nil:
		return string(source)
	case !errors.Is(err, fs.ErrNotExist):
		t.Fatal(err)
	case os.Getenv("CI") == "true":
		t.Fatal("there is no axe-core, and in CI no test of accessibility may be left out: make test installs it")
	}
	t.Skip("ACCESSIBILITY TEST LEFT OUT: there is no axe-core; make test installs it")
	return ""
}
