package search

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

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
	Made  *Made // instead of a folder, where one process builds again and again
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

// directory takes what stands for the dictionary.
func (m *manifest) directory(d directory, parted bool) {
	m.Firsts, m.Shards, m.Positions, m.Parted = strings.Join(d.firsts, "\n"), strings.Join(d.hashes, ""), strings.Join(d.positions, ""), parted
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
	names, err := BuildAll([]Options{o}, sink)
	return names[0], err
}

// BuildAll writes the indexes of several languages of one plan. Where each is renewed that is done side by side; of those that are made anew
// one comes after the other, since it takes all processors, and the most memory.
func BuildAll(all []Options, sink output.Sink) ([]string, error) {
	names, entries, one := make([]string, len(all)), order(all[0].Plan.Catalogue), new(sync.Mutex)
	return names, parallel.Few(len(all), func(i int) (err error) {
		names[i], err = newWriter(all[i], sink, entries, one).index()
		return err
	})
}

// index writes all files, and returns the name of the manifest.
func (w *writer) index() (string, error) {
	defer func() { w.docs.book.Close() }()
	var m manifest
	renewed := false
	if w.past != nil {
		w.read()
		if !w.docs.moved && len(w.docs.changed) == 0 && w.leaveAll() {
			return w.past.manifest, w.err
		}
		m, renewed = w.renew()
	}
	if !renewed {
		w.one.Lock()
		defer w.one.Unlock()
		m = w.anew()
	}
	name := "m-" + w.file("m", m)
	if w.err == nil {
		w.keep(w.memory(name))
	}
	return name, w.err
}

// anew makes all files of which the last index does not help.
func (w *writer) anew() manifest {
	if w.past == nil {
		w.read()
	} else if _, ok := w.docs.know(0, len(w.docs.learnt)); !ok {
		w.forget()
		w.read()
	}
	d, t := w.docs, w.thesaurus()
	top, parted, columns := w.lists(t)
	m := w.manifest(t)
	m.directory(top, parted)
	m.Titles = w.names("n", w.titles(d.learnt, m.Group))
	m.Extra = w.file("e", extra{w.words(frequent(rankedWords(d.forms.all, t.words()), mostWords)), w.facets(columns)})
	return m
}

// forget begins anew, but for the texts that lie there.
func (w *writer) forget() {
	w.docs.book.Close()
	texts := w.docs.texts
	w.past, w.docs = nil, w.documents(w.docs.entries, nil)
	w.docs.texts = texts
}

// lists makes the lists of all terms and writes the dictionary, whose directory it returns, and the columns.
func (w *writer) lists(t *thesaurus) (top directory, parted bool, columns []column) {
	d := w.docs
	d.forms.open()
	forms := d.forms.all
	first, _ := d.first()
	w.references = references(forms, first)
	c := collect(w.Lang, forms, each(d.learnt, learnt.stream), w.references)
	columns = w.reader.columns(each(d.learnt, learnt.facets))
	made := joints(w.Lang, german(forms, nil), knownNouns(forms))
	c.complete(made, t, columns)
	top, parted = w.dictionary(c.items(made, t))
	return top, parted, columns
}

// manifest returns one that names no files yet.
func (w *writer) manifest(t *thesaurus) manifest {
	docs := len(w.docs.entries)
	return manifest{Version: version, Lang: w.Lang, Langs: t.languages(w.docs.forms.all), Docs: docs, IDF: idfTable(docs), Group: titleGroup(docs)}
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

// complete adds the lists that follow from those of words: of the parts of compounds, of concepts, and of the
// documents under them.
func (c *collection) complete(joints map[string]joint, t *thesaurus, columns []column) {
	c.addParts(joints)
	lists := make([]*list, len(t.concepts))
	parallel.With(len(lists), func() *merger { return newMerger(c.docs) }, func(m *merger, i int) {
		lists[i] = t.postings(t.concepts[i], c, m)
	})
	for i, con := range t.concepts {
		if len(lists[i].docs) > 0 {
			c.lists[conceptName(i)] = lists[i]
		}
		if docs := docsUnder(columns, con.facet, con.key); len(docs) > 0 && slices.Contains(named, con.facet) {
			c.lists[conceptName(i)+under] = &list{docs: docs, impacts: make([]uint8, len(docs))}
		}
	}
	for _, l := range c.lists {
		l.words = nil // there are more of them than of all the rest
	}
}

// items makes the dictionary: of all lists, with what words are made of, and of the words that lead to concepts.
func (c *collection) items(joints map[string]joint, t *thesaurus) map[string]*item {
	items := make(map[string]*item, len(c.lists)+len(c.lists)/4)
	for name, l := range c.lists {
		it := &item{df: len(l.docs), list: *l}
		if head := joints[name].head; c.lists[head] != nil {
			it.head = head
		}
		items[name] = it
	}
	for i, con := range t.concepts {
		it := items[conceptName(i)]
		if it == nil {
			delete(items, conceptName(i)+under)
			continue
		}
		it.text = strings.Join(append([]string{con.label, con.facet, con.key}, t.marks(con)...), "\t")
		for _, m := range con.members {
			name := t.name(m)
			if items[name] == nil {
				items[name] = &item{}
			}
			items[name].concepts = append(items[name].concepts, 2*i+b2i(m.label))
		}
	}
	return items
}

// conceptName is what the dictionary calls a concept; no word has this mark.
func conceptName(i int) string { return "#" + strconv.FormatInt(int64(i), 36) }

func isConcept(name string) bool { return name[0] == '#' && !strings.HasSuffix(name, under) }

// named are the facets of which a value is a filter when a query names it. Behind
// the concept stand the documents under it.
var named = []string{"places", "themes"}

// under marks the entry of the documents under a concept.
const under = "="

// languages returns those of which the dictionary has words, its own first.
func (t *thesaurus) languages(forms []form) []string {
	all := map[string]bool{}
	for i := range forms {
		if f := &forms[i]; f.docs > 0 && !all[f.lang] {
			all[f.lang] = true
		}
	}
	for _, con := range t.concepts {
		for _, m := range con.members {
			all[m.lang] = true
		}
	}
	delete(all, t.lang)
	return append([]string{t.lang}, slices.Sorted(maps.Keys(all))...)
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
func (w *writer) titles(docs []learnt, group int) []string {
	groups := slices.Collect(slices.Chunk(docs, group))
	hashes := make([]string, len(groups))
	parallel.Do(len(groups), func(i int) { hashes[i] = w.group(i, groups[i]) })
	return hashes
}

// group writes a file of titles.
func (w *writer) group(i int, docs []learnt) (hash string) {
	return w.list("t"+strconv.Itoa(i), each(docs, learnt.record))
}
