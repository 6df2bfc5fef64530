// Package accept marks translations as current: it writes the digests of the
// original's texts into translation.state, and changes no other byte.
//
// An editor's file is not ours to lay out. So the text is patched where the
// digests stand (state.go), read again to see that it says what it should and
// nothing else changed, and exchanged in one step (package edit). All
// files of a practice are patched before the first is written.
package accept

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// Options say what is to be marked.
type Options struct {
	Dir   string // the catalogue's folder
	ID    string // of a practice, else of a free page; "page:about" for the page alone
	Lang  string // of one translation, "" for all
	Field string // one name of translation.state, or what it begins with before a dot; "" for all
}

// Accepted is what was done to one translation.
type Accepted struct {
	Path    string   // of the file, relative to the catalogue
	Lang    string   // its language
	Of      string   // the original's
	Marked  []string // texts that are current now and were not recorded so
	Removed []string // recorded texts that the original no longer has
	Missing []string // texts that the translation lacks, which can't be marked
}

// Changed reports whether the file was written.
func (a Accepted) Changed() bool { return len(a.Marked)+len(a.Removed) > 0 }

// Run marks the translations of a practice or a free page, in the order of the
// site's languages. An error is an *[Error] if no file was written, and an
// *[edit.Error] if one could not be, after others may have been.
func Run(c *catalogue.Catalogue, o Options) ([]Accepted, error) {
	u, err := find(c, o.ID)
	if err != nil {
		return nil, err
	}
	chosen, err := u.choose(o.Lang)
	if err != nil {
		return nil, err
	}
	if err := u.checkField(o.Field, chosen); err != nil {
		return nil, err
	}
	edits := make([]change, len(chosen))
	for i, f := range chosen {
		if edits[i], err = f.mark(u.original.Lang, o.Field); err != nil {
			return nil, err
		}
	}
	var done []Accepted
	for _, e := range edits {
		if e.Changed() {
			if err := edit.Exchange(o.Dir, e.Path, e.before, e.after); err != nil {
				return done, err
			}
		}
		done = append(done, e.Accepted)
	}
	return done, nil
}

// A change is what is to be done to one file.
type change struct {
	Accepted
	before, after string
}

// mark works out the change of a translation.
func (f file) mark(of, field string) (change, error) {
	e := change{Accepted: Accepted{Path: f.Source.Path, Lang: f.Lang, Of: of}, before: f.Source.Text()}
	want := f.want(field, &e.Accepted)
	if !e.Changed() {
		return e, nil
	}
	after, ok := record(f.Source.Text(), of, want)
	if !ok || !f.onlyStateDiffers(after, want) {
		return e, &Error{Kind: Faulty, Path: f.Source.Path}
	}
	e.after = after
	return e, nil
}

// want returns what translation.state is to hold, in the order of the format, and
// notes in a what that changes.
func (f file) want(field string, a *Accepted) []digest {
	var want []digest
	recorded := map[string]string{}
	for _, p := range f.translation.State {
		recorded[p.Key] = p.Value.Text
	}
	known := map[string]bool{}
	for _, t := range f.texts {
		if t.State == catalogue.Extra {
			continue
		}
		known[t.Path] = true
		old, has := recorded[t.Path]
		switch {
		case t.State == catalogue.Missing:
			if covers(field, t.Path) {
				a.Missing = append(a.Missing, t.Path)
			}
		case covers(field, t.Path):
			if old != t.Digest {
				a.Marked = append(a.Marked, t.Path)
			}
			old, has = t.Digest, true
		}
		if has {
			want = append(want, digest{t.Path, old})
		}
	}
	for _, p := range f.translation.State {
		switch {
		case known[p.Key]:
		case covers(field, p.Key):
			a.Removed = append(a.Removed, p.Key)
		default:
			want = append(want, digest{p.Key, p.Value.Text})
		}
	}
	return want
}

// covers reports whether a text is the one that is asked for or a part of it.
func covers(field, path string) bool {
	return field == "" || path == field || strings.HasPrefix(path, field+".")
}

// checkField refuses a field that neither the original nor any chosen file
// knows: a typing error must not look like work done.
func (u unit) checkField(field string, chosen []file) error {
	var names []string
	for _, t := range u.original.tracked {
		names = append(names, t.Path)
	}
	known := names
	for _, f := range chosen {
		for _, p := range f.translation.State {
			known = append(known, p.Key)
		}
	}
	if slices.ContainsFunc(known, func(path string) bool { return covers(field, path) }) || field == "" {
		return nil
	}
	return &Error{Kind: UnknownField, Path: field, Names: names, Suggestion: suggest.Nearest(field, known)}
}

// onlyStateDiffers reads a patched text again: every text must be what it was,
// and translation must say what was wanted, no less and no more.
func (f file) onlyStateDiffers(after string, want []digest) bool {
	g, readable := f.parse(after)
	if !readable || g.translation.At.IsZero() || len(g.translation.State) != len(want) {
		return false
	}
	for _, w := range want {
		i := slices.IndexFunc(g.translation.State, w.is)
		if i < 0 || g.translation.State[i].Value.Text != w.value {
			return false
		}
	}
	return slices.EqualFunc(f.tracked, g.tracked, func(a, b sheet.Tracked) bool {
		return a.Path == b.Path && slices.EqualFunc(a.Values, b.Values, func(a, b sheet.Value) bool { return a.Text == b.Text })
	})
}
