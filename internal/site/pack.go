package site

import (
	"errors"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// PackOptions say what to print, and on which paper.
type PackOptions struct {
	Choice plan.Choice
	Format pack.Format
	Facing bool
	Large  bool
}

// A PackResult is a printed pack.
type PackResult struct {
	Pack *plan.Pack
	pack.Result
}

// Pack prints a pack. Errors are [*plan.ChoiceError] and, for a font that can't
// be read, [*Error].
func (l *Loaded) Pack(o PackOptions) (PackResult, error) {
	p, err := l.Plan.NewPack(o.Choice)
	if err != nil {
		return PackResult{}, err
	}
	r, err := pack.Print(pack.Options{
		Pack: p, Plan: l.Plan, Locales: l.Locales, Files: l.files, Format: o.Format, Facing: o.Facing, Large: o.Large, Version: l.options.Version,
	})
	if font, ok := errors.AsType[*typeset.FontError](err); ok {
		return PackResult{}, &Error{BadFont, font.Name, font.Err}
	}
	if err != nil { // a built-in one, which is a fault of the program
		return PackResult{}, &Error{BadFont, "site.yaml", err}
	}
	return PackResult{p, r}, nil
}
