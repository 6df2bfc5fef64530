package check

import (
	"errors"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// form checks one value against the form of its field.
func (d *desk) form(f *field.Field, v field.Value) {
	switch f.Form {
	case "enum":
		d.choice(v, f.Values())
	case "bool":
		d.choice(v, []string{"true", "false"})
	case "term":
		if f.Of != "" {
			d.term(f.Of, v)
		}
	case "lang":
		if near, ok := language(v.Text); !ok {
			d.report(rule.UnknownLanguage.At(v.Span, "value", v.Text).Suggest(near))
		}
	case "country":
		if near, ok := country(v.Text); !ok {
			d.report(rule.UnknownCountry.At(v.Span, "value", v.Text).Suggest(near))
		}
	case "day", "edtf", "edtf-end":
		d.date(f, v)
	case "url":
		if near, ok := webAddress(v.Text); !ok {
			d.report(rule.URLForm.At(v.Span, "value", v.Text).Suggest(near))
		}
	case "email":
		if near, ok := mailAddress(v.Text); !ok {
			d.report(rule.EmailForm.At(v.Span, "value", v.Text).Suggest(near))
		}
	case "phone":
		if !isPlainPhone(v.Text) && !phone.MatchString(v.Text) || digits(v.Text) < 3 {
			d.report(rule.PhoneForm.At(v.Span, "value", v.Text))
		}
	case "number":
		d.number(f, v)
	case "duration":
		if _, ok := config.ParseInterval(v.Text); !ok {
			d.report(rule.DurationForm.At(v.Span, "value", v.Text))
		}
	case "id":
		d.name(v)
	case "alias":
		if !isAlias(v.Text) {
			d.report(rule.AliasForm.At(v.Span, "value", v.Text).Suggest(aliasNear(v.Text)))
		}
	}
}

var (
	phone   = regexp.MustCompile(`^\+?[0-9][0-9 ()/.–-]*$|^\(?\+?[0-9]+\)[0-9 ()/.–-]*$`)
	numeral = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]+)?$`)
	grouped = regexp.MustCompile(`^[1-9][0-9]{0,2}\.[0-9]{3}$`)
	domain  = regexp.MustCompile(`^[\pL\pN-]+(\.[\pL\pN-]+)*\.\pL{2,}(:[0-9]+)?(/\S*)?$`)
)

// isPlainPhone reports whether s is a number of the kind that nearly all are of, in digits, spaces and hyphens.
func isPlainPhone(s string) bool {
	s = strings.TrimPrefix(s, "+")
	return s != "" && isDigit(s[0]) && !strings.ContainsFunc(s, func(r rune) bool { return r > '9' || !isDigit(byte(r)) && r != ' ' && r != '-' })
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digits(s string) (n int) {
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// choice checks a value against the few that are possible.
func (d *desk) choice(v field.Value, possible []string) {
	if slices.Contains(possible, v.Text) {
		return
	}
	d.report(rule.UnknownValue.At(v.Span, "value", v.Text, "values", strings.Join(possible, ", ")).Suggest(d.near(func() string { return nearValue(v.Text, possible) })))
}

// nearValue returns the possible value that was probably meant by a word: by its
// label in some language, by spelling, or by the spelling of a label.
func nearValue(word string, possible []string) string {
	if value := valueNamed[suggest.Fold(word)]; slices.Contains(possible, value) {
		return value
	}
	if near := suggest.Nearest(word, possible); near != "" {
		return near
	}
	var words []string
	for _, value := range possible {
		words = append(words, valueNames[value]...)
	}
	return valueNamed[suggest.Fold(suggest.Nearest(word, words))]
}

// swallowed finds an item of a list that is indented deeper than the one above, which
// takes it for the rest of its own text.
var swallowed = regexp.MustCompile(`\n[ \t]*- `)

// term checks the key of a term. What a broken vocabulary may have lost is
// taken to be there.
func (d *desk) term(scheme string, v field.Value) {
	s := d.terms.Scheme(scheme)
	if d.terms.Term(scheme, v.Text) != nil {
		return
	}
	if dash := swallowed.FindStringIndex(v.Span.Text()); dash != nil {
		d.report(rule.YAMLIndent.At(v.Span.Source.Span(v.Span.Start+dash[1]-2, v.Span.End)))
		return
	}
	if s == nil || s.Lost.Has(v.Text) {
		return
	}
	d.report(rule.UnknownTerm.At(v.Span, "value", v.Text, "file", "content/vocabulary/"+scheme+".yaml").Suggest(d.near(func() string { return s.Nearest(v.Text) })))
}

func (d *desk) date(f *field.Field, v field.Value) {
	form := f.Form
	if form == "edtf-end" && v.Text == ".." {
		return
	}
	var err error
	if form == "day" {
		_, err = edtf.ParseDay(v.Text)
	} else {
		_, err = edtf.Parse(v.Text)
	}
	var e *edtf.Error
	if !errors.As(err, &e) {
		return
	}
	if near := periodNear(v.Text); f.Key == "" && near != "" {
		d.report(rule.DateForm.At(v.Span, "value", v.Text).Suggest(near))
		return
	}
	switch {
	case e.Kind == edtf.Incomplete:
		d.report(rule.DateIncomplete.At(v.Span, "value", v.Text))
	case form == "day" && e.Suggest != "" && !isDay(e.Suggest):
		d.report(rule.DateForm.At(v.Span, "value", v.Text))
	case e.Kind == edtf.NotOne && f.Key == "": // a period
		from, to, _ := strings.Cut(v.Text, "/")
		d.report(rule.DateForm.At(v.Span, "value", v.Text).Suggest("{from: " + from + ", to: " + to + "}"))
	default:
		d.report(rule.DateForm.At(v.Span, "value", v.Text).Suggest(e.Suggest))
	}
}

var (
	spanned  = regexp.MustCompile(`^(?i:von |de |from )?([0-9]{4}(?:-[0-9]{2})?)(?: ?[–—] ?| - | bis | à | to |-)([0-9]{4}(?:-[0-9]{2})?)$`)
	ongoing  = regexp.MustCompile(`^(?i:seit|depuis|since) ([0-9]{4}(?:-[0-9]{2})?)$|^([0-9]{4}(?:-[0-9]{2})?) ?[-–—]$`)
	starting = regexp.MustCompile(`^(?i:ab|von|dès|de|from) ([0-9]{4}(?:-[0-9]{2})?)$`)
	ending   = regexp.MustCompile(`^(?i:bis|jusqu[’']en|until|to) ([0-9]{4}(?:-[0-9]{2})?)$`)
)

// periodNear returns how a period is written that somebody wrote in words, or with a dash.
func periodNear(s string) string {
	if m := spanned.FindStringSubmatch(s); m != nil {
		return "{from: " + m[1] + ", to: " + m[2] + "}"
	}
	if m := ongoing.FindStringSubmatch(s); m != nil {
		return "{from: " + m[1] + m[2] + ", to: ..}"
	}
	if m := starting.FindStringSubmatch(s); m != nil {
		return "{from: " + m[1] + "}"
	}
	if m := ending.FindStringSubmatch(s); m != nil {
		return "{to: " + m[1] + "}"
	}
	return ""
}

func isDay(s string) bool {
	_, err := edtf.ParseDay(s)
	return err == nil
}

func (d *desk) number(f *field.Field, v field.Value) {
	n, err := strconv.ParseFloat(v.Text, 64)
	limit := map[string]float64{"lat": 90, "lon": 180}[f.Key]
	switch {
	case err != nil || !numeral.MatchString(v.Text):
		d.report(rule.NumberForm.At(v.Span, "value", v.Text).Suggest(numberNear(v.Text)))
	case limit > 0 && (n > limit || n < -limit):
		bound := strconv.Itoa(int(limit))
		d.report(rule.NumberRange.At(v.Span, "value", v.Text, "min", "-"+bound, "max", bound))
	case limit == 0 && f.Key == "value" && grouped.MatchString(v.Text):
		d.report(rule.NumberGrouped.At(v.Span, "value", v.Text).Suggest(strings.Replace(v.Text, ".", "", 1)))
	}
}

// numberNear takes blanks and points between groups of three digits out and a
// comma for the decimal point, where that leaves a number.
func numberNear(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, s)
	if strings.Contains(s, ",") {
		s = strings.ReplaceAll(s, ".", "")
	} else if strings.Count(s, ".") > 1 {
		s = strings.ReplaceAll(s, ".", "")
	}
	s = strings.Replace(s, ",", ".", 1)
	if !numeral.MatchString(s) {
		return ""
	}
	return s
}

