package search

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Options say of what to build an index.
type Options struct {
	Plan    *plan.Plan
	Locales *locale.Set
	Lang    string

	// Where the sums of sheets are known, what was learnt of a sheet is kept in the folder State, and the next build
	// only reads the sheets that have another one.
	Sums  *inputs.Sums // Shared is of the program, the day and the flags, too
	State string
}

// Dir is the folder of the index of a language, with a slash at its end.
func Dir(lang string) string { return "assets/search/" + lang + "/" }

// A manifest is the first file of an index: what all queries need.
type manifest struct {
	Version   int      `json:"v"`
	Lang      string   `json:"lang"`
	Langs     []string `json:"langs"` // of the words in the dictionary, Lang first
	Docs      int      `json:"docs"`
	IDF       []int    `json:"idf"`    // by class of frequency
	Firsts    string   `json:"firsts"` // where shards begin, by line; or parts of the directory
	Shards    string   `json:"shards"` // their hashes
	Positions string   `json:"positions"`
	Parted    bool     `json:"parted"` // the directory has parts
	Titles    string   `json:"titles"` // hashes of files of titles, or of lists of such
	Group     int      `json:"group"`  // documents of a file of titles
	Extra     string   `json:"extra"`  // hash of what few queries need
}

// An extra is what few queries need.
type extra struct {
	Words  map[string]string `json:"words"`  // by length: files of words for typing errors
	Facets [][2]string       `json:"facets"` // names and hashes
}

// version changes when a client could not read the files any more.
const version = 3

// Build writes the index of a language and returns the name of its manifest. The files depend on
// nothing but the plan, whatever the number of processors and whatever was kept.
func Build(o Options, sink output.Sink) (string, error) {
	w := &writer{sink: sink, dir: Dir(o.Lang)}
	past := o.remember()
	r := reader{o.Plan, o.Locales.Locale(o.Lang), o.Lang}
	d := w.documents(o, r, past)
	if past != nil && !d.other && w.retain(past.files) {
		return past.manifest, w.err
	}
	d.forms.analyse()
	c := collect(o.Lang, &d.forms, d.streams)
	columns := r.columns(d.facets)
	items, t := c.items(o, columns)
	m := manifest{Version: version, Lang: o.Lang, Langs: t.languages(c), Docs: c.docs, IDF: idfTable(c.docs), Group: titleGroup(c.docs)}
	dir, parted := w.dictionary(items)
	m.Firsts, m.Shards, m.Positions, m.Parted = strings.Join(dir.firsts, "\n"), strings.Join(dir.hashes, ""), strings.Join(dir.positions, ""), parted
	m.Titles = w.names("n", w.titles(d.records, m.Group))
	m.Extra = w.file("e", extra{w.words(c, t), w.facets(columns)})
	name := "m-" + w.file("m", m)
	if w.err == nil {
		o.keep(d.memory(o, name, w.files))
	}
	return name, w.err
}

// A record is what a result shows before its text is there: id, title, its
// language where it is another one, address, places, hash of the texts.
type record [6]string

func (r reader) record(d document) record {
	var places []string
	for _, key := range d.entry.Places() {
		places = append(places, label(r.plan.Catalogue, "places", key, r.lang))
	}
	lang := d.title.Lang
	if lang == r.lang {
		lang = ""
	}
	return record{d.entry.ID, d.title.Text, lang, d.url, strings.Join(places, " · ")}
}

// texts are those that snippets are cut from, each behind its language where that is another one.
func (r reader) texts(d document) [][2]string {
	texts := [][2]string{}
	for _, p := range d.passages {
		if p.zone == bodyZone {
			lang := p.lang
			if lang == r.lang {
				lang = ""
			}
			texts = append(texts, [2]string{lang, p.text})
		}
	}
	return texts
}

func label(c *catalogue.Catalogue, scheme, key, lang string) string {
	if t := c.Vocabulary.Term(scheme, key); t != nil {
		return t.Name(lang).Text
	}
	return key
}

// items makes the dictionary: terms, parts of compounds, concepts and the
// words that lead to them.
func (c *collection) items(o Options, columns []column) (map[string]*item, *thesaurus) {
	heads := c.compounds()
	t := newThesaurus(o.Plan.Catalogue.Vocabulary, o.Locales, o.Plan.Langs, o.Lang)
	items := make(map[string]*item, len(c.lists)+len(c.lists)/4)
	at := func(name string) *item {
		if items[name] == nil {
			items[name] = &item{}
		}
		return items[name]
	}
	for name, l := range c.lists {
		at(name).list = l
	}
	for name, head := range heads {
		if items[head] != nil && items[name] != nil {
			items[name].head = head
		}
	}
	lists := make([]*list, len(t.concepts))
	parallel.With(len(lists), func() *merger { return newMerger(c.docs) }, func(m *merger, i int) {
		lists[i] = t.postings(t.concepts[i], c, m)
	})
	for i, con := range t.concepts {
		l := lists[i]
		if len(l.docs) == 0 {
			continue
		}
		if docs := docsUnder(columns, con.facet, con.key); len(docs) > 0 && slices.Contains(named, con.facet) {
			at(conceptName(i) + under).list = &list{docs: docs, impacts: make([]uint8, len(docs))}
		}
		it := at(conceptName(i))
		it.list, it.text = l, strings.Join(append([]string{con.label, con.facet, con.key}, t.marks(con)...), "\t")
		for _, m := range con.members {
			it := at(t.name(m))
			it.concepts = append(it.concepts, 2*i+b2i(m.label))
		}
	}
	return items, t
}

