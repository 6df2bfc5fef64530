package plan

import (
	"crypto/sha256"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A Memory knows in which order titles were that are the same as before: to compare ten thousand of them as
// dictionaries do takes longer than all the rest of a plan. Its book is the program's own. A nil Memory knows nothing.
type Memory struct {
	Book   *cache.Book
	Shared cache.Sum // of all that titles are compared by, besides the program
}

// A row is what entries are sorted by.
type row struct {
	title, id string
	at        int // in the entries
}

// ordered returns the numbers of rows as sort leaves them, or as it left them when they were the same.
func (m *Memory) ordered(lang string, rows []row, sort func([]row)) []int {
	if m == nil {
		return numbers(rows, sort)
	}
	key := m.key(lang, rows)
	if data, ok := m.Book.Find(key); ok {
		if order, ok := readOrder(data, len(rows)); ok {
			return order
		}
	}
	order := numbers(rows, sort)
	b := make([]byte, 0, 3*len(order))
	for _, at := range order {
		b = wire.AppendInt(b, at)
	}
	m.Book.Add(key, string(b))
	return order
}

func numbers(rows []row, sort func([]row)) []int {
	sort(rows)
	order := make([]int, len(rows))
	for i, r := range rows {
		order[i] = r.at
	}
	return order
}

// readOrder reads an order of n rows; false unless each is in it once.
func readOrder(data string, n int) ([]int, bool) {
	r := wire.NewReader(data)
	order, seen := make([]int, n), make([]bool, n)
	for i := range order {
		at := r.Int()
		if at >= n || seen[at] {
			return nil, false
		}
		order[i], seen[at] = at, true
	}
	return order, r.Whole()
}

// key stands for rows and what they are compared by.
func (m *Memory) key(lang string, rows []row) cache.Sum {
	h := sha256.New()
	h.Write([]byte("order"))
	h.Write(m.Shared[:])
	b := wire.AppendText(nil, lang)
	h.Write(b)
	for i := range rows {
		b = wire.AppendText(wire.AppendText(b[:0], rows[i].title), rows[i].id)
		h.Write(b)
	}
	return cache.Sum(h.Sum(nil))
}