// name checks a name that becomes part of an address.
func (d *desk) name(v field.Value) {
	switch {
	case !field.IsID(v.Text):
		d.report(rule.NameForm.At(v.Span, "value", v.Text).Suggest(slug(v.Text)))
	case Reserved(v.Text):
		d.report(rule.ReservedName.At(v.Span, "name", v.Text))
	}
}

// fixedPages are the names that pages of every site have.
var fixedPages = []string{"index", "partnerships", "map", "glossary", "search", "my-pack", "feed", "404"}

// Reserved reports whether a name is that of a page which every site has.
func Reserved(name string) bool {
	number, ok := strings.CutPrefix(name, "index-")
	return slices.Contains(fixedPages, name) || ok && number != "" && strings.Trim(number, "0123456789") == ""
}

// slug makes a name of a text, "" where nothing is left.
func slug(s string) string { return suggest.Slug(strings.ReplaceAll(s, ".", "-")) }

// webAddress reports whether s is an absolute http or https address, else
// which one was probably meant.
func webAddress(s string) (near string, ok bool) {
	if isPlainAddress(s) {
		return "", true
	}
	return parsedAddress(s)
}

// isPlainAddress reports whether s is an address of the kind that nearly all are of: host and path of letters, digits and
// a few marks, in which nothing can be wrong.
func isPlainAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	path := false
	for i := range len(rest) {
		switch c := rest[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '-':
		case c == '/':
			path = true
		case path && (c == '_' || c == '~'):
		default:
			return false
		}
	}
	return ok && rest != "" && rest[0] != '/'
}

