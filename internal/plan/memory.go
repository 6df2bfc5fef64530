package plan

import (
	"crypto/sha256"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A Memory knows in which order titles were that are the same as before, and which entries were related whose
// terms are: to sort ten thousand of them takes longer than all the rest of a plan. Its book is the program's own.
// A nil Memory knows nothing.
type Memory struct {
	Book   *cache.Book
	Shared cache.Sum // of all that titles are compared by, besides the program
}

// A row is what entries are sorted by.
type row struct {
	key, title, id string
	at             int // in the entries
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

// related returns the numbers of the relatives of all entries, or what they were when all had the same terms.
func (m *Memory) related(r *relations) [][]int {
	key := relatedKey(r.entries)
	if data, ok := m.Book.Find(key); ok {
		if related, ok := readRelated(data, len(r.entries)); ok {
			return related
		}
	}
	related := make([][]int, len(r.entries))
	parallel.Do(len(related), func(i int) { related[i] = r.find(i) })
	var b []byte
	for _, numbers := range related {
		b = wire.AppendInt(b, len(numbers))
		for _, i := range numbers {
			b = wire.AppendInt(b, i)
		}
	}
	m.Book.Add(key, string(b))
	return related
}

// readRelated reads the relatives of n entries; false where they can't be that.
func readRelated(data string, n int) ([][]int, bool) {
	r := wire.NewReader(data)
	related, room := make([][]int, n), make([]int, 0, n*maxRelated)
	for i := range related {
		count, from := r.Int(), len(room)
		if count > maxRelated {
			return nil, false
		}
		for range count {
			number := r.Int()
			if number >= n {
				return nil, false
			}
			room = append(room, number)
		}
		related[i] = room[from:len(room):len(room)]
	}
	return related, r.Whole()
}

// relatedKey stands for all that decides which entries are related: the terms of all, and which of
// them name each other.
func relatedKey(entries []*catalogue.Entry) cache.Sum {
	h := sha256.New()
	h.Write([]byte("related"))
	var b []byte
	for _, e := range entries {
		b = wire.AppendText(b[:0], e.ID)
		for _, keys := range [...][]string{e.Themes(), e.Places(), e.PartnerPlaces(), e.Audience()} {
			b = wire.AppendInt(b, len(keys))
			for _, key := range keys {
				b = wire.AppendText(b, key)
			}
		}
		b = wire.AppendInt(b, len(e.Relations))
		for _, r := range e.Relations {
			b = wire.AppendText(b, r.From.ID)
		}
		h.Write(b)
	}
	return cache.Sum(h.Sum(nil))
}
