package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestProtected(t *testing.T) {
	tests := []struct {
		dir  string // below the catalogue's folder
		kind Kind   // none where it may be the output folder
	}{
		{"public", ""},
		{"public/deep/er", ""},
		{"../site", ""},
		{"contents", ""},
		{"linked", ""}, // a link to a folder that is elsewhere
		{".", KindProtected},
		{"..", KindProtected},
		{"../..", KindProtected},
		{"public/..", KindProtected},
		{"/", KindProtected},
		{"content", KindProtected},
		{"content/sheets/new", KindProtected},
		{"content-link", KindProtected},
		{"content-link/sheets", KindProtected},
		{"linked-content", KindProtected},
		{"linked-content/x", KindProtected},
		{"real", KindProtected},
		{"root-link", KindProtected},
		{"root-link/content", KindProtected},
		{"../shared", KindProtected},
		{".praxisblatt", KindProtected},
		{".praxisblatt/out", KindProtected},
		{"site.yaml", KindNotFolder},
		{"site.yaml/public", KindNotFolder},
		{"nowhere", KindNotFolder},
		{"nowhere/public", KindNotFolder},
		{"circle", KindNotFolder},
	}
	for _, test := range tests {
		t.Run(test.dir, func(t *testing.T) {
			o := catalogue(t)
			top := filepath.Join(o.Root, "top")
			o.Root = filepath.Join(top, "catalogue")
			o.State = filepath.Join(o.Root, ".praxisblatt")
			lay(t, top, tree{
				"catalogue/site.yaml":       "title: x",
				"catalogue/content/x":       "y",
				"catalogue/content-link":    "-> content",
				"catalogue/real/y":          "z",
				"catalogue/linked-content":  "-> real",
				"catalogue/linked":          "-> ../target",
				"catalogue/root-link":       "-> ../catalogue",
				"catalogue/nowhere":         "-> ../missing/folder",
				"catalogue/circle":          "-> circle",
				"target":                    "/",
				"shared/content/x":          "y",
				"catalogue/.praxisblatt/x":  "y",
				"catalogue/public/.gitkeep": "",
			})
			o.Protected = []string{filepath.Join(o.Root, "content"), filepath.Join(o.Root, "linked-content"), filepath.Join(o.Root, "absent"), filepath.Join(top, "shared/content")}
			o.Dir = test.dir
			if test.dir != "/" {
				o.Dir = filepath.Join(o.Root, test.dir)
			}
			files := look(t, top)
			s, err := Open(o)
			if test.kind != "" {
				wantKind(t, err, test.kind)
				expect(t, top, files)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			s.Write(File{Path: "index.html", Bytes: []byte("x")})
			if _, err := s.Commit(); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(filepath.Join(o.Dir, "index.html")); string(got) != "x" {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

// An output folder that is a link stays one; what it leads to is exchanged.
func TestLinkedFolder(t *testing.T) {
	o := catalogue(t)
	lay(t, o.Root, tree{"www/site": "/", "public": "-> www/site"})
	for _, files := range []tree{before, after} {
		mustBuild(t, o, files)
		expect(t, filepath.Join(o.Root, "www/site"), files)
		if target, _ := os.Readlink(o.Dir); target != "www/site" {
			t.Errorf("the folder is no link any more but %q", target)
		}
	}
}

func TestRelative(t *testing.T) {
	o := catalogue(t)
	t.Chdir(o.Root)
	o.Dir, o.Root, o.State = "out/site", ".", ".praxisblatt"
	mustBuild(t, o, before)
	expect(t, "out/site", before)
	o.Dir = "."
	_, err := Open(o)
	wantKind(t, err, KindProtected)
}

// What lies where the memory is to be is named, and left as it is.
func TestStateNoFolder(t *testing.T) {
	for _, what := range []string{"mine", "-> nowhere/at/all"} {
		o := catalogue(t)
		there := tree{".praxisblatt": what}
		lay(t, o.Root, there)
		_, err := build(o, before)
		if e := wantKind(t, err, KindNotFolder); e.Path != o.State {
			t.Errorf("path %s", e.Path)
		}
		expect(t, o.Root, there)
	}
}
