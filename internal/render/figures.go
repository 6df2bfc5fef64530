package render

import (
	"cmp"
	"slices"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// figures are the numbers of the outcome, as a chart and as a table.
func (c *context) figures(s *sheet.Sheet) []block {
	var rows []figureRow
	part := false
	for _, f := range s.Figures {
		if !f.Value.Stated() && !f.Label.Stated() {
			continue
		}
		row := figureRow{Label: c.text(f.Label), Value: c.Number(f.Value.Text), Unit: c.text(f.Unit), Total: f.Total.Text == "true"}
		row.Part = part && !row.Total
		part = part || row.Total
		if n, err := strconv.ParseFloat(f.Value.Text, 64); err == nil {
			row.number = n
		}
		rows = append(rows, row)
	}
	if rows == nil {
		return nil
	}
	measure(rows)
	return []block{{Figures: rows, Bars: bars(rows)}}
}

// measure gives the rows their bars: only what is counted in one unit can be compared.
func measure(rows []figureRow) {
	largest := map[string]float64{}
	for _, row := range rows {
		largest[row.Unit.Text] = max(largest[row.Unit.Text], row.number)
	}
	for i, row := range rows {
		if row.number > 0 {
			rows[i].Bar = strconv.FormatFloat(row.number/largest[row.Unit.Text]*100, 'f', 1, 64)
		}
	}
}

// bars sorts the rows by their numbers, the largest first, below each total those that it is the sum of.
func bars(rows []figureRow) []figureRow {
	sorted := slices.Clone(rows)
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && !sorted[to].Total {
			to++
		}
		group := sorted[from:to]
		if group[0].Total {
			group = group[1:]
		}
		slices.SortStableFunc(group, func(a, b figureRow) int { return cmp.Compare(b.number, a.number) })
		from = to
	}
	return sorted
}
