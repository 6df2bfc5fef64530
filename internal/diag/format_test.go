package diag

import (
	"fmt"
	"strings"
	"testing"
)

// TestFormat holds that placeholders are replaced as by strings.NewReplacer, and values are left as they are.
func TestFormat(t *testing.T) {
	args := []string{"a", "1", "ab", "{a}", "", "nothing", "a", "2", "odd"}
	for _, text := range []string{"", "a", "{a}", "{ab}{a}", "{b}", "{{a}}", "{a", "}{a}{", "{}", "x {a} y {ab} z", "{a}{odd}"} {
		var pairs []string
		for i := 0; i+1 < len(args); i += 2 {
			pairs = append(pairs, "{"+args[i]+"}", args[i+1])
		}
		want := strings.NewReplacer(pairs...).Replace(text)
		if got := (Text{EN: text}).Format("en", args...); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// TestWriteMany holds that findings are written in their order, however many there are.
func TestWriteMany(t *testing.T) {
	rule := &Rule{Name: "r", Message: Text{EN: "{n}"}}
	var ds []Diagnostic
	var want strings.Builder
	for i := range 10_000 {
		ds = append(ds, rule.At(Span{}, "n", fmt.Sprint(i)))
		fmt.Fprintf(&want, ".:1:1: error: %d [r]\n", i)
	}
	var b strings.Builder
	if err := WriteText(&b, ds, "en"); err != nil || b.String() != want.String() {
		t.Errorf("%v: %.200s", err, b.String())
	}
}
