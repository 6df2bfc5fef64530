package config

import (
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

// An Interval is a span of time as review_interval states it: 90d, 26w, 6m, 1y.
type Interval struct {
	n    int  // from 1 to 9999
	unit byte // d, w, m or y
}

// ParseInterval reads an interval; false where it is none.
func ParseInterval(s string) (Interval, bool) {
	if len(s) < 2 || len(s) > 5 || s[0] < '1' || s[0] > '9' {
		return Interval{}, false
	}
	unit := s[len(s)-1]
	n, err := strconv.Atoi(s[:len(s)-1])
	switch unit {
	case 'd', 'w', 'm', 'y':
		return Interval{n, unit}, err == nil
	}
	return Interval{}, false
}

// Len returns how many of its units an interval lasts.
func (i Interval) Len() int { return i.n }

// Unit returns the unit of an interval: day, week, month or year.
func (i Interval) Unit() string {
	return map[byte]string{'d': "day", 'w': "week", 'm': "month", 'y': "year"}[i.unit]
}

// After returns the day on which the interval is over that begins on another.
// Months and years are those of the calendar; the day that a month lacks is one
// of the next month, as time.Time counts.
func (i Interval) After(day edtf.Day) edtf.Day {
	t := day.Time()
	switch i.unit {
	case 'w':
		t = t.AddDate(0, 0, 7*i.n)
	case 'm':
		t = t.AddDate(0, i.n, 0)
	case 'y':
		t = t.AddDate(i.n, 0, 0)
	default:
		t = t.AddDate(0, 0, i.n)
	}
	return edtf.DayOf(t)
}
