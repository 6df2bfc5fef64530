package search

// Numbers of the index are written in printable letters, since files are JSON, and
// those of the same value always as the same letters, which compresses better
// than base64: digits of base [rest], the lowest first, as letters from the end of
// the alphabet, then one as a letter from its begin.
//
//	n < final                one letter, alphabet[n]
//	otherwise                alphabet[final + n mod rest], then n / rest
const (
	alphabet = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
	final    = 58
	rest     = len(alphabet) - final
)

// values are the places of letters in the alphabet; those of others are -1.
var values = func() (v [256]int16) {
	for i := range v {
		v[i] = -1
	}
	for i := range len(alphabet) {
		v[alphabet[i]] = int16(i)
	}
	return v
}()

// appendNumber writes a number that is not negative.
func appendNumber(data []byte, n int) []byte {
	for n >= final {
		n -= final
		data = append(data, alphabet[final+n%rest])
		n /= rest
	}
	return append(data, alphabet[n])
}

// appendPostings writes the steps from one document to the next, then the impacts.
func appendPostings(data []byte, docs []uint32, impacts []uint8) []byte {
	data = appendDocs(data, docs)
	for _, impact := range impacts {
		data = appendNumber(data, int(impact))
	}
	return data
}

func appendDocs(data []byte, docs []uint32) []byte {
	before := uint32(0)
	for _, doc := range docs {
		data = appendNumber(data, int(doc-before))
		before = doc
	}
	return data
}

// A decoder reads numbers from letters; it turns bad where they end too soon.
type decoder struct {
	data string
	bad  bool
}

func (r *decoder) number() int {
	n, scale := 0, 1
	for i := 0; i < len(r.data) && scale < 1<<40; i++ {
		v := int(values[r.data[i]])
		if v < 0 {
			break
		}
		if v < final {
			r.data = r.data[i+1:]
			return n + v*scale
		}
		n += v * scale
		scale *= rest
	}
	r.bad, r.data = true, ""
	return 0
}

func (r *decoder) text(n int) string {
	if n < 0 || n > len(r.data) {
		r.bad, r.data = true, ""
		return ""
	}
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

// docs reads so many documents that are given by the steps between them.
func (r *decoder) docs(n int) []uint32 {
	if n > len(r.data) {
		r.bad = true
		return nil
	}
	docs := make([]uint32, n)
	doc := 0
	for i := range docs {
		doc += r.number()
		docs[i] = uint32(doc)
	}
	return docs
}

// rest reads documents to the end.
func (r *decoder) rest() []uint32 {
	var docs []uint32
	doc := 0
	for len(r.data) > 0 {
		doc += r.number()
		docs = append(docs, uint32(doc))
	}
	return docs
}

func (r *decoder) postings(n int) *postings {
	p := &postings{docs: r.docs(n)}
	if n > len(r.data) {
		r.bad = true
	}
	if r.bad {
		return nil
	}
	p.impacts = make([]uint8, n)
	for i := range p.impacts {
		p.impacts[i] = uint8(r.number())
	}
	if r.bad {
		return nil
	}
	return p
}
