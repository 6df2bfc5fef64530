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
	if isFormula(cell) {
		cell = "'" + cell
	}
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

// isFormula reports whether a spreadsheet would take a cell for a formula, unless an apostrophe stands before it.
// See owasp.org/www-community/attacks/CSV_Injection.
func isFormula(cell string) bool { return cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 }

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
