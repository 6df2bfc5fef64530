package edtf

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in                string
		precision         Precision
		earliest, latest  string
		approx, uncertain bool
		unspecified       bool
	}{
		// The examples of the specification, levels 0 and 1.
		{"1985-04-12", Full, "1985-04-12", "1985-04-12", false, false, false},
		{"1985-04", Month, "1985-04-01", "1985-04-30", false, false, false},
		{"1985", Year, "1985-01-01", "1985-12-31", false, false, false},
		{"Y-170000002", Year, "Y-170000002-01-01", "Y-170000002-12-31", false, false, false},
		{"Y170000002", Year, "Y170000002-01-01", "Y170000002-12-31", false, false, false},
		{"2001-21", Season, "2001-03-01", "2001-05-31", false, false, false},
		{"1984?", Year, "1984-01-01", "1984-12-31", false, true, false},
		{"2004-06~", Month, "2004-06-01", "2004-06-30", true, false, false},
		{"2004-06-11%", Full, "2004-06-11", "2004-06-11", true, true, false},
		{"201X", Decade, "2010-01-01", "2019-12-31", false, false, true},
		{"20XX", Century, "2000-01-01", "2099-12-31", false, false, true},
		{"2004-XX", Year, "2004-01-01", "2004-12-31", false, false, true},
		{"1985-04-XX", Month, "1985-04-01", "1985-04-30", false, false, true},
		{"1985-XX-XX", Year, "1985-01-01", "1985-12-31", false, false, true},
		{"-1985", Year, "-1985-01-01", "-1985-12-31", false, false, false},
		// Ours.
		{"2016-22", Season, "2016-06-01", "2016-08-31", false, false, false},
		{"2016-23", Season, "2016-09-01", "2016-11-30", false, false, false},
		{"2015-24~", Season, "2015-12-01", "2016-02-29", true, false, false},
		{"2016-02-29", Full, "2016-02-29", "2016-02-29", false, false, false},
		{"2000-02", Month, "2000-02-01", "2000-02-29", false, false, false},
		{"2016-12", Month, "2016-12-01", "2016-12-31", false, false, false},
		{"199X?", Decade, "1990-01-01", "1999-12-31", false, true, true},
		{"0000", Year, "0000-01-01", "0000-12-31", false, false, false},
		{"-0044-03-15", Full, "-0044-03-15", "-0044-03-15", false, false, false},
	}
	for _, tt := range tests {
		d, err := Parse(tt.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.in, err)
			continue
		}
		if d.String() != tt.in {
			t.Errorf("Parse(%q).String() = %q", tt.in, d)
		}
		if d.Precision() != tt.precision {
			t.Errorf("Parse(%q).Precision() = %d, want %d", tt.in, d.Precision(), tt.precision)
		}
		if got := d.Earliest().String(); got != tt.earliest {
			t.Errorf("Parse(%q).Earliest() = %s, want %s", tt.in, got, tt.earliest)
		}
		if got := d.Latest().String(); got != tt.latest {
			t.Errorf("Parse(%q).Latest() = %s, want %s", tt.in, got, tt.latest)
		}
		if d.Approximate() != tt.approx || d.Uncertain() != tt.uncertain || d.Unspecified() != tt.unspecified {
			t.Errorf("Parse(%q): approximate %t, uncertain %t, unspecified %t", tt.in, d.Approximate(), d.Uncertain(), d.Unspecified())
		}
	}
}

