package edtf

import (
	"strconv"
	"strings"
)

// Parse reads one date. An error is always an *Error.
func Parse(s string) (Date, error) {
	d, e := parse(s)
	if e != nil {
		e.Input, e.Suggest = s, suggest(s)
		return Date{}, e
	}
	return d, nil
}

// ParseDay reads a date that is known to the day and not qualified, such as
// 2016-11-01. An error is always an *Error.
func ParseDay(s string) (Day, error) {
	d, err := Parse(s)
	if err != nil {
		return 0, err
	}
	if d.precision != Full || d.qualifier != 0 {
		return 0, &Error{Kind: Incomplete, Input: s, End: len(s)}
	}
	return d.Earliest(), nil
}

// maxLength is more than any date or interval needs; what is longer is not looked at.
const maxLength = 64

// maxYearDigits keeps years far inside what package time counts in.
const maxYearDigits = 9

// part is a piece of the input that knows where it stands.
type part struct {
	text  string
	start int
}

func (p part) end() int { return p.start + len(p.text) }

func (p part) fail(k Kind) *Error { return &Error{Kind: k, Start: p.start, End: p.end()} }

// cut splits p at the first sep that is not p's first byte, which may be the sign of
// a year.
func (p part) cut(sep byte) (before, after part, found bool) {
	if len(p.text) > 1 {
		if i := strings.IndexByte(p.text[1:], sep); i >= 0 {
			i++
			return part{p.text[:i], p.start}, part{p.text[i+1:], p.start + i + 1}, true
		}
	}
	return p, part{start: p.end()}, false
}

// parse leaves Input and Suggest to its caller.
func parse(s string) (Date, *Error) {
	whole := part{s, 0}
	switch {
	case s == "":
		return Date{}, whole.fail(Empty)
	case len(s) > maxLength:
		return Date{}, whole.fail(Syntax)
	}
	if e := foreign(whole); e != nil {
		return Date{}, e
	}
	body, d := whole, Date{}
	if last := s[len(s)-1]; strings.IndexByte("~?%", last) >= 0 {
		d.qualifier = last
		body.text = s[:len(s)-1]
	}
	if i := strings.IndexAny(body.text, "~?%"); i >= 0 {
		return Date{}, part{s[i : i+1], i}.fail(Misplaced)
	}
	year, rest, hasMonth := body.cut('-')
	if s[0] == 'Y' {
		year, hasMonth = body, false
	}
	month, day, hasDay := rest.cut('-')
	if e := d.setYear(year); e != nil {
		return Date{}, e
	}
	if hasMonth {
		if e := d.setMonth(month); e != nil {
			return Date{}, e
		}
	}
	if hasDay {
		if e := d.setDay(day); e != nil {
			return Date{}, e
		}
	}
	return d, nil
}

// foreign names the forms that are no EDTF, or none of level 1, by the characters
// that give them away.
func foreign(p part) *Error {
	s := p.text
	time := strings.IndexByte(s, 'T')
	switch {
	case strings.Contains(s, ".") && consistsOf(s, ". ~?%") && s != "..":
		return p.fail(German)
	case strings.ContainsAny(s, "[]{}") || strings.ContainsAny(s, "ES") && consistsOf(s, "YES-"):
		return p.fail(LevelTwo)
	case strings.Contains(s, "/"):
		if a, b, _ := strings.Cut(s, "/"); isEnd(a) && isEnd(b) {
			return p.fail(NotOne)
		}
		return p.fail(Slashed)
	case time > 0 && consistsOf(s[:time], "-"):
		return part{s[time:], time}.fail(TimeOfDay)
	}
	return nil
}

// consistsOf reports whether s has nothing but digits and the bytes of others.
func consistsOf(s, others string) bool { return strings.Trim(s, "0123456789"+others) == "" }

func isEnd(s string) bool {
	if s == "" || s == ".." {
		return true
	}
	_, e := parse(s)
	return e == nil
}

func (d *Date) setYear(p part) *Error {
	digits, negative := strings.CutPrefix(strings.TrimPrefix(p.text, "Y"), "-")
	known := strings.TrimRight(digits, "X")
	masked := len(digits) - len(known)
	switch {
	case strings.Contains(known, "X"):
		return p.fail(Unspecified)
	case !consistsOf(known, "") || digits == "":
		return p.fail(Syntax)
	case p.text[0] == 'Y':
		// A prefix for a year of four digits would be a second way to write it.
		if masked > 0 || len(digits) < 5 || len(digits) > maxYearDigits || digits[0] == '0' {
			return p.fail(YearDigits)
		}
	case len(digits) != 4 || p.text == "-0000":
		return p.fail(YearDigits)
	case masked > 2 || masked > 0 && negative:
		return p.fail(Unspecified)
	}
	d.precision = Year - Precision(masked)
	d.year, _ = strconv.Atoi(known + strings.Repeat("0", masked)) // nine digits at most
	if negative {
		d.year = -d.year
	}
	return nil
}

func (d *Date) setMonth(p part) *Error {
	if d.precision < Year {
		return p.fail(Unspecified)
	}
	if p.text == "XX" {
		d.masked++
		return nil
	}
	n, e := twoDigits(p)
	if e != nil {
		return e
	}
	switch {
	case n >= 1 && n <= 12:
		d.precision = Month
	case n >= Spring && n <= Winter:
		d.precision = Season
	case n > Winter && n <= 41:
		return p.fail(LevelTwo)
	default:
		return p.fail(MonthRange)
	}
	d.month = uint8(n)
	return nil
}

func (d *Date) setDay(p part) *Error {
	if p.text == "XX" && d.precision != Season {
		d.masked++
		return nil
	}
	n, e := twoDigits(p)
	switch {
	case e != nil:
		return e
	case d.masked > 0:
		return p.fail(Unspecified)
	case d.precision == Season || n < 1 || dayOf(d.year, int(d.month), n) >= dayOf(d.year, int(d.month)+1, 1):
		return p.fail(DayRange)
	}
	d.day, d.precision = uint8(n), Full
	return nil
}

func twoDigits(p part) (int, *Error) {
	switch rest := strings.Trim(p.text, "0123456789"); {
	case rest == "" && len(p.text) == 2:
		n, _ := strconv.Atoi(p.text) // two digits
		return n, nil
	case rest == "" && len(p.text) == 1:
		return 0, p.fail(MissingZero)
	case strings.Trim(rest, "X") == "" && rest != "":
		return 0, p.fail(Unspecified)
	}
	return 0, p.fail(Syntax)
}
