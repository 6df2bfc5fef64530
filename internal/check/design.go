package check

import (
	"io/fs"
	"path"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/design"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// ownTokens is where a catalogue has its corporate design.
const ownTokens = "layouts/tokens.css"

// design checks the catalogue's own colours.
func (d *desk) design() {
	if d.files == nil {
		return
	}
	text, err := fs.ReadFile(d.files, ownTokens)
	if err != nil {
		return // who has none wants the built-in ones; what can't be read, the build tells
	}
	builtIn, err := fs.ReadFile(layouts.Files, path.Base(ownTokens))
	if err != nil {
		return // the program is built with it
	}
	src := diag.NewSource(ownTokens, string(text))
	tokens := design.Read(string(builtIn), src.Text())
	for _, v := range tokens.Colourless() {
		d.report(rule.TokenColour.At(src.Span(v.Start, v.End), "value", src.Text()[v.Start:v.End]))
	}
	if !d.styled() {
		for _, v := range tokens.Strange() {
			d.report(rule.TokenUnknown.At(src.Span(v.Start, v.End), "name", v.Name).Suggest(suggest.Nearest(v.Name, tokens.Names())))
		}
	}
	for _, f := range tokens.Faults() {
		d.report(contrast(src, f))
	}
}

func contrast(src *diag.Source, f design.Fault) diag.Diagnostic {
	whole, tenth := design.Tenths(f.Got)
	least, part := design.Tenths(f.Least)
	found := rule.TokenContrast.At(src.Span(f.Start, f.End), "front", f.Front, "back", f.Back, "scheme", f.Scheme.String(),
		"whole", whole, "tenth", tenth, "least", least, "part", part)
	if f.Mendable {
		found = found.Suggest(f.Better.Hex())
	}
	return found
}

// styled reports whether the catalogue has styles of its own, which may use other tokens.
func (d *desk) styled() bool {
	files, _ := fs.ReadDir(d.files, path.Dir(ownTokens)) // that can't be read has none
	return slices.ContainsFunc(files, func(f fs.DirEntry) bool {
		return path.Ext(f.Name()) == ".css" && f.Name() != path.Base(ownTokens)
	})
}
