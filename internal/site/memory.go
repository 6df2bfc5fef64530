package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
)

// The files in .praxisblatt by which one run of the program knows what another found out.
// Each but the snapshot, which has an end of its own, and the book, in which each result has a
// sum, begins with a line with the sum of the rest: a damaged file counts as an absent one.
const (
	snapshotName = "inputs"   // the files of the catalogue
	recordName   = "findings" // what a visit found out
	stampsName   = "editions" // what PDFs were made of
	parsedName   = "parsed"   // beside it parsed-rests: what files were parsed to, what was found in sheets, orders, which practices are related
)

// recall reads what remember wrote; false where it is absent or damaged.
func recall(state, name string, to any) bool {
	data, err := os.ReadFile(filepath.Join(state, name))
	if err != nil {
		return false
	}
	sum, text, _ := strings.Cut(string(data), "\n")
	return sum == digest([]byte(text)) && json.Unmarshal([]byte(text), to) == nil
}

// remember keeps something for the next run.
func remember(state, name string, what any) error {
	text, err := json.Marshal(what)
	if err != nil {
		return err
	}
	return cache.Replace(filepath.Join(state, name), func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s\n%s", digest(text), text)
		return err
	})
}

// readSnapshot returns the files of the last visit, nil where that is not known.
func readSnapshot(state string) *inputs.Snapshot {
	data, err := os.ReadFile(filepath.Join(state, snapshotName))
	if err != nil {
		return nil
	}
	return inputs.Parse(string(data))
}

// keyOf stands for all that a catalogue's findings, pages and indexes depend on, but for flags:
// its files, the program and the day. It returns the files' sums, too.
func keyOf(o Options, tool string, seen *inputs.Snapshot) (string, inputs.Sums) {
	whole, sums := seen.Split("content/sheets")
	return hash(o.Version, tool, o.Now.String(), hex.EncodeToString(whole[:])), sums
}

// toolSum is the sum of the running program: two may call themselves by the same version.
var toolSum = sync.OnceValues(sumOfTool)

func sumOfTool() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// hash stands for several texts.
func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%q ", p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
