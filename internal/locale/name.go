package locale

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// LanguageName returns what the locale calls a language: Arabisch. A code that
// nobody knows is returned as it is.
func (l *Locale) LanguageName(code string) string {
	if name, ok := l.names[code]; ok {
		return name
	}
	return l.languageName(code)
}

func (l *Locale) languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return named(l.languages, tag, code)
}

// Territory returns the locale with the country where most who read its language
// live: de_DE.
func (l *Locale) Territory() string {
	base, _ := l.tag.Base()
	region, _ := l.tag.Region()
	return base.String() + "_" + region.String()
}

// CountryName returns what the locale calls a country, by its ISO code.
func (l *Locale) CountryName(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return named(l.regions, region, code)
}

func named(names display.Namer, x any, code string) string {
	if names != nil {
		if name := names.Name(x); name != "" {
			return name
		}
	}
	return code
}

// collators keeps collators for use: each serves one goroutine at a time.
type collators struct{ sync.Pool }

// A collator has room for the keys that it makes.
type collator struct {
	*collate.Collator
	room collate.Buffer
}

func newCollators(tag language.Tag) *collators {
	return &collators{sync.Pool{New: func() any { return &collator{Collator: collate.New(tag, collate.Numeric)} }}}
}

// Compare orders texts as a dictionary of the language does, numbers by their
// value. It may be called by several goroutines.
func (l *Locale) Compare(a, b string) int {
	c := l.collators.Get().(*collator)
	defer l.collators.Put(c)
	if order := c.CompareString(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// Key returns a text whose bytes are in the order in which [Locale.Compare] puts texts, but for those that a dictionary takes for equal:
// whoever sorts thousands of texts asks for the key of each instead of comparing them by tens of thousands. It may be called by
// several goroutines.
func (l *Locale) Key(text string) string {
	c := l.collators.Get().(*collator)
	defer l.collators.Put(c)
	c.room.Reset()
	return string(c.KeyFromString(&c.room, text))
}

// Sort puts values in the order in which [Locale.Compare] puts their texts, those of the same text as they stand.
func Sort[T any](l *Locale, values []T, text func(T) string) {
	type keyed struct {
		key, text string
		value     T
	}
	all := make([]keyed, len(values))
	for i, v := range values {
		t := text(v)
		all[i] = keyed{l.Key(t), t, v}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.text, b.text))
	})
	for i, k := range all {
		values[i] = k.value
	}
}

// Field returns the label of a field of the format, by its path: carrier.name.
func (l *Locale) Field(path string) string {
	if w, ok := l.words["fields."+path]; ok {
		return w.text
	}
	return "fields." + path
}

// Value returns the label of a value of an enumeration, by the field's key.
func (l *Locale) Value(field, value string) string {
	if w, ok := l.words["values."+field+"."+value]; ok {
		return w.text
	}
	return value
}

// FieldLabels returns the keys of the format by what editors may call them in
// any language, folded by suggest.Fold: projekttrager → carrier. Of a nested
// field it is the last key. A name that two fields share means the one
// nearer to the top.
func (s *Set) FieldLabels() map[string]string {
	labels := map[string]string{}
	for depth := range 3 {
		s.eachName("fields.", func(path, name string) {
			if strings.Count(path, ".") != depth {
				return
			}
			if folded := suggest.Fold(name); labels[folded] == "" {
				labels[folded] = path[strings.LastIndexByte(path, '.')+1:]
			}
		})
	}
	return labels
}

// ValueLabels returns the values of an enumeration by what editors may call
// them in any language, folded by suggest.Fold: abgeschlossen → finished.
func (s *Set) ValueLabels(field string) map[string]string {
	labels := map[string]string{}
	s.eachName("values."+field+".", func(value, name string) {
		if folded := suggest.Fold(name); labels[folded] == "" {
			labels[folded] = value
		}
	})
	return labels
}

// eachName calls do for every name below a key, in a fixed order.
func (s *Set) eachName(prefix string, do func(rest, name string)) {
	for _, lang := range s.order {
		words := s.locales[lang].words
		var keys []string
		for key := range words {
			if strings.HasPrefix(key, prefix) {
				keys = append(keys, key)
			}
		}
		slices.Sort(keys)
		for _, key := range keys {
			w := words[key]
			do(key[len(prefix):], w.text)
			for _, name := range w.list {
				do(key[len(prefix):], name)
			}
		}
	}
}

// Int returns a whole number with its thousands set apart.
func (l *Locale) Int(n int) string { return l.Number(strconv.Itoa(n)) }

// Number sets a decimal number, written with a point, as the language does.
// What is no number is returned as it is.
func (l *Locale) Number(s string) string {
	sign, digits := "", s
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, digits = "−", rest
	}
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	if !isDigits(whole) || hasFraction && !isDigits(fraction) {
		return s
	}
	group, decimal := l.T("number.group"), l.T("number.decimal")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(r)
	}
	if hasFraction {
		b.WriteString(decimal + fraction)
	}
	return b.String()
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// Percent returns a share of one as whole per cent.
func (l *Locale) Percent(share float64) string {
	return l.T("number.percent", "n", strconv.Itoa(int(share*100+0.5)))
}

// Languages returns the codes of two letters that the locale has a name for, in the
// order of the names. Of two codes with one name it is the current one.
func (l *Locale) Languages() []string {
	codes := map[string]string{} // by name
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			code := string([]rune{a, b})
			name := l.LanguageName(code)
			if _, taken := codes[name]; !taken && name != code && language.Make(code).String() == code {
				codes[name] = code
			}
		}
	}
	names := slices.SortedFunc(maps.Keys(codes), l.Compare)
	for i, name := range names {
		names[i] = codes[name]
	}
	return names
}
