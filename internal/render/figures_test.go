package render

import (
	"strings"
	"testing"
)

// A chart is sorted below each total, and compares only what is counted in one unit.
func TestBars(t *testing.T) {
	rows := []figureRow{
		{Value: "5", number: 5}, {Value: "7", number: 7},
		{Value: "9", number: 9, Total: true}, {Value: "2", number: 2, Part: true}, {Value: "4", number: 4, Part: true},
		{Value: "1000", number: 1000, Unit: Text{Text: "€"}, Part: true}, {Value: "many"},
	}
	measure(rows)
	var values, widths []string
	for _, row := range bars(rows) {
		values, widths = append(values, row.Value), append(widths, row.Bar)
	}
	if got, want := strings.Join(values, " "), "7 5 9 1000 4 2 many"; got != want {
		t.Errorf("sorted: %s, want %s", got, want)
	}
	if got, want := strings.Join(widths, " "), "77.8 55.6 100.0 100.0 44.4 22.2 "; got != want {
		t.Errorf("widths: %s, want %s", got, want)
	}
}
