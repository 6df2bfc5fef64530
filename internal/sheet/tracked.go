package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

// texts yields the texts of the struct to which target points, absent ones too.
func texts(fields []field.Field, target any) iter.Seq[field.Item] {
	return field.WalkClass(fields, target, field.Text)
}

// A Tracked is a text of a file, or the texts of one of its lists, under the
// name that it has in translation.state.
type Tracked struct {
	Path   string
	Values []Value // one; of a list, all texts of its items, absent ones too
	List   bool
}

// Stated reports whether any of the texts says anything.
func (t Tracked) Stated() bool {
	for _, v := range t.Values {
		if v.Stated() {
			return true
		}
	}
	return false
}

// Tracked returns the texts of a sheet that say something, in the order of the format.
func (s *Sheet) Tracked() []Tracked { return tracked(Fields(), s) }

// Tracked returns the texts of a page that say something.
func (p *Page) Tracked() []Tracked { return tracked(PageFields(), p) }

func tracked(fields []field.Field, target any) []Tracked {
	t := tracking{make([]Tracked, 0, 16), make([]Value, 0, 16)}
	t.take(fields, target)
	return t.texts
}

// A tracking is room for texts.
type tracking struct {
	texts  []Tracked
	values []Value // of all texts, of which each has its part
}

// trackings are for texts that are looked at once.
var trackings = sync.Pool{New: func() any { return new(tracking) }}

// release gives the room back, without what belongs to others.
func (t *tracking) release() {
	clear(t.texts)
	clear(t.values)
	trackings.Put(t)
}

// take finds the texts of a sheet or page that say something.
func (t *tracking) take(fields []field.Field, target any) {
	all, values := t.texts[:0], t.values[:0]
	begin := 0 // of the last text in values
	for t := range texts(fields, target) {
		if n := len(all); t.List && n > 0 && all[n-1].Path == t.Path {
			values = append(values, *t.Value)
			all[n-1].Values = values[begin:len(values):len(values)]
			continue
		}
		if !t.List && !t.Value.Stated() {
			continue
		}
		begin = len(values)
		values = append(values, *t.Value)
		all = append(all, Tracked{Path: t.Path, Values: values[begin:len(values):len(values)], List: t.List})
	}
	t.texts, t.values = slices.DeleteFunc(all, func(t Tracked) bool { return !t.Stated() }), values
}

// A Track is what tells whether a text is translated, without the text.
type Track struct {
	Path   string
	Stated string // a byte a value, 1 for one that says something, else 0
	Digest string // of the text; in a translation what it records of the original's, "" where it records nothing
}

// Has reports whether the value of a number from 0 says something.
func (t Track) Has(i int) bool { return i < len(t.Stated) && t.Stated[i] == 1 }

// Tracks returns those of the texts of a sheet that say something, in the order of the format.
func (s *Sheet) Tracks() []Track { return TracksOf(s.Tracked(), s.digests()) }

// Tracks returns those of a page.
func (p *Page) Tracks() []Track { return TracksOf(p.Tracked(), digests(&p.File, &p.Translation)) }

func (s *Sheet) digests() func(Tracked) string { return digests(&s.File, &s.Translation) }

// Tracks returns those of the sheet.
func (b *Brief) Tracks() []Track { return b.AppendTracks(nil) }

// AppendTracks adds those of the sheet to others.
func (b *Brief) AppendTracks(to []Track) []Track {
	r := newWired(b.tracks, b.Source, b.Lang, sheetPaths)
	n := r.Count()
	to = slices.Grow(to, n)
	for range n {
		to = append(to, Track{r.path(), r.Text(), r.Text()})
	}
	return to
}

// digests returns which [Track.Digest] a text of a file has.
func digests(f *File, t *Translation) func(Tracked) string {
	if f.IsTranslation() {
		return t.recorded
	}
	return Tracked.Digest
}

// TracksOf returns those of texts.
func TracksOf(texts []Tracked, digest func(Tracked) string) []Track {
	all := make([]Track, len(texts))
	for i, t := range texts {
		stated := make([]byte, len(t.Values))
		for k, v := range t.Values {
			if v.Stated() {
				stated[k] = 1
			}
		}
		all[i] = Track{t.Path, string(stated), digest(t)}
	}
	return all
}

// recorded returns the digest that a translation records of a text.
func (t *Translation) recorded(text Tracked) string {
	for i := range t.State {
		if t.State[i].Key == text.Path {
			return t.State[i].Value.Text
		}
	}
	return ""
}

// TrackedPaths returns every name that translation.state may hold for a sheet.
func TrackedPaths(fields []field.Field) []string {
	var paths []string
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Class == field.Text:
			paths = append(paths, f.Path)
		case f.Shape == field.Object:
			paths = append(paths, TrackedPaths(f.Fields)...)
		case f.Shape == field.ObjectList && len(TrackedPaths(f.Fields)) > 0:
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// DigestPattern is what every digest matches.
const DigestPattern = `^[0-9a-f]{8}$`

// IsDigest reports whether a text matches [DigestPattern].
func IsDigest(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(s) == 8
}

// Digest returns the first 8 hex digits of the SHA-256 of the texts, in UTF-8
// and NFC, each run of Unicode white space made one space, trimmed, and joined
// by U+001F.
func (t Tracked) Digest() string {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	text := (*room)[:0]
	for i := range t.Values {
		if i > 0 {
			text = append(text, '\x1f')
		}
		text = appendWords(text, composed(t.Values[i].Text))
	}
	*room = text
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:4])
}

// rooms are for words on their way to a digest.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// composed returns a text in NFC, as all are that have no letter from U+0300 on.
func composed(s string) string {
	for i := range len(s) {
		if s[i] >= 0xCC {
			return norm.NFC.String(s)
		}
	}
	return s
}

// mayBreak are the bytes with which white space begins.
var mayBreak = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, ' ': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true}

// appendWords appends a text without white space at its ends, each run of it within made one space. It is
// strings.Fields, joined, without the list of words.
func appendWords(text []byte, s string) []byte {
	begin, word := len(text), 0 // where the words begin, and those that are being read: with one space between them they stay together
	for i := 0; i < len(s); {
		between := s[i] == ' ' && i > word && i+1 < len(s) && !mayBreak[s[i+1]]
		if between || !mayBreak[s[i]] { // nearly always
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(c) {
			if text = append(text, s[word:i]...); len(text) > begin && text[len(text)-1] != ' ' {
				text = append(text, ' ')
			}
			word = i + n
		}
		i += n
	}
	if text = append(text, s[word:]...); len(text) > begin && text[len(text)-1] == ' ' {
		text = text[:len(text)-1]
	}
	return text
}
