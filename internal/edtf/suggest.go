package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// dashes are those that a word processor made of hyphens.
var dashes = strings.NewReplacer("–", "-", "‐", "-", "‑", "-", "−", "-", ". ", ".")

// suggest returns the one date that s plainly means, or "". Three numbers are taken in
// the order of Europe, the day before the month; two digits for a year could be any
// century, and 2015/16 a school year, a month or a range, so they get none.
func suggest(s string) string {
	if s == "" || len(s) > maxLength {
		return ""
	}
	body, qualifier := cutQualifier(strings.TrimSpace(s))
	body = dashes.Replace(body)
	if i := strings.IndexByte(body, 'T'); i > 0 {
		body = body[:i]
	}
	n, sep := numbers(body)
	var candidate string
	switch {
	case n == nil:
		return ""
	case len(n) == 1 && len(n[0]) == 8 && qualifier == "":
		candidate = n[0][:4] + "-" + n[0][4:6] + "-" + n[0][6:]
	case len(n) == 1:
		candidate = n[0]
	case len(n) == 2 && len(n[0]) == 4 && len(n[1]) <= 2 && sep == "-":
		candidate = n[0] + "-" + pad(n[1])
	case len(n) == 2 && len(n[0]) <= 2 && len(n[1]) == 4:
		candidate = n[1] + "-" + pad(n[0])
	case len(n) == 3 && len(n[0]) == 4:
		candidate = n[0] + "-" + pad(n[1]) + "-" + pad(n[2])
	case len(n) == 3 && len(n[2]) == 4:
		candidate = n[2] + "-" + pad(n[1]) + "-" + pad(n[0])
	}
	candidate += qualifier
	if _, e := parse(candidate); e != nil || candidate == s {
		return ""
	}
	return candidate
}

func cutQualifier(s string) (body, qualifier string) {
	for _, approximate := range []string{"ca. ", "ca ", "c. ", "~"} {
		if rest, ok := strings.CutPrefix(s, approximate); ok {
			return strings.TrimSpace(rest), "~"
		}
	}
	if n := len(s); n > 0 && strings.IndexByte("~?%", s[n-1]) >= 0 {
		return strings.TrimSpace(s[:n-1]), s[n-1:]
	}
	return s, ""
}

// numbers splits s at its first separator, and all that are the same, into runs of
// digits. It returns nil where s has anything else in it.
func numbers(s string) (n []string, sep string) {
	sep = "-"
	if i := strings.IndexAny(s, "-./"); i >= 0 {
		sep = s[i : i+1]
	}
	n = strings.Split(s, sep)
	for _, digits := range n {
		if digits == "" || !consistsOf(digits, "") {
			return nil, ""
		}
	}
	return n, sep
}

func pad(digits string) string {
	if n, err := strconv.Atoi(digits); err == nil {
		return fmt.Sprintf("%02d", n)
	}
	return digits
}