func TestAccessors(t *testing.T) {
	tests := []struct {
		in                       string
		year, month, day, season int
	}{
		{"2016", 2016, 0, 0, 0},
		{"2016-11", 2016, 11, 0, 0},
		{"2016-11-01~", 2016, 11, 1, 0},
		{"2016-11-XX", 2016, 11, 0, 0},
		{"2016-XX", 2016, 0, 0, 0},
		{"2016-21", 2016, 0, 0, Spring},
		{"2016-24", 2016, 0, 0, Winter},
		{"19XX", 1900, 0, 0, 0},
		{"-0044", -44, 0, 0, 0},
	}
	for _, tt := range tests {
		d, err := Parse(tt.in)
		if err != nil || d.Year() != tt.year || d.Month() != tt.month || d.Day() != tt.day || d.Season() != tt.season {
			t.Errorf("Parse(%q) = year %d, month %d, day %d, season %d, %v", tt.in, d.Year(), d.Month(), d.Day(), d.Season(), err)
		}
	}
	if !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Error("the zero Date is not zero")
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		in      string
		kind    Kind
		part    string
		suggest string
	}{
		{"", Empty, "", ""},
		{"01.11.2016", German, "01.11.2016", "2016-11-01"},
		{"1.11.2016", German, "1.11.2016", "2016-11-01"},
		{"1. 11. 2016", German, "1. 11. 2016", "2016-11-01"},
		{"11.2016", German, "11.2016", "2016-11"},
		{"01.11.2016?", German, "01.11.2016?", "2016-11-01?"},
		{"01." + strings.Repeat(" ", maxLength) + "11.2016", Syntax, "01." + strings.Repeat(" ", maxLength) + "11.2016", ""},
		{"01.11.16", German, "01.11.16", ""},
		{"31.02.2016", German, "31.02.2016", ""},
		{"11/2016", Slashed, "11/2016", "2016-11"},
		{"01/11/2016", Slashed, "01/11/2016", "2016-11-01"},
		{"11/25/2016", Slashed, "11/25/2016", ""},
		{"2016/11/01", Slashed, "2016/11/01", "2016-11-01"},
		{"2015/16", Slashed, "2015/16", ""},
		{"2015/2016", NotOne, "2015/2016", ""},
		{"2015/..", NotOne, "2015/..", ""},
		{"2016-4", MissingZero, "4", "2016-04"},
		{"2016-4-1", MissingZero, "4", "2016-04-01"},
		{"2016-04-1", MissingZero, "1", "2016-04-01"},
		{"2016-13", MonthRange, "13", ""},
		{"2016-00", MonthRange, "00", ""},
		{"2016-20", MonthRange, "20", ""},
		{"2016-25", LevelTwo, "25", ""},
		{"2016-02-30", DayRange, "30", ""},
		{"2015-02-29", DayRange, "29", ""},
		{"2016-04-31", DayRange, "31", ""},
		{"2016-04-00", DayRange, "00", ""},
		{"2016-21-01", DayRange, "01", ""},
		{"16", YearDigits, "16", ""},
		{"20166", YearDigits, "20166", ""},
		{"Y2016", YearDigits, "Y2016", ""},
		{"Y1234567890", YearDigits, "Y1234567890", ""},
		{"-0000", YearDigits, "-0000", ""},
		{"1XXX", Unspecified, "1XXX", ""},
		{"XXXX", Unspecified, "XXXX", ""},
		{"1X9X", Unspecified, "1X9X", ""},
		{"199X-04", Unspecified, "04", ""},
		{"2004-1X", Unspecified, "1X", ""},
		{"2004-XX-01", Unspecified, "01", ""},
		{"2004?-06", Misplaced, "?", ""},
		{"2004-06??", Misplaced, "?", ""},
		{"~2015", Misplaced, "~", "2015~"},
		{"ca. 2015", Syntax, "ca. 2015", "2015~"},
		{"2016-11-01T10:00:00Z", TimeOfDay, "T10:00:00Z", "2016-11-01"},
		{"[1667,1668]", LevelTwo, "[1667,1668]", ""},
		{"Y17E7", LevelTwo, "Y17E7", ""},
		{"1950S2", LevelTwo, "1950S2", ""},
		{"September 2016", Syntax, "September 2016", ""},
		{"2016–04", Syntax, "2016–04", "2016-04"},
		{"20161101", YearDigits, "20161101", "2016-11-01"},
		{" 2016", Syntax, " 2016", "2016"},
		{"..", Syntax, "..", ""},
		{"-", Syntax, "-", ""},
		{"~", Syntax, "", ""},
		{"Y", Syntax, "Y", ""},
		{"2016-", Syntax, "", ""},
		{"2016-11-01-02", Syntax, "01-02", ""},
	}
	for _, tt := range tests {
		_, err := Parse(tt.in)
		checkError(t, "Parse", tt.in, err, tt.kind, tt.part, tt.suggest)
	}
}

func checkError(t *testing.T, name, in string, err error, kind Kind, part, suggest string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%s(%q): error %v, want %v", name, in, err, kind)
		return
	}
	if e.Kind != kind || e.Input != in || e.Input[e.Start:e.End] != part || e.Suggest != suggest {
		t.Errorf("%s(%q): %v, want %v at %q, suggesting %q", name, in, e, kind, part, suggest)
	}
}

