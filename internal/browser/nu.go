package browser

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// nu is where make test puts the Nu HTML checker, beside this file's package.json.
const nu = "node_modules/vnu-jar/build/dist/vnu.jar"

// mistaken are messages of the checker that are not true of a site: it reads files, so that
// to its mind 'self' is nobody, and takes a block of data for a script; what policies refuse, pages say in Chromium.
// Properties that CSS has from SVG, and container queries, it does not know. Its quotation marks are any character here:
// where no locale is set, Java reads others than ASCII's from no command line.
const mistaken = `.*Content Security Policy.*|.*Property .(vector-effect|paint-order|container-type). doesn't exist.*|.*Unrecognized at-rule .@container..*`

// Nu returns what the Nu HTML checker finds in all pages, style sheets and drawings of a folder, in one
// run: path, line, message. Without it or without Java the test is left out, and says so; with CI=true it fails.
func Nu(t testing.TB, dir string) []string {
	t.Helper()
	withoutRace(t)
	_, file, _, _ := runtime.Caller(0)
	jar := filepath.Join(filepath.Dir(file), filepath.FromSlash(nu))
	java, err := exec.LookPath("java")
	if err == nil {
		_, err = os.Stat(jar)
	}
	switch {
	case err == nil:
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, exec.ErrNotFound):
		t.Fatal(err)
	case os.Getenv("CI") == "true":
		t.Fatal("there is no Nu HTML checker or no Java, and in CI no test of pages may be left out: make test installs them")
	default:
		t.Skip("HTML CHECK LEFT OUT: there is no Nu HTML checker or no Java; make test installs them")
	}
	command := exec.Command(java, "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout",
		"--skip-non-html", "--also-check-css", "--also-check-svg", "--filterpattern", mistaken, dir)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("the Nu HTML checker does not run: %v", err)
	}
	return messages(t, out, dir)
}

// messages reads the checker's JSON; see github.com/validator/validator/wiki/Output-»-JSON.
func messages(t testing.TB, out []byte, dir string) []string {
	t.Helper()
	var report struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine                    int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("the Nu HTML checker says %.300s: %v", out, err)
	}
	var found []string
	for _, m := range report.Messages {
		path := strings.TrimPrefix(strings.TrimPrefix(m.URL, "file:"), filepath.ToSlash(dir)+"/")
		found = append(found, fmt.Sprintf("%s:%d: %s: %s: %.120q", path, m.LastLine, m.Type, m.Message, m.Extract))
	}
	return found
}
