// Package bundle makes one classic script of TypeScript modules, by esbuild. It
// is the only user of esbuild.
package bundle

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Script bundles a module and what it imports, all of it from files. Paths are
// relative to their importer and without .ts.
func Script(files fs.FS, entry string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Write: false, Outfile: "out.js",
		Format: api.FormatIIFE, Target: api.ES2022, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Plugins: []api.Plugin{from(files)},
	})
	if len(result.Errors) > 0 {
		return nil, problem(result.Errors[0])
	}
	return result.OutputFiles[0].Contents, nil
}

func problem(m api.Message) error {
	if m.Location == nil {
		return errors.New(m.Text)
	}
	return fmt.Errorf("%s:%d:%d: %s", strings.TrimPrefix(m.Location.File, space+":"), m.Location.Line, m.Location.Column+1, m.Text)
}

// space is where esbuild takes the files to lie, since they lie in no folder of its own.
const space = "layouts"

// from lets esbuild read nothing but the given files.
func from(files fs.FS) api.Plugin {
	return api.Plugin{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := a.Path
			if a.Kind != api.ResolveEntryPoint {
				name = path.Join(path.Dir(a.Importer), a.Path) + ".ts"
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := fs.ReadFile(files, strings.TrimPrefix(a.Path, "/"))
			text := string(data)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderTS}, err
		})
	}}
}