func TestParseInterval(t *testing.T) {
	tests := []struct {
		in       string
		from, to Bound
	}{
		{"1964/2008", Known, Known},
		{"2004-06/2006-08", Known, Known},
		{"2004-02-01/2005-02-08", Known, Known},
		{"2004-02-01/2005-02", Known, Known},
		{"2004-02-01/2005", Known, Known},
		{"2005/2006-02", Known, Known},
		{"1985-04-12/..", Known, Open},
		{"../1985-04", Open, Known},
		{"1985/", Known, Unknown},
		{"/1985-04-12", Unknown, Known},
		{"1984~/2004-06", Known, Known},
		{"1984/2004-06~", Known, Known},
		{"1984?/2004%", Known, Known},
		{"2016-06/2016", Known, Known}, // ends later in the same year
		{"199X/1995", Known, Known},
	}
	for _, tt := range tests {
		v, err := ParseInterval(tt.in)
		if err != nil || v.FromBound != tt.from || v.ToBound != tt.to || v.String() != tt.in {
			t.Errorf("ParseInterval(%q) = %+v, %v", tt.in, v, err)
		}
	}
}

func TestParseIntervalErrors(t *testing.T) {
	tests := []struct {
		in      string
		kind    Kind
		part    string
		suggest string
	}{
		{"", Empty, "", ""},
		{"/", Empty, "/", ""},
		{"../..", Empty, "../..", ""},
		{"2016", NotInterval, "2016", ""},
		{"2016/2017/2018", NotInterval, "2016/2017/2018", ""},
		{"2016/2015", Order, "2016/2015", ""},
		{"2016-11-02/2016-11-01", Order, "2016-11-02/2016-11-01", ""},
		{"2015/16", YearDigits, "16", ""},
		{"11/2016", YearDigits, "11", "2016-11"},
		{"2015-06/2016-13", MonthRange, "13", ""},
		{"2015/01.11.2016", German, "01.11.2016", ""},
	}
	for _, tt := range tests {
		_, err := ParseInterval(tt.in)
		checkError(t, "ParseInterval", tt.in, err, tt.kind, tt.part, tt.suggest)
	}
}

func TestParseDay(t *testing.T) {
	day, err := ParseDay("2027-06-30")
	want := time.Date(2027, 6, 30, 0, 0, 0, 0, time.UTC)
	if err != nil || !day.Time().Equal(want) || day.String() != "2027-06-30" || DayOf(want.Add(23*time.Hour)) != day {
		t.Errorf("ParseDay = %v, %v", day, err)
	}
	if day, err := ParseDay("1969-12-31"); err != nil || day != -1 {
		t.Errorf("ParseDay(1969-12-31) = %d, %v", day, err)
	}
	for _, in := range []string{"2027-06", "2027", "2027-06-30~", "2027-06-XX"} {
		_, err := ParseDay(in)
		checkError(t, "ParseDay", in, err, Incomplete, in, "")
	}
	_, err = ParseDay("30.06.2027")
	checkError(t, "ParseDay", "30.06.2027", err, German, "30.06.2027", "2027-06-30")
}

func TestCompare(t *testing.T) {
	// Each is before the next one; the same first day goes by the last.
	order := []string{"-0044", "19XX", "199X", "1999", "2015-24", "2016-01-01", "2016-01", "2016", "2016-21", "2016-11-01", "2017", "Y20170"}
	for i, a := range order[1:] {
		x, err1 := Parse(order[i])
		y, err2 := Parse(a)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if x.Compare(y) >= 0 || y.Compare(x) <= 0 || x.Compare(x) != 0 {
			t.Errorf("Compare(%s, %s) = %d", x, y, x.Compare(y))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2016-11-01~", "Y-170000002", "199X", "2004-XX-XX", "2015-24?", "1984~/2004-06", "../2016", "01.11.2016", "2016–4", "~", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err == nil {
			again, err := Parse(d.String())
			if err != nil || again != d {
				t.Errorf("Parse(%q) = %v, which reads as %v, %v", s, d, again, err)
			}
			if d.Earliest() > d.Latest() {
				t.Errorf("Parse(%q) spans %d to %d", s, d.Earliest(), d.Latest())
			}
		} else {
			checkFuzzError(t, s, err)
		}
		v, err := ParseInterval(s)
		if err == nil {
			if again, err := ParseInterval(v.String()); err != nil || again != v {
				t.Errorf("ParseInterval(%q) = %v, which reads as %v, %v", s, v, again, err)
			}
		} else {
			checkFuzzError(t, s, err)
		}
	})
}

func checkFuzzError(t *testing.T, s string, err error) {
	var e *Error
	if !errors.As(err, &e) || e.Start < 0 || e.Start > e.End || e.End > len(s) || e.Error() == "" {
		t.Fatalf("%q: error %#v", s, err)
	}
	if e.Suggest == "" {
		return
	}
	if d, err := Parse(e.Suggest); err != nil || d.String() != e.Suggest {
		t.Errorf("%q: suggestion %q is read as %v, %v", s, e.Suggest, d, err)
	}
}
