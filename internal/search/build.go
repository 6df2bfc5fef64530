package search

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
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
}

// Dir is the folder of the index of a language, with a slash at its end.
func Dir(lang string) string { return "assets/search/" + lang + "/" }

// A manifest is the first file of an index: what all queries need.
type manifest struct {
	Version int               `json:"v"`
	Lang    string            `json:"lang"`
	Langs   []string          `json:"langs"` // of the words in the dictionary, Lang first
	Docs    int               `json:"docs"`
	IDF     []int             `json:"idf"`    // by class of frequency
	Firsts  string            `json:"firsts"` // first terms of the shards, by line
	Shards  string            `json:"shards"` // their names
	Titles  string            `json:"titles"` // names of files of titles, or of lists of such
	Words   map[string]string `json:"words"`  // by length: files of words for typing errors
	Facets  string            `json:"facets"`
}

// version changes when a client could not read the files any more.
const version = 1

// Build writes the index of a language and returns the name of its manifest. The
// files depend on nothing but the plan, whatever the number of processors.
func Build(o Options, sink output.Sink) (string, error) {
	w := &writer{sink: sink, dir: Dir(o.Lang), seen: &sync.Map{}}
	entries := order(o.Plan.Catalogue)
	r := reader{o.Plan, o.Locales.Locale(o.Lang), o.Lang}
	records := make([]record, len(entries))
	facets := make([][][]string, len(entries))
	writers := make([]writer, len(entries))
	c := collect(o.Lang, len(entries), func(i int) document {
		d := r.document(entries[i])
		writers[i] = *w
		records[i] = writers[i].texts(r, d)
		facets[i] = d.facets
		return d
	})
	for i := range writers {
		w.fail(writers[i].err)
	}
	m := manifest{Version: version, Lang: o.Lang, Docs: len(entries), IDF: idfTable(len(entries)), Words: map[string]string{}}
	items, t := c.items(o)
	m.Langs = t.languages(c)
	firsts, shards := w.dictionary(items)
	m.Firsts, m.Shards = strings.Join(firsts, "\n"), strings.Join(shards, " ")
	m.Titles = strings.Join(w.titles(records), " ")
	w.words(&m, c, t)
	m.Facets = w.facets(r, facets)
	name := w.file("m", m)
	return name, w.err
}

// A record is what a result shows before its text is there: id, title, its
// language where it is another one, address, places, name of the texts.
type record [6]string

// texts writes the texts that snippets are cut from, and returns the record.
func (w *writer) texts(r reader, d document) record {
	type text [2]string
	texts := []text{}
	for _, p := range d.passages {
		if p.zone == bodyZone {
			lang := p.lang
			if lang == r.lang {
				lang = ""
			}
			texts = append(texts, text{lang, p.text})
		}
	}
	var places []string
	for _, key := range d.entry.Places() {
		places = append(places, label(r.plan.Catalogue, "places", key, r.lang))
	}
	title := record{d.entry.ID, d.title.Text, d.title.Lang, d.url, strings.Join(places, " · "), w.list("x", texts)}
	if title[2] == r.lang {
		title[2] = ""
	}
	return title
}

func label(c *catalogue.Catalogue, scheme, key, lang string) string {
	if t := c.Vocabulary.Term(scheme, key); t != nil {
		return t.Name(lang).Text
	}
	return key
}

// items makes the dictionary: terms, parts of compounds, concepts and the
// words that lead to them.
func (c *collection) items(o Options) (map[string]*item, *thesaurus) {
	heads := c.compounds()
	t := newThesaurus(o.Plan.Catalogue.Vocabulary, o.Locales, o.Plan.Langs, o.Lang)
	items := map[string]*item{}
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
	_ = parallel.Each(len(lists), func(i int) error { // none can fail
		lists[i] = t.postings(t.concepts[i], c)
		return nil
	})
	for i, con := range t.concepts {
		l := lists[i]
		if len(l.docs) == 0 {
			continue
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

// languages returns those of which the dictionary has words, its own first.
func (t *thesaurus) languages(c *collection) []string {
	all := map[string]bool{}
	for lang := range c.words {
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

// titles writes the records, some neighbours a file.
func (w *writer) titles(records []record) []string {
	var names []string
	for group := range slices.Chunk(records, titleGroup) {
		names = append(names, w.list("t", group))
	}
	return w.names("n", names)
}

// words writes the most frequent words by their lengths in letters, the most frequent first.
func (w *writer) words(m *manifest, c *collection, t *thesaurus) {
	type ranked struct {
		text   string
		length int // of the folded form, in letters
		count  int
	}
	best := map[string]ranked{} // by folded form
	total := map[string]int{}
	add := func(lang, text string, count int) {
		folded := t.chain(lang).Fold(text)
		if t.chain(lang).Term(text) == "" || utf8.RuneCountInString(folded) < shortestTypo || strings.ContainsAny(folded, "0123456789") {
			return
		}
		total[folded] += count
		if b, ok := best[folded]; !ok || count > b.count || count == b.count && text < b.text {
			best[folded] = ranked{text, utf8.RuneCountInString(folded), count}
		}
	}
	for _, lang := range c.langs() {
		for text, n := range c.words[lang] {
			add(lang, text, n)
		}
	}
	for _, con := range t.concepts {
		for _, m := range con.members {
			if len(m.terms) == 1 {
				add(m.lang, strings.TrimSpace(m.text), 1)
			}
		}
	}
	all := make([]ranked, 0, len(best))
	for folded, b := range best {
		all = append(all, ranked{b.text, b.length, total[folded]})
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.text, b.text)) })
	byLength := map[int][]string{}
	for _, word := range all[:min(len(all), mostWords)] {
		byLength[word.length] = append(byLength[word.length], word.text)
	}
	for n, list := range byLength {
		m.Words[strconv.Itoa(n)] = w.file("w", strings.Join(list, "\n"))
	}
}

// facets writes the columns of all facets: keys and labels in the order of the
// lists, and which documents are under each.
func (w *writer) facets(r reader, keys [][][]string) string {
	type value struct {
		Key   string `json:"key"`
		Label string `json:"label"`
		Docs  string `json:"docs"`
	}
	columns := make([][]value, len(plan.Facets))
	for f, facet := range plan.Facets {
		columns[f] = []value{} // not null, though no sheet may have any
		docs := map[string][]uint32{}
		for doc := range keys {
			for _, key := range keys[doc][f] {
				docs[key] = append(docs[key], uint32(doc))
			}
		}
		for _, t := range r.plan.Flat(facet) {
			text := r.locale.Value(strings.TrimSuffix(facet, "s"), t.Key)
			if t.Term != nil {
				text = t.Term.Name(r.lang).Text
			} else if facet == "status" {
				text = r.locale.Value("status", t.Key)
			}
			columns[f] = append(columns[f], value{t.Key, text, base64.StdEncoding.EncodeToString(appendDocs(docs[t.Key]))})
		}
	}
	return w.file("f", plan.Facets, columns)
}

func appendDocs(docs []uint32) []byte {
	var data []byte
	before := uint32(0)
	for _, doc := range docs {
		data = binary.AppendUvarint(data, uint64(doc-before))
		before = doc
	}
	return data
}