// parsedAddress is webAddress for addresses of any kind.
func parsedAddress(s string) (near string, ok bool) {
	u, err := url.Parse(s)
	if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r < ' ' || strings.ContainsRune(`"<>\`, r) }) {
		return "", true
	}
	s = strings.TrimSpace(s)
	for _, wrong := range []string{"https//", "http//", "https:/", "http:/", "htp://", "htps://", "htts://", "ttps://", "//"} {
		if rest, cut := strings.CutPrefix(s, wrong); cut && domain.MatchString(rest) {
			return "https://" + rest, false
		}
	}
	if domain.MatchString(s) && (strings.Contains(s, "/") || !hasFileName(s)) {
		return "https://" + s, false
	}
	return "", false
}

var mail = regexp.MustCompile(`^[^\s@<>(),;:"\[\]\\]+@[\pL\pN-]+(\.[\pL\pN-]+)*\.\pL{2,}$`)

func mailAddress(s string) (near string, ok bool) {
	if isPlainMail(s) || isMail(s) {
		return "", true
	}
	near = strings.TrimPrefix(strings.TrimSpace(s), "mailto:")
	for _, at := range []string{" (at) ", "(at)", "[at]", " at ", " @ ", "(a)", "{at}"} {
		near = strings.ReplaceAll(near, at, "@")
	}
	near = strings.ReplaceAll(strings.Trim(near, "<>"), " ", "")
	if near == s || !mail.MatchString(near) {
		return "", false
	}
	return near, false
}

func isMail(s string) bool {
	return mail.MatchString(s) && !strings.Contains(s, "..") && !strings.HasPrefix(s, ".") && !strings.Contains(s, ".@")
}

// isPlainMail reports whether s is an address of the kind that nearly all are of: words of letters, digits and hyphens with dots
// between them, in which nothing can be wrong.
func isPlainMail(s string) bool {
	local, host, _ := strings.Cut(s, "@")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && isDotted(local) && isDotted(host[:dot]) && len(host)-dot > 2 && strings.IndexFunc(host[dot+1:], notLetter) < 0
}

func notLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// isDotted reports whether s is words with a dot between each two.
func isDotted(s string) bool {
	word := false
	for i := range len(s) {
		c := s[i]
		if c == '.' && !word || c != '.' && c != '-' && !isDigit(c) && notLetter(rune(c)) {
			return false
		}
		word = c != '.'
	}
	return word
}

// isAlias reports whether s is the clean relative path of a page.
func isAlias(s string) bool {
	return strings.HasSuffix(s, ".html") && path.Base(s) != ".html" && path.Clean(s) == s && s[0] != '/' && !strings.HasPrefix(s, "..") &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`\:?#%*"<>|`, r) || r < ' ' })
}

func aliasNear(s string) string {
	s = strings.TrimSuffix(strings.TrimRight(s, "/"), ".html")
	if i := strings.LastIndexAny(s, "/\\"); i >= 0 {
		s = s[i+1:]
	}
	if s = slug(s); s == "" {
		return ""
	}
	return s + ".html"
}
