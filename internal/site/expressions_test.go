package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// literal is a regular expression as it stands in a script: behind what can't end a value.
var literal = regexp.MustCompile(`(?m)(?:[(,=:!&|?]|return) ?/((?:[^/\\\[\n*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)/([a-z]*)`)

// expressions returns the regular expressions of all scripts, as source and flags, by where they stand.
func expressions(t *testing.T) map[string][2]string {
	found := map[string][2]string{}
	read := func(name string, text []byte) {
		for _, m := range literal.FindAllSubmatchIndex(text, -1) {
			line := 1 + strings.Count(string(text[:m[0]]), "\n")
			found[fmt.Sprintf("%s:%d: /%s/", name, line, text[m[2]:m[3]])] = [2]string{string(text[m[2]:m[3]]), string(text[m[4]:m[5]])}
		}
	}
	err := fs.WalkDir(layouts.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if ext := path.Ext(name); err != nil || ext != ".js" && ext != ".ts" {
			return err
		}
		text, err := fs.ReadFile(layouts.Files, name)
		read(name, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../serve/files/serve.js")
	if err != nil {
		t.Fatal(err)
	}
	read("serve.js", text)
	return found
}

// slow returns those of some expressions that take the square of a text or more: what takes a browser a fifth of a
// millisecond would then take it seconds. Texts are what an expression itself is written with, again and again, behind
// what expressions begin with; that each is tried three times is for machines that were elsewhere.
const slow = `(all) => {
	const long = 40000, patience = 25;
	const takes = (re, text) => {
		const from = performance.now();
		text.replace(re, "");
		return performance.now() - from;
	};
	return Object.entries(all).filter(([, [source, flags]]) => {
		const letters = [...source.replaceAll("\\", ""), "a", "1", " ", "é"];
		const again = new Set(letters.concat(letters.map((c, i) => c + (letters[i + 1] ?? ""))));
		const re = new RegExp(source, flags);
		for (const begin of ["", "a", "1", "https://", "a@a", "[^", "<a"]) {
			for (const piece of again) {
				const text = begin + piece.repeat(long / piece.length) + "\u0001";
				if ([1, 2, 3].every(() => takes(re, text) > patience)) return true;
			}
		}
		return false;
	}).map(([where]) => where);
}`

// TestExpressionsAreLinear holds that no text, typed, pasted or come by a link, keeps a script busy in a regular expression.
func TestExpressionsAreLinear(t *testing.T) {
	all := expressions(t)
	if len(all) < 60 {
		t.Errorf("only %d expressions were found", len(all))
	}
	blank := filepath.Join(t.TempDir(), "blank.html")
	if err := os.WriteFile(blank, []byte("<!doctype html><title>x</title>"), 0o644); err != nil {
		t.Fatal(err)
	}
	p := browser.Start(t).Open(t, "file://"+blank, browser.View{})
	ask := func(all map[string][2]string) []string {
		data, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return browser.Eval[[]string](p, "("+slow+")("+string(data)+")")
	}
	for _, where := range ask(all) {
		t.Errorf("%s takes the square of a text", where)
	}
	for _, bad := range [][2]string{{`\[\^([^\]\s]+)\](?!:)`, "g"}, {`^-+|-+$`, "g"}} {
		if len(ask(map[string][2]string{bad[0]: bad})) == 0 {
			t.Errorf("%s is not seen to be slow", bad[0])
		}
	}
}
