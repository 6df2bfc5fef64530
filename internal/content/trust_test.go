package content

import (
	"fmt"
	"os"
	"os/exec"
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

// TestVulnerabilities holds that a vulnerability that is known stops the pipeline, and that it says so where the database can't be
// reached, in the words of govulncheck.
func TestVulnerabilities(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct {
		says string
		code int
		want string
		ok   bool
	}{
		{"No vulnerabilities found.", 0, "No vulnerabilities found.", true},
		{"Your code is affected by 1 vulnerability.", 3, "affected by 1", false},
		{"govulncheck: loading packages: there are errors", 1, "loading packages", false},
		{"govulncheck: fetching vulnerabilities: Get \"https://vuln.go.dev/index/modules.json.gz\": dial tcp", 1, "NOT CHECKED", true},
	} {
		dir := t.TempDir()
		script := fmt.Sprintf("#!/bin/sh\n[ \"$1 $2\" = 'tool govulncheck' ] || exit 9\necho '%s'\nexit %d\n", test.says, test.code)
		if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
		c := exec.Command("make", "-C", "../..", "vulnerabilities")
		c.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"))
		out, err := c.CombinedOutput()
		if !strings.Contains(string(out), test.want) || (err == nil) != test.ok {
			t.Errorf("%s: %v\n%s", test.says, err, out)
		}
	}
}
