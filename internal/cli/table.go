package cli

import (
	"fmt"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// A colour is a terminal's escape sequence.
type colour string

const (
	red    colour = "\x1b[31m"
	yellow colour = "\x1b[33m"
	plain  colour = "\x1b[0m"
)

// A cell is a text of a table. Its colour only repeats what the text says.
type cell struct {
	text   string
	colour colour
}

// A table has columns as wide as their longest text.
type table struct {
	head []string
	rows [][]cell
}

// leastWidth is what a first column keeps of its texts, in columns.
const leastWidth = 16

// print writes the table. On a terminal that is too narrow for it, the texts
// of the first column are cut: the others are short.
func (t table) print(c console) error {
	width := make([]int, len(t.head))
	for i, h := range t.head {
		width[i] = len([]rune(h))
	}
	for _, r := range t.rows {
		for i, cell := range r {
			r[i].text = diag.Visible(cell.text)
			width[i] = max(width[i], len([]rune(r[i].text)))
		}
	}
	total := 2 * (len(width) - 1)
	for _, w := range width {
		total += w
	}
	if c.columns > 0 && total > c.columns {
		width[0] = min(width[0], max(width[0]-(total-c.columns), leastWidth))
	}
	head := make([]cell, len(t.head))
	for i, h := range t.head {
		head[i].text = h
	}
	for _, r := range append([][]cell{head}, t.rows...) {
		if _, err := fmt.Fprintln(c.out, line(r, width, c.colour)); err != nil {
			return err
		}
	}
	return nil
}

func line(cells []cell, width []int, coloured bool) string {
	var b strings.Builder
	blanks := 0
	for i, c := range cells {
		text := cut(c.text, width[i])
		n := len([]rune(text))
		if text != "" {
			b.WriteString(strings.Repeat(" ", blanks)) // none at the end of a line
			blanks = 0
		}
		if coloured && c.colour != "" {
			text = string(c.colour) + text + string(plain)
		}
		b.WriteString(text)
		blanks += width[i] - n + 2
	}
	return b.String()
}

// cut shortens a text to a width, with an ellipsis.
func cut(s string, width int) string {
	r := []rune(s)
	if len(r) <= width {
		return s
	}
	return string(r[:width-1]) + "…"
}
