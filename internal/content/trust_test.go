package content

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTrust holds that internal/TRUST.md names tests that there are.
func TestTrust(t *testing.T) {
	text, err := os.ReadFile("../TRUST.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if len(cells) != 2 || cells[0] == "promise" || strings.HasPrefix(cells[0], "---") {
			continue
		}
		rows++
		for name := range strings.FieldsSeq(cells[1]) {
			if strings.HasSuffix(name, ".txtar") {
				if _, err := os.Stat("../" + name); err != nil {
					t.Error(err)
				}
			} else if room, test, _ := strings.Cut(name, "."); !hasTest(t, room, test) {
				t.Errorf("%s has no test %s", room, test)
			}
		}
	}
	if rows < 15 {
		t.Errorf("only %d rows were read", rows)
	}
}

// hasTest reports whether a room has a test whose name matches.
func hasTest(t *testing.T, room, name string) bool {
	t.Helper()
	files, err := filepath.Glob("../" + room + "/*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	test := regexp.MustCompile(`(?m)^func ` + name + `\(`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if test.Match(text) {
			return true
		}
	}
	return false
}

// TestParsersAreFuzzed holds that every room which reads what others wrote has a fuzz target.
func TestParsersAreFuzzed(t *testing.T) {
	for _, room := range strings.Fields(`accept cache config design edtf fasttemplate format inputs locale markdown output picture poster search search/analyze sheet typeset vocab yamlnode`) {
		if !hasTest(t, room, `Fuzz\w+`) {
			t.Errorf("%s has no fuzz target", room)
		}
	}
}

// TestPipeline holds that what runs before a change lands looks for vulnerabilities and feeds the
// parsers for a time that is bounded.
func TestPipeline(t *testing.T) {
	text, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`make test`, `make vulnerabilities`, `make fuzz FUZZTIME=\d+s`} {
		if !regexp.MustCompile(`(?m)^` + line + `$`).Match(text) {
			t.Errorf(".ci/run does not %s", line)
		}
	}
}
