package locale

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// Load reads the languages of a site. Both folders hold files named
// <lang>.yaml; own may be nil.
func Load(embedded, own fs.FS, langs []string) (*Set, []diag.Diagnostic) {
	var ds []diag.Diagnostic
	english := words(embedded, fallback, nil, &ds)
	s := &Set{locales: map[string]*Locale{}, order: langs}
	for _, lang := range langs {
		if s.locales[lang] != nil {
			continue
		}
		all := maps.Clone(english)
		if lang != fallback {
			maps.Copy(all, words(embedded, lang, english, &ds))
		}
		maps.Copy(all, words(own, lang, english, &ds))
		if d, missing := lacking(all, lang); missing {
			ds = append(ds, d)
		}
		s.locales[lang] = newLocale(lang, all, langs)
	}
	return s, ds
}

func newLocale(lang string, words map[string]word, langs []string) *Locale {
	tag := language.Make(lang)
	l := &Locale{
		Lang: lang, Dir: Direction(lang), tag: tag, words: words,
		plurals: pluralForms(tag), collators: newCollators(tag),
		languages: display.Languages(tag), regions: display.Regions(tag),
	}
	l.Name = display.Self.Name(tag)
	if w := words["language"]; w.lang == lang {
		l.Name = w.text
	}
	if w := words["direction"]; w.lang == lang {
		l.Dir = w.text
	}
	l.names = make(map[string]string, len(langs))
	for _, code := range langs {
		l.names[code] = l.languageName(code)
	}
	return l
}

// own words of one file, by key. With english, they are checked against it.
func words(files fs.FS, lang string, english map[string]word, ds *[]diag.Diagnostic) map[string]word {
	if files == nil {
		return nil
	}
	path := lang + ".yaml"
	text, err := fs.ReadFile(files, path)
	src := diag.NewSource("i18n/"+path, string(text))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			*ds = append(*ds, rule.FileUnreadable.At(src.Span(0, 0), "cause", err.Error()))
		}
		return nil
	}
	tree, found := yamlnode.Parse(src)
	*ds = append(append(*ds, found...), yamlnode.CheckCharacters(src)...)
	r := reader{lang: lang, plurals: pluralForms(language.Make(lang)), english: english, words: map[string]word{}}
	r.group("", tree.Root)
	*ds = append(*ds, r.findings...)
	return r.words
}

type reader struct {
	lang     string
	plurals  []string
	english  map[string]word // nil while English itself is read
	words    map[string]word
	findings []diag.Diagnostic
}

func (r *reader) group(prefix string, n *yamlnode.Node) {
	for _, p := range n.Pairs {
		key := prefix + p.Key
		w := word{lang: r.lang, span: p.KeySpan}
		switch v := p.Value; {
		case v.Kind == yamlnode.Null:
			continue
		case v.Kind == yamlnode.Scalar:
			w.text = v.Text()
		case v.Kind == yamlnode.List:
			w.shape = isList
			for _, item := range v.Items {
				w.list = append(w.list, item.Text())
			}
		case isForms(v):
			w.shape, w.forms = isPlural, map[string]string{}
			for _, form := range v.Pairs {
				w.forms[form.Key] = form.Value.Text()
			}
		default:
			r.group(key+".", v)
			continue
		}
		if w.shape == isList && shapeOf(key, w) == isNames && len(w.list) > 0 {
			w.text = w.list[0]
		}
		w.shape = shapeOf(key, w)
		if r.fits(key, w) {
			r.words[key] = w
		}
	}
}

// isForms reports whether a map holds plural forms and no words.
func isForms(n *yamlnode.Node) bool {
	return len(n.Pairs) > 0 && !slices.ContainsFunc(n.Pairs, func(p yamlnode.Pair) bool { return !slices.Contains(forms, p.Key) })
}

// fits reports what is wrong with a word, and whether it can be used.
func (r *reader) fits(key string, w word) bool {
	en := w
	if r.english != nil {
		var known bool
		if en, known = r.english[key]; !known {
			keys := slices.Sorted(maps.Keys(r.english))
			r.report(rule.UnknownWord.At(w.span, "key", key).Suggest(suggest.Nearest(key, keys)))
			return false
		}
	}
	switch {
	case w.shape != en.shape, w.shape == isList && len(w.list) != len(en.list):
		r.report(rule.WordShape.At(w.span, "key", key, "shape", en.notation()))
		return false
	case w.shape == isPlural:
		found := slices.SortedFunc(maps.Keys(w.forms), func(a, b string) int { return slices.Index(forms, a) - slices.Index(forms, b) })
		if !slices.Equal(found, r.plurals) {
			r.report(rule.PluralForm.At(w.span, "key", key, "forms", strings.Join(r.plurals, ", "), "found", strings.Join(found, ", ")))
			return slices.Contains(found, "other")
		}
	}
	names := en.placeholders()
	for _, name := range w.placeholders() {
		if !slices.Contains(names, name) {
			r.report(rule.WordPlaceholder.At(w.span, "key", key, "placeholder", "{"+name+"}", "placeholders", "{"+strings.Join(names, "}, {")+"}"))
			return false
		}
	}
	return true
}

func (r *reader) report(d diag.Diagnostic) { r.findings = append(r.findings, d) }

// notation shows a shape in the way it is written.
func (w word) notation() string {
	switch w.shape {
	case isList:
		return "[…] × " + strconv.Itoa(len(w.list))
	case isPlural:
		return "{one: …, other: …}"
	case isNames:
		return "…, […, …]"
	}
	return "…"
}

// lacking reports the words for which English stands in.
func lacking(words map[string]word, lang string) (diag.Diagnostic, bool) {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if words[key].lang != lang {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 || len(strings.SplitN(lang, "-", 2)[0]) > 3 { // what is no language is said elsewhere
		return diag.Diagnostic{}, false
	}
	src := diag.NewSource("i18n/"+lang+".yaml", "")
	return rule.WordsMissing.At(src.Span(0, 0), "lang", lang, "count", strconv.Itoa(len(keys)),
		"words", strings.Join(keys[:min(len(keys), 3)], ", ")), true
}
