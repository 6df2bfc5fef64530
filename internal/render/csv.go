package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendCells adds cells of a row that goes on behind them.
func appendCells(b []byte, cells ...string) []byte {
	for _, cell := range cells {
		b = append(appendCell(b, cell), ',')
	}
	return b
}

// appendCell adds a harmless cell as encoding/csv writes it with UseCRLF, in a fifth of its time: it looks at each cell
// several times, and rows would have to be lists of texts.
func appendCell(b []byte, cell string) []byte {
	cell = disarmed(cell)
	if !needsQuotes(cell) {
		return append(b, cell...)
	}
	b = append(b, '"')
	for i := range len(cell) {
		switch c := cell[i]; c {
		case '"':
			b = append(b, `""`...)
		case '\n':
			b = append(b, "\r\n"...)
		case '\r': // encoding/csv leaves it out
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// disarmed is a cell with an apostrophe before all that a spreadsheet would take for a formula. Excel in German or French parts cells
// at semicolons, whatever quotation marks say, so one may begin in the middle of ours.
// See owasp.org/www-community/attacks/CSV_Injection.
func disarmed(cell string) string {
	if cell == "" || !isFormula(cell) && !strings.ContainsAny(cell, ";\t\r\n\"") {
		return cell
	}
	var b strings.Builder
	begins := true
	for rest := cell; rest != ""; {
		c, n := utf8.DecodeRuneInString(rest)
		if begins && isFormula(rest) || len(rest) == len(cell) && strings.ContainsRune("\t\r\n", c) {
			b.WriteByte('\'')
		}
		begins = strings.ContainsRune(";\t\r\n", c) || begins && c == '"'
		b.WriteString(rest[:n])
		rest = rest[n:]
	}
	return b.String()
}

// isFormula reports whether a text begins as formulas do, in full width too.
func isFormula(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("=+-@＝＋－＠", c)
}

// needsQuotes reports whether encoding/csv quotes a cell.
func needsQuotes(cell string) bool {
	if cell == "" {
		return false
	}
	if cell == `\.` || special(cell) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return unicode.IsSpace(first)
}

// special reports whether a cell holds what rows are written with.
func special(cell string) bool {
	for i := range len(cell) {
		switch cell[i] {
		case ',', '"', '\r', '\n':
			return true
		}
	}
	return false
}
