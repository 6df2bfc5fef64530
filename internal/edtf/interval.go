package edtf

import "strings"

// Bound says what is known of one end of an interval.
type Bound uint8

const (
	Known   Bound = iota // a date
	Open                 // "..": it has no end, or goes on
	Unknown              // empty: it has one that nobody wrote down
)

// Interval is a span of time between two dates. From or To is the zero Date where its
// bound is not Known.
type Interval struct {
	From, To           Date
	FromBound, ToBound Bound
}

// ParseInterval reads two dates with a slash between them, of which one may be open or
// unknown. An error is always an *Error.
func ParseInterval(s string) (Interval, error) {
	a, b, found := strings.Cut(s, "/")
	whole := part{s, 0}
	var (
		v Interval
		e *Error
	)
	switch {
	case s == "":
		e = whole.fail(Empty)
	case !found || strings.Contains(b, "/"):
		e = whole.fail(NotInterval)
	default:
		if v.From, v.FromBound, e = end(part{a, 0}); e == nil {
			v.To, v.ToBound, e = end(part{b, len(a) + 1})
		}
		switch {
		case e != nil:
		case v.FromBound != Known && v.ToBound != Known:
			e = whole.fail(Empty)
		case v.FromBound == Known && v.ToBound == Known && v.From.Earliest() > v.To.Latest():
			e = whole.fail(Order)
		}
	}
	if e != nil {
		e.Input = s
		// 11/2016 is more likely a month than an interval.
		e.Suggest = suggest(s)
		return Interval{}, e
	}
	return v, nil
}

func end(p part) (Date, Bound, *Error) {
	switch p.text {
	case "":
		return Date{}, Unknown, nil
	case "..":
		return Date{}, Open, nil
	}
	d, e := parse(p.text)
	if e != nil {
		e.Start, e.End = e.Start+p.start, e.End+p.start
	}
	return d, Known, e
}

// String returns the canonical form, which ParseInterval reads as the same Interval.
func (v Interval) String() string {
	return endString(v.From, v.FromBound) + "/" + endString(v.To, v.ToBound)
}

func endString(d Date, b Bound) string {
	if b == Open {
		return ".."
	}
	return d.String() // empty where unknown
}
