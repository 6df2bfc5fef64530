package locale

import (
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

// Date words a date with no more than is known of it: September 2015, Frühjahr
// 2016, um 2015, 1990er Jahre.
func (l *Locale) Date(d edtf.Date) string { return l.qualify(d, l.plain(d, "dates.")) }

// Day words a day: 1. November 2016.
func (l *Locale) Day(d edtf.Day) string { return l.Date(d.Date()) }

func (l *Locale) qualify(d edtf.Date, text string) string {
	if d.Approximate() {
		text = l.T("dates.about", "date", text)
	}
	if d.Uncertain() {
		text = l.T("dates.uncertain", "date", text)
	}
	return text
}

// plain words a date without what qualifies it, by the patterns below "dates."
// or, for days and seasons that follow a preposition, those below "definite.".
func (l *Locale) plain(d edtf.Date, patterns string) string {
	year := strconv.Itoa(d.Year())
	if d.Year() < 0 {
		year = "−" + year[1:]
	}
	switch d.Precision() {
	case edtf.Century:
		return l.T("dates.span", "from", year, "to", strconv.Itoa(d.Year()+99))
	case edtf.Decade:
		return l.T("dates.decade", "year", year)
	case edtf.Season:
		return l.T("dates.season", "season", l.words[patterns+"seasons"].list[d.Season()-edtf.Spring], "year", year)
	case edtf.Month:
		return l.T("dates.month", "month", l.month(d), "year", year)
	case edtf.Full:
		return l.T(patterns+"day", "day", l.day(d), "month", l.month(d), "year", year)
	}
	return year
}

func (l *Locale) month(d edtf.Date) string { return l.words["dates.months"].list[d.Month()-1] }

// day is the number of a day, of the first one as the language writes it.
func (l *Locale) day(d edtf.Date) string {
	if d.Day() == 1 {
		return l.T("dates.first")
	}
	return strconv.Itoa(d.Day())
}

// Period words a period as a sheet states it: one date, or from and to, of
// which each may be absent. Without to the end is not stated ("ab 2015"); with
// ".." it goes on ("seit 2015"). What can't be read as a date is shown as written.
func (l *Locale) Period(single, from, to string) string {
	switch {
	case single != "" && strings.Contains(single, "/"):
		from, to, _ = strings.Cut(single, "/")
	case single != "":
		return l.written(single)
	}
	start, errStart := edtf.Parse(from)
	end, errEnd := edtf.Parse(to)
	switch {
	case from == "" && to == "", from == ".." && to == "..":
		return ""
	case from == "" || from == "..":
		return l.edge("until", end, to, errEnd)
	case to == "..":
		return l.edge("since", start, from, errStart)
	case to == "":
		return l.edge("from", start, from, errStart)
	case errStart != nil || errEnd != nil:
		return l.T("dates.between", "from", l.written(from), "to", l.written(to))
	}
	return l.between(start, end)
}

func (l *Locale) written(s string) string {
	if d, err := edtf.Parse(s); err == nil {
		return l.Date(d)
	}
	return s
}

// edge words a period of which one end is known. After their prepositions,
// languages write days and seasons otherwise: "seit dem 12. September".
func (l *Locale) edge(key string, d edtf.Date, written string, err error) string {
	text := written
	switch {
	case err != nil:
	case d.Approximate():
		text = l.T("definite.about", "date", l.plain(d, "dates."))
	case key == "until" && d.Precision() == edtf.Full:
		return l.qualify(d, l.T("definite.until", "date", l.plain(d, "dates.")))
	default:
		text = l.plain(d, "definite.")
	}
	text = l.T("periods."+key, "date", text)
	if d.Uncertain() {
		text = l.T("dates.uncertain", "date", text)
	}
	return text
}

// between words a period with both ends, what they share only once.
func (l *Locale) between(a, b edtf.Date) string {
	plain := !a.Approximate() && !a.Uncertain() && !b.Approximate() && !b.Uncertain()
	switch {
	case a == b:
		return l.Date(a)
	case !plain || a.Precision() != b.Precision():
	case a.Precision() == edtf.Year:
		return l.T("dates.span", "from", strconv.Itoa(a.Year()), "to", strconv.Itoa(b.Year()))
	case a.Year() != b.Year():
	case a.Precision() == edtf.Month:
		return l.T("dates.month_span", "from", l.month(a), "to", l.month(b), "year", strconv.Itoa(a.Year()))
	case a.Precision() == edtf.Full && a.Month() == b.Month():
		return l.T("dates.day_span", "from", l.day(a), "to", l.day(b), "month", l.month(a), "year", strconv.Itoa(a.Year()))
	}
	return l.T("dates.between", "from", l.Date(a), "to", l.Date(b))
}
