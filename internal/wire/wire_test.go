package wire

import (
	"math"
	"testing"
)

func TestRest(t *testing.T) {
	r := NewReader(string(AppendText(AppendInt(nil, 7), "rest")))
	if r.Int() != 7 || r.Whole() || r.Rest() != "\x04rest" || !r.Whole() || r.Rest() != "" {
		t.Error("the rest is another")
	}
}

func TestRoundTrip(t *testing.T) {
	var b []byte
	numbers := []int{0, 1, 127, 128, 1 << 20, math.MaxInt32, 1<<55 - 1}
	texts := []string{"", "a", "\x00\xff", "größer"}
	for _, n := range numbers {
		b = AppendInt(b, n)
	}
	for _, s := range texts {
		b = AppendText(b, s)
	}
	b = AppendBool(AppendBool(b, true), false)
	b = AppendApart(b, func(b []byte) []byte { return AppendText(AppendApart(b, func(b []byte) []byte { return b }), "inside") })
	r := NewReader(string(b))
	for _, n := range numbers {
		if got := r.Int(); got != n {
			t.Errorf("%d, not %d", got, n)
		}
	}
	for _, s := range texts {
		if got := r.Text(); got != s {
			t.Errorf("%q, not %q", got, s)
		}
	}
	if !r.Bool() || r.Bool() {
		t.Error("not all is as it was written")
	}
	apart := NewReader(r.Text())
	if apart.Text() != "" || apart.Text() != "inside" || !apart.Whole() || !r.Whole() {
		t.Error("what was written apart is another")
	}
}

// TestDamaged holds that what is missing or too long is noticed.
func TestDamaged(t *testing.T) {
	for name, read := range map[string]func(r *Reader){
		"\x05abc": func(r *Reader) { r.Text() },
		"\x05":    func(r *Reader) { r.Count() },
		"\x80":    func(r *Reader) { r.Int() },
		"":        func(r *Reader) { r.Int() },
		"ab":      func(r *Reader) { r.Int() },
		"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01": func(r *Reader) { r.Text() },
	} {
		r := NewReader(name)
		if read(r); r.Whole() {
			t.Errorf("%q is read as whole", name)
		}
		if r.Text() != "" && name != "ab" {
			t.Errorf("%q: something is read after the fault", name)
		}
	}
}

func TestEight(t *testing.T) {
	if n := Eight("\x01\x02\x03\x04\x05\x06\x07\xf8and more"); n != 0xf807060504030201 {
		t.Errorf("%x", n)
	}
}
