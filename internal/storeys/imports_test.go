package storeys

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

const module = "gitlab.opencode.de/praxisblatt/praxisblatt"

// An arrow is one import: a file, its room, and the path that it imports.
type arrow struct{ file, room, path string }

// imports reads the import lines of every Go file under root. It parses the files itself, since go list
// shows only those of one system.
func imports(t *testing.T, root string) []arrow {
	var found []arrow
	files := os.DirFS(root)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && isForeign(name):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		more, err := importsOf(files, name)
		found = append(found, more...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// isForeign tells the folders that hold no code of ours: tools, caches, test data.
func isForeign(folder string) bool {
	base := path.Base(folder)
	return folder != "." && strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules"
}

func importsOf(files fs.FS, name string) ([]arrow, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	syntax, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	room := strings.TrimPrefix(path.Dir(name), "internal/")
	found := make([]arrow, len(syntax.Imports))
	for i, spec := range syntax.Imports {
		to, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		found[i] = arrow{name, room, to}
	}
	return found, nil
}
