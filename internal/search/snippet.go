package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// A Reason says why a document is there although it lacks a word of the query.
type Reason struct {
	Word  string `json:"word"`
	Kind  Kind   `json:"kind"`
	Label string `json:"label"` // what was found instead
}

// reasons names, for every word that the document does not have itself, the
// source that brought it.
func (ix *Index) reasons(doc uint32, x expansion) ([]Reason, error) {
	var reasons []Reason
	for _, g := range x.groups {
		if g.minus || g.phrase != nil {
			continue
		}
		best := 0
		var why source
		for _, s := range g.sources {
			p, err := ix.all(s.entry)
			if err != nil {
				return nil, err
			}
			at, ok := slices.BinarySearch(p.docs, doc)
			if !ok {
				continue
			}
			if s.kind == Exact {
				best = 0
				break
			}
			if w := int(p.impacts[at]) * s.weight; w > best {
				best, why = w, s
			}
		}
		if best > 0 {
			reasons = append(reasons, Reason{g.word, why.kind, why.name()})
		}
	}
	return reasons, nil
}

// name is what a reader is told of a source.
func (s source) name() string {
	if s.label != "" {
		return s.label
	}
	name, _, _ := strings.Cut(s.entry.name, ".")
	if end, ok := strings.CutSuffix(name, head); ok {
		return "…" + end
	}
	if begin, ok := strings.CutSuffix(name, modifier); ok {
		return begin + "…"
	}
	return name
}

// A Snippet is a piece of a sheet's text. Marks are pairs of offsets in it, in
// bytes here and in the client's units there.
type Snippet struct {
	Text  string   `json:"text"`
	Lang  string   `json:"lang"`
	Marks [][2]int `json:"marks"`
}

// snippetLength is how long a snippet gets, in letters.
const snippetLength = 200

// snippet cuts the piece of a sheet in which most different words were found.
func (ix *Index) snippet(t record, x expansion) (*Snippet, error) {
	var texts [][2]string
	if err := ix.loadJSON("x"+t[0]+"-"+t[5], &texts); err != nil {
		return nil, err
	}
	var best *Snippet
	most := -1
	for _, text := range texts {
		lang := text[0]
		if lang == "" {
			lang = ix.manifest.Lang
		}
		s, found := ix.cut(text[1], lang, x)
		if found > most {
			best, most = s, found
		}
	}
	return best, nil
}

// cut returns the part of a text with the most different marked words, and how
// many those are.
func (ix *Index) cut(text, lang string, x expansion) (*Snippet, int) {
	chain := ix.chain(lang)
	type mark struct {
		start, end int
		name       string
	}
	var marks []mark
	analyze.Tokens(text, func(t analyze.Token) {
		term := chain.Term(text[t.Start:t.End])
		if name := qualified(term, lang, ix.manifest.Lang); term != "" && x.marked(term, name, lang) {
			marks = append(marks, mark{t.Start, t.End, name})
		}
	})
	from, most := 0, 0
	for i := range marks {
		names := map[string]bool{}
		for k := i; k < len(marks) && utf8.RuneCountInString(text[marks[i].start:marks[k].end]) < snippetLength*3/4; k++ {
			names[marks[k].name] = true
		}
		if len(names) > most {
			from, most = marks[i].start, len(names)
		}
	}
	start, end := window(text, from)
	s := &Snippet{Lang: lang, Marks: [][2]int{}}
	if start > 0 {
		s.Text = "… "
	}
	shift := len(s.Text) - start
	s.Text += text[start:end]
	if end < len(text) {
		s.Text += " …"
	}
	for _, m := range marks {
		if m.start >= start && m.end <= end {
			s.Marks = append(s.Marks, [2]int{m.start + shift, m.end + shift})
		}
	}
	return s, most
}

// window returns the bounds of a piece around a place, between words.
func window(text string, at int) (start, end int) {
	if utf8.RuneCountInString(text[:at]) > snippetLength/4 {
		start = back(text, at, snippetLength/4)
		if i := strings.IndexAny(text[start:at], " \n"); i >= 0 {
			start += i + 1
		}
	}
	end = start
	for n := 0; end < len(text) && n < snippetLength; n++ {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	if end < len(text) {
		if i := strings.LastIndexAny(text[start:end], " \n"); i > 0 {
			end = start + i
		}
	}
	return start, end
}

// back returns the offset some letters before another.
func back(text string, at, letters int) int {
	for ; letters > 0 && at > 0; letters-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

// marked reports whether a term of the text is one that was looked for, or a
// German compound of one.
func (x expansion) marked(term, name, lang string) bool {
	return x.marks[name] || lang == "de" && slices.ContainsFunc(x.parts, func(part string) bool {
		return strings.HasPrefix(term, part) || strings.HasSuffix(term, part)
	})
}
