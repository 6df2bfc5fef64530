package edtf

import "fmt"

// Kind says what is wrong with a date, so that a caller can word it in its own
// language.
type Kind uint8

const (
	Empty       Kind = iota + 1 // nothing stands where a date should
	Syntax                      // not a date in any form we know
	German                      // 01.11.2016, 11.2016
	Slashed                     // 11/2016, 01/11/2016, 2016/11/01
	MissingZero                 // 2016-4, 2016-04-1
	MonthRange                  // 2016-13: no month from 01 to 12, no season from 21 to 24
	DayRange                    // 2016-02-30: the month has no such day
	YearDigits                  // a year of fewer or more than four digits, without Y
	Unspecified                 // X where level 1 has none: 1XXX, 199X-04, 2004-1X
	Misplaced                   // a qualifier that is not at the end, or a second one
	TimeOfDay                   // 2016-11-01T10:00
	LevelTwo                    // sets, exponents and seasons 25–41
	NotOne                      // an interval where one date is wanted
	NotInterval                 // one date where an interval is wanted, or two slashes
	Order                       // an interval that ends before it begins
	Incomplete                  // a date where a whole day is wanted: 2016-11
)

var kindNames = [...]string{
	Empty: "empty", Syntax: "syntax", German: "german", Slashed: "slashed", MissingZero: "missing-zero",
	MonthRange: "month-range", DayRange: "day-range", YearDigits: "year-digits", Unspecified: "unspecified",
	Misplaced: "misplaced", TimeOfDay: "time-of-day", LevelTwo: "level-two", NotOne: "not-one",
	NotInterval: "not-interval", Order: "order", Incomplete: "incomplete",
}

// String returns a short English name of the kind.
func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// Error is what Parse, ParseInterval and ParseDay return.
type Error struct {
	Kind       Kind
	Input      string // the whole text that was to be read
	Start, End int    // byte offsets in Input of the wrong part, half open
	Suggest    string // a form that can be read, where there is only one to mean; else empty
}

// Error returns an English sentence for logs and tests; readers get one worded by
// Kind.
func (e *Error) Error() string {
	s := fmt.Sprintf("edtf: %s in %q at %q", e.Kind, e.Input, e.Input[e.Start:e.End])
	if e.Suggest != "" {
		s += fmt.Sprintf(", perhaps %q", e.Suggest)
	}
	return s
}
