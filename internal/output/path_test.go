package output

import (
	"errors"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

func TestValid(t *testing.T) {
	good := []string{
		"index.html", "de/sheets/index-2.html", "assets/search/de/0.json", "de/places/köln.html",
		"de/.hidden/x", "a..b/c", "console.html", "com.html", "com10.html", "lpt/x", "nulls", "de/Straße.html",
		strings.Repeat("ä", 127) + "/x",
	}
	for _, p := range good {
		if err := Valid(p); err != nil {
			t.Errorf("Valid(%q): %v", p, err)
		}
	}
	if plain("") || !plain("de/sheets/index-2.a_b.html") {
		t.Error("what is plain is not seen")
	}
	bad := []string{
		"", ".", "..", "/", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/", "./a",
		`a\b`, `..\x`, `C:\x`, "C:x", "a\x00b", "a\nb", "a\x7fb", "\xff",
		".nojekyll", ".well-known/x", "...", "..a",
		"a?", "a*", `a"b`, "a<b", "a>b", "a|b", "de/x:y",
		"aux", "aux.html", "de/AUX.html", "con", "Con.tar.gz", "prn", "NUL.txt", "nul .txt", "com1", "COM9.html",
		"com¹.html", "lpt0", "lpt³", "conin$", "CONOUT$.x", "con/x.html",
		"x.", "x /y", "de/x.html ", "de./x",
		strings.Repeat("x", 256), "de/" + strings.Repeat("ä", 128),
	}
	for _, p := range bad {
		err := Valid(p)
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != KindPath || e.Path != p || e.Error() == "" {
			t.Errorf("Valid(%q) = %v, want an Error of KindPath", p, err)
		}
	}
}

func FuzzValid(f *testing.F) {
	for _, p := range []string{"de/index.html", "../x", `a\..\b`, "aux.html", "a/.. /b", "COM¹", "a-b.c/nul2.x", "lpt4", "a.b_c/"} {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, p string) {
		if err := valid(p); plain(p) && (err != nil || Fold(p) != p) {
			t.Errorf("%q is plain, but folded to %q, %v", p, Fold(p), err)
		}
		if Valid(p) != nil {
			return
		}
		if path.Clean(p) != p || path.IsAbs(p) || !filepath.IsLocal(filepath.FromSlash(p)) || strings.ContainsAny(p, "\\\x00") || p[0] == '.' {
			t.Errorf("%q is valid", p)
		}
	})
}
