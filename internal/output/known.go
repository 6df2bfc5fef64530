package output

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"
)

// sort tells ours from the user's, by what the last manifest says and, after
// a build that was killed, the intention it left; ids are those of the folders that
// they speak of.
func (s *Site) sort(prev, next *files, ids ...string) error {
	s.stale = prev == nil
	if s.out == nil {
		return nil
	}
	s.opened = time.Now()
	top, err := stat(s.out, ".")
	if err != nil {
		return err
	}
	l, err := list(s.out, prev)
	if err != nil {
		return err
	}
	if known := familiar(l, prev) || familiar(l, next); !known || !s.itself(ids) {
		var ours bool
		if s.langs, ours = s.ourCatalogue(); ours {
			s.doubtful = s.opt.Owns != nil
		} else if !known {
			if err := s.foreign(l); err != nil {
				return err
			}
		}
	}
	s.folders = map[string]found{top.path: top}
	for _, f := range l.folders {
		s.folders[f.path] = f
	}
	s.user = make(map[string]found)
	if prev != nil {
		s.files = prev // of which nearly all is true, as a rule
	}
	ours := 0
	for f := range l.leaves() {
		e := recognise(f, f.was, next.find(f.path))
		if e == nil {
			s.user[f.path] = f
			continue
		}
		if e.here, e.state = true, idle; e != f.was {
			s.files.put(e)
			s.stale = true
		}
		ours++
		s.stale = s.stale || !e.sure
	}
	if ours != s.files.len() {
		s.stale = true
		s.files.drop(func(e *entry) bool { return !e.here })
	}
	return nil
}

// settleDoubt makes what a build can write ours, where no manifest tells what is.
func (s *Site) settleDoubt() {
	if !s.doubtful {
		return
	}
	s.doubtful = false
	for name, f := range s.user {
		if f.mode.IsRegular() && Valid(name) == nil && s.opt.Owns(name, s.langs) {
			s.files.put((&entry{size: f.size, mtime: f.mtime, here: true}).name(name))
			s.stale = true
			delete(s.user, name)
		}
	}
}

// familiar reports whether something in a folder is just as its manifest says.
// A manifest of which nothing is true speaks of a folder that is gone, in whose
// place lies another.
func familiar(l listing, m *files) bool {
	for f := range l.leaves() {
		if m.find(f.path).agrees(f) {
			return true
		}
	}
	return false
}

// itself reports whether the folder is one of those that manifests speak of. Where it is
// another, someone else has built into it since: from another copy of the catalogue, or with
// a state folder that was put back. Then there are files of ours that no manifest knows.
func (s *Site) itself(ids []string) bool {
	id := Identity(s.out)
	return id == "" || slices.Contains(ids, id) || !slices.ContainsFunc(ids, func(id string) bool { return id != "" })
}

// agrees reports whether a file on disk is the one that was written.
func (e *entry) agrees(f found) bool {
	return e != nil && e.sure && e.size == f.size && e.mtime == f.mtime
}

// recognise returns the entry that tells what lies on disk. A file of ours that
// is neither as before nor as intended is still ours, but its bytes are unknown.
func recognise(f found, before, intended *entry) *entry {
	was, is := before.agrees(f), intended.agrees(f)
	switch {
	case before == nil && intended == nil, !f.mode.IsRegular():
		return nil
	case is && was && !before.alike(intended): // the clock is too coarse to tell
	case is:
		return intended
	case was:
		return before
	}
	return (&entry{size: f.size, mtime: f.mtime}).name(f.path)
}

// alike reports whether two builds made a file of the same.
func (e *entry) alike(o *entry) bool { return e == o || e.inputs == o.inputs && e.inputs != (Inputs{}) }

// foreign refuses a folder with files in it that build did not make.
func (s *Site) foreign(l listing) error {
	const few = 5
	var names []string
	for f := range l.leaves() {
		if !dotted(f.path) {
			names = append(names, f.path)
		}
	}
	if names == nil {
		return nil
	}
	slices.Sort(names)
	return &Error{Kind: KindForeign, Path: s.dir, Names: names[:min(len(names), few)]}
}

// ourCatalogue reads from the folder's catalogue.json whether that is ours, and in which languages the site is said to be.
func (s *Site) ourCatalogue() (langs []string, ours bool) {
	const name = "catalogue.json"
	if info, err := s.out.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	f, err := s.out.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	members(f, func(key string, value json.RawMessage) (more bool) {
		switch key {
		case "generator":
			var generator string
			ours = json.Unmarshal(value, &generator) == nil && strings.HasPrefix(generator, s.opt.Generator)
			return ours && langs == nil
		case "languages":
			_ = json.Unmarshal(value, &langs) // what is no list names none
			return !ours
		}
		return true
	})
	return langs, ours
}

// members reads the members of a JSON object one by one, no further than it is asked to: those of the head of a long file.
func members(from io.Reader, member func(key string, value json.RawMessage) (more bool)) {
	d := json.NewDecoder(from)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return
	}
	for d.More() {
		key, err := d.Token()
		name, isName := key.(string)
		var value json.RawMessage
		if err != nil || !isName || d.Decode(&value) != nil || !member(name, value) {
			return
		}
	}
}
