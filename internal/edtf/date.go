// Package edtf reads dates and intervals as editors know them: not always to the
// day, not always for sure, sometimes only as a season or a decade.
//
// It covers levels 0 and 1 of the Extended Date/Time Format of the Library of
// Congress (specification of 4 February 2019, which is also part of ISO 8601-2),
// without times of day, which no field of a sheet has:
//
//	2016  2016-11  2016-11-01      year, month, day
//	2016-21 … 2016-24              spring, summer, autumn, winter
//	2016~  2016-11?  2016%         approximate, uncertain, both
//	199X  19XX  2016-XX  2016-11-XX  2016-XX-XX   digits nobody wrote down
//	-0044  Y170000002  Y-170000002 years before 0 and of more than four digits
//	2015/2016  2015/..  /2016      intervals, open or unknown at one end
//
// A Date is a span of days, from Earliest to Latest; dates are compared by these.
// All days are of the proleptic Gregorian calendar.
package edtf

import (
	"cmp"
	"fmt"
	"time"
)

// Precision says how much of a date is known.
type Precision uint8

// The precisions, from rough to fine. The zero value belongs to the zero Date.
const (
	Century Precision = iota + 1 // 19XX
	Decade                       // 199X
	Year                         // 2016, also 2016-XX and 2016-XX-XX
	Season                       // 2016-21
	Month                        // 2016-11, also 2016-11-XX
	Full                         // 2016-11-01
)

// The seasons of level 1, as they stand in the place of a month. They are taken as
// the northern, meteorological ones: spring begins on 1 March, and the winter of a
// year on 1 December of that year.
const (
	Spring = 21 + iota
	Summer
	Autumn
	Winter
)

// Date is one date. It is made by Parse; the zero Date is no date. Dates are
// comparable with ==, which distinguishes 2016 from 2016-XX.
type Date struct {
	year      int
	month     uint8 // 1–12, or a season, 21–24; 0 where there is none
	day       uint8 // 1–31; 0 where there is none
	precision Precision
	masked    uint8 // how many of the parts month and day are written XX
	qualifier byte  // '~', '?', '%' or 0
}

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d.precision == 0 }

// Precision returns how much of the date is known.
func (d Date) Precision() Precision { return d.precision }

// Year returns the year, of 199X and 19XX the first one.
func (d Date) Year() int { return d.year }

// Month returns the month from 1 to 12, or 0 where none is known.
func (d Date) Month() int {
	if d.precision < Month {
		return 0
	}
	return int(d.month)
}

// Season returns one of Spring, Summer, Autumn, Winter, or 0.
func (d Date) Season() int {
	if d.precision != Season {
		return 0
	}
	return int(d.month)
}

// Day returns the day of the month, or 0 where none is known.
func (d Date) Day() int { return int(d.day) }

// Approximate reports whether the date is marked by ~ or %.
func (d Date) Approximate() bool { return d.qualifier == '~' || d.qualifier == '%' }

// Uncertain reports whether the date is marked by ? or %.
func (d Date) Uncertain() bool { return d.qualifier == '?' || d.qualifier == '%' }

// Unspecified reports whether digits are written X.
func (d Date) Unspecified() bool {
	return d.masked > 0 || d.precision == Century || d.precision == Decade
}

// Earliest returns the first day that d can mean.
func (d Date) Earliest() Day {
	switch d.precision {
	case Season:
		return dayOf(d.year, d.firstMonth(), 1)
	case Month:
		return dayOf(d.year, int(d.month), 1)
	case Full:
		return dayOf(d.year, int(d.month), int(d.day))
	}
	return dayOf(d.year, 1, 1)
}

// Latest returns the last day that d can mean.
func (d Date) Latest() Day {
	switch d.precision {
	case Century:
		return dayOf(d.year+100, 1, 1) - 1
	case Decade:
		return dayOf(d.year+10, 1, 1) - 1
	case Season:
		return dayOf(d.year, d.firstMonth()+3, 1) - 1
	case Month:
		return dayOf(d.year, int(d.month)+1, 1) - 1
	case Full:
		return d.Earliest()
	}
	return dayOf(d.year+1, 1, 1) - 1
}

func (d Date) firstMonth() int { return 3 * (int(d.month) - Spring + 1) }

// Compare orders dates by their earliest day, then by their latest.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Earliest(), e.Earliest()), cmp.Compare(d.Latest(), e.Latest()))
}

// String returns the canonical form, which Parse reads as the same Date. Of the
// zero Date it is empty.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	s := d.yearString()
	switch {
	case d.masked == 1 && d.month > 0:
		s += fmt.Sprintf("-%02d-XX", d.month)
	case d.month > 0:
		s += fmt.Sprintf("-%02d", d.month)
	case d.masked == 1:
		s += "-XX"
	case d.masked == 2:
		s += "-XX-XX"
	}
	if d.day > 0 {
		s += fmt.Sprintf("-%02d", d.day)
	}
	if d.qualifier != 0 {
		s += string(rune(d.qualifier))
	}
	return s
}

func (d Date) yearString() string {
	switch y := d.year; {
	case d.precision == Century:
		return fmt.Sprintf("%02dXX", y/100)
	case d.precision == Decade:
		return fmt.Sprintf("%03dX", y/10)
	case y > 9999 || y < -9999:
		return fmt.Sprintf("Y%d", y)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	default:
		return fmt.Sprintf("%04d", y)
	}
}

// Day is a day of the Gregorian calendar, counted from 1970-01-01, so that days are
// compared and subtracted as numbers.
type Day int

const secondsPerDay = 24 * 60 * 60

// dayOf takes months beyond 12 as those of the following year, as time.Date does.
func dayOf(year, month, day int) Day {
	// Midnight UTC is a whole number of days from the epoch, also before it.
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// DayOf returns the day that t falls on in UTC.
func DayOf(t time.Time) Day {
	y, m, d := t.UTC().Date()
	return dayOf(y, int(m), d)
}

// Time returns the day's midnight in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// String returns the day as 2016-11-01.
func (d Day) String() string { return d.Date().String() }

// Date returns the day as a Date of full precision.
func (d Day) Date() Date {
	y, m, day := d.Time().Date()
	return Date{year: y, month: uint8(m), day: uint8(day), precision: Full}
}
