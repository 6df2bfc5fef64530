package cli

import (
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

// reviewDue returns the day on which a sheet is to be confirmed again: when it
// was last, and review_interval of site.yaml after that.
func reviewDue(e *catalogue.Entry, s *config.Site) (edtf.Day, bool) {
	last, err := edtf.ParseDay(e.Original.Reviewed.Text)
	interval := s.ReviewInterval.Text
	if err != nil || len(interval) < 2 {
		return 0, false
	}
	unit := interval[len(interval)-1]
	n, err := strconv.Atoi(interval[:len(interval)-1])
	if err != nil || n < 1 || n > 9999 {
		return 0, false
	}
	day := last.Time()
	switch unit {
	case 'd':
		day = day.AddDate(0, 0, n)
	case 'w':
		day = day.AddDate(0, 0, 7*n)
	case 'm':
		day = day.AddDate(0, n, 0)
	case 'y':
		day = day.AddDate(n, 0, 0)
	default:
		return 0, false
	}
	return edtf.DayOf(day), true
}
