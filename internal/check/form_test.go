package check

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPlainAddress holds that what is seen to be an address without being parsed is one.
func TestPlainAddress(t *testing.T) {
	for s, plain := range map[string]bool{
		"https://example.org": true, "http://a/b_c~d/../": true, "https://": false, "https:///a": false, "ftp://a": false, "https://a_b.de": false,
		"https://a:1/": false, "https://a?b": false, "": false, "https": false, "https://-": true,
	} {
		if isPlainAddress(s) != plain {
			t.Errorf("%q: %v", s, !plain)
		}
	}
	pieces := []string{"https://", "http://", "/", "//", "a", "B", "0", ".", "..", "-", "_", "~", ":", "%", " ", "ä", "@", "[", "xn--", ":80", "#", "?"}
	random, seen := rand.New(rand.NewPCG(1, 2)), 0
	for range 20000 {
		s := "https://"
		for range random.IntN(6) {
			s += pieces[random.IntN(len(pieces))]
		}
		if !isPlainAddress(s) {
			continue
		}
		seen++
		if near, ok := parsedAddress(s); !ok || near != "" || strings.ContainsAny(s, " @%") {
			t.Errorf("%q is no address", s)
		}
	}
	if seen < 1000 {
		t.Errorf("only %d are plain", seen)
	}
}

// TestPlainForms holds that what is seen to be right without an expression matches it.
func TestPlainForms(t *testing.T) {
	pieces := []string{"@", "a", "Bc", "0", ".", "..", "-", "de", "+", "+49", " ", "718", "(", "ä", "–", "/", "_"}
	random, mails, phones := rand.New(rand.NewPCG(1, 2)), 0, 0
	for range 100000 {
		s := ""
		for range random.IntN(7) {
			s += pieces[random.IntN(len(pieces))]
		}
		if address := "a" + s + ".de"; isPlainMail(address) {
			if mails++; !isMail(address) {
				t.Errorf("%q is no address", address)
			}
		}
		if isPlainPhone(s) {
			if phones++; !phone.MatchString(s) {
				t.Errorf("%q is no number", s)
			}
		}
	}
	if mails < 100 || phones < 1000 {
		t.Errorf("only %d and %d are plain", mails, phones)
	}
	for s, plain := range map[string]bool{"a.b-c@d.e-f.org": true, "a@b.c": false, "a@b": false, "@b.de": false, "a.@b.de": false, "a@.de": false, "a@b@c.de": false, "a@b.d1": false} {
		if isPlainMail(s) != plain {
			t.Errorf("%q: %v", s, !plain)
		}
	}
}