// conceptName is what the dictionary calls a concept; no word has this mark.
func conceptName(i int) string { return "#" + strconv.FormatInt(int64(i), 36) }

// named are the facets of which a value is a filter when a query names it. Behind
// the concept stand the documents under it.
var named = []string{"places", "themes"}

// under marks the entry of the documents under a concept.
const under = "="

// languages returns those of which the dictionary has words, its own first.
func (t *thesaurus) languages(c *collection) []string {
	all := map[string]bool{}
	for _, lang := range c.langs() {
		all[lang] = true
	}
	for _, con := range t.concepts {
		for _, m := range con.members {
			all[m.lang] = true
		}
	}
	delete(all, c.lang)
	return append([]string{c.lang}, slices.Sorted(maps.Keys(all))...)
}

// idfTable gives the weight of a term by the class of the number of its documents.
func idfTable(docs int) []int {
	var table []int
	for class := 0; class <= classOf(docs); class++ {
		n := float64(leastOf(class))
		idf := math.Log(1 + (float64(docs)-n+0.5)/(n+0.5))
		table = append(table, max(idfFloor, int(math.Round(idf*idfUnit))))
	}
	return table
}

const (
	idfUnit  = 64
	idfFloor = 8 // so that a word in every document still orders them
)

// classOf rounds a number to four binary digits: 0–15 are themselves, then 16, 18, 20 …
func classOf(n int) int {
	shift := 0
	for n >= 16 {
		n >>= 1
		shift++
	}
	return shift*8 + n
}

// leastOf is the least number of a class.
func leastOf(class int) int {
	if class < 16 {
		return class
	}
	return (class%8 + 8) << (class/8 - 1)
}

// titleGroup is how many documents share a file of titles: of a small catalogue a query fetches less, of
// a large one there are fewer files.
func titleGroup(docs int) int {
	if docs <= 20000 {
		return 4
	}
	return 8
}

// titles writes the records, some neighbours a file.
func (w *writer) titles(records []record, group int) []string {
	groups := slices.Collect(slices.Chunk(records, group))
	hashes := make([]string, len(groups))
	parallel.Do(len(groups), func(i int) { hashes[i] = w.list("t"+strconv.Itoa(i), groups[i]) })
	return hashes
}

// words writes the most frequent words by their lengths in letters, the most
// frequent first, and returns the hashes.
func (w *writer) words(c *collection, t *thesaurus) map[string]string {
	type ranked struct {
		text   string
		length int // of the folded form, in letters
		count  int // of the text
		total  int // of all texts that fold to the same
	}
	best := make(map[string]*ranked, len(c.forms)) // by folded form
	add := func(text string, f form) {
		if b := best[f.folded]; b != nil {
			b.total += f.docs
			if f.docs > b.count || f.docs == b.count && text < b.text {
				b.text, b.count = text, f.docs
			}
			return
		}
		length := utf8.RuneCountInString(f.folded)
		if f.stem != "" && length >= shortestTypo && !strings.ContainsAny(f.folded, "0123456789") {
			best[f.folded] = &ranked{text, length, f.docs, f.docs}
		}
	}
	for _, f := range c.forms {
		if f.docs > 0 && f.stem != "" {
			add(f.text, f)
		}
	}
	for _, con := range t.concepts {
		for _, m := range con.members {
			if len(m.terms) == 1 {
				text := strings.TrimSpace(m.text)
				stem, folded := t.chain(m.lang).Analyse(text)
				if stem != "" {
					add(text, form{stem: stem, folded: folded, docs: 1})
				}
			}
		}
	}
	all := slices.Collect(maps.Values(best))
	slices.SortFunc(all, func(a, b *ranked) int { return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.text, b.text)) })
	byLength := map[int][]string{}
	for _, word := range all[:min(len(all), mostWords)] {
		byLength[word.length] = append(byLength[word.length], word.text)
	}
	hashes := map[string]string{}
	for n, list := range byLength {
		hashes[strconv.Itoa(n)] = w.file("w"+strconv.Itoa(n), strings.Join(list, "\n"))
	}
	return hashes
}
