package accept

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// A unit is a practice or a free page; the two differ in nothing that matters
// here.
type unit struct {
	original file
	files    []file // the others
}

// A file is one file of a unit.
type file struct {
	*sheet.File
	translation sheet.Translation
	tracked     []sheet.Tracked
	texts       []catalogue.TextState // against the original
	parse       func(text string) (f file, readable bool)
}

// find returns the practice with an id, else the free page.
func find(c *catalogue.Catalogue, id string) (unit, error) {
	name, page := strings.CutPrefix(id, "page:")
	name, practice := strings.CutPrefix(name, "sheet:")
	if e := c.Entry(name); e != nil && !page {
		var u unit
		sheets, original := e.Sheets()
		for _, s := range sheets {
			f := sheetFile(s)
			f.texts = e.Texts(s.Lang)
			u.add(f, s == original)
		}
		return u, nil
	}
	if p := c.Page(name); p != nil && !practice && !p.Made() {
		var u unit
		for _, s := range p.Files {
			f := pageFile(s)
			f.texts = p.Texts(s.Lang)
			u.add(f, s == p.Original)
		}
		return u, nil
	}
	var ids []string
	for _, e := range c.Entries {
		ids = append(ids, e.ID)
	}
	for _, p := range c.Pages {
		if !p.Made() {
			ids = append(ids, p.ID)
		}
	}
	return unit{}, &Error{Kind: UnknownID, Path: name, Suggestion: suggest.Nearest(name, ids)}
}

func (u *unit) add(f file, original bool) {
	if original {
		u.original = f
		return
	}
	u.files = append(u.files, f)
}

func sheetFile(s *sheet.Sheet) file {
	return file{File: &s.File, translation: s.Translation, tracked: s.Tracked(), parse: func(text string) (file, bool) {
		again, ds := sheet.Parser{}.Sheet(diag.NewSource(s.Source.Path, text), s.ID, s.Lang)
		return sheetFile(again), readable(&again.File, ds)
	}}
}

func pageFile(p *sheet.Page) file {
	return file{File: &p.File, translation: p.Translation, tracked: p.Tracked(), parse: func(text string) (file, bool) {
		again, ds := sheet.Parser{}.Page(diag.NewSource(p.Source.Path, text), p.ID, p.Lang)
		return pageFile(again), readable(&again.File, ds)
	}}
}

// readable reports whether nothing of a file was lost or had to be guessed: a
// digest of a guess would be worse than none.
func readable(f *sheet.File, ds []diag.Diagnostic) bool {
	errors, _, _ := diag.Count(ds)
	return errors == 0 && len(f.Lost) == 0
}

// choose returns the translations that are meant, all of them readable.
func (u unit) choose(lang string) ([]file, error) {
	if !u.original.translation.At.IsZero() {
		return nil, &Error{Kind: NoOriginal, Path: u.original.ID}
	}
	if lang == u.original.Lang {
		return nil, &Error{Kind: IsOriginal, Path: u.original.Source.Path, Names: []string{lang}}
	}
	var chosen []file
	for _, f := range u.files {
		switch {
		case lang != "" && f.Lang != lang:
			continue
		case lang == "" && f.translation.At.IsZero():
			// Which of the two is the original is for the editor to say.
			return nil, &Error{Kind: Originals, Path: u.original.ID, Names: []string{u.original.Lang, f.Lang}}
		}
		chosen = append(chosen, f)
	}
	if len(chosen) == 0 && lang != "" {
		return nil, &Error{Kind: NoFile, Path: u.original.ID, Names: []string{lang}}
	}
	for _, f := range append(chosen, u.original) {
		if _, readable := f.parse(f.Source.Text()); !readable {
			return nil, &Error{Kind: Faulty, Path: f.Source.Path}
		}
	}
	return chosen, nil
}
