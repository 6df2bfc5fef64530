package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// The files in .praxisblatt by which one run of the program knows what another found out.
// Each but the snapshots of catalogue and program, which have an end of their own, and the book, in which each result has a
// sum, begins with a line with the sum of the rest: a damaged file counts as an absent one.
const (
	snapshotName = "inputs"   // the files of the catalogue
	programName  = "program"  // the program that was run last
	recordName   = "findings" // what a visit found out
	stampsName   = "editions" // what PDFs were made of
	parsedName   = "parsed"   // beside it parsed-rests: what files were parsed to, what was found in sheets, orders, which practices are related, what scripts were bundled to, what is wrong with pictures
)

// recall reads what remember wrote; false where it is absent or damaged.
func recall(state, name string, to any) bool {
	data, err := cache.ReadFile(filepath.Join(state, name))
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
		_, err := io.WriteString(w, digest(text)+"\n")
		if err == nil {
			_, err = w.Write(text)
		}
		return err
	})
}

// readSnapshot returns the files of the last visit, nil where that is not known.
func readSnapshot(state string) *inputs.Snapshot {
	data, err := cache.ReadFile(filepath.Join(state, snapshotName))
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

// makerOf stands for who makes what is remembered in a folder: the running program there. What was made elsewhere and came along
// with the catalogue is not believed, since a folder can be forged but not where it will lie.
func makerOf(state string) (string, error) {
	sum, err := toolSum(state)
	return hash(sum, placeOf(state)), err
}

// placeOf tells a folder, which is made where it is absent, from all others; "" where the system can't.
func placeOf(state string) string {
	if os.MkdirAll(state, 0o755) != nil {
		return "" // where nothing can be kept, either
	}
	root, err := os.OpenRoot(state)
	if err != nil {
		return ""
	}
	defer root.Close()
	return output.Identity(root)
}

// toolSum is the sum of the running program: two may call themselves by the same version.
func toolSum(state string) (string, error) {
	running.once.Do(func() {
		path, err := os.Executable()
		if err == nil {
			running.sum, err = sumOfProgram(path, state)
		}
		running.err = err
	})
	return running.sum, running.err
}

var running struct {
	once sync.Once
	sum  string
	err  error
}

// sumOfProgram sums up a program, and remembers that as it does of the catalogue's files: to read the program takes longer
// than all else where nothing has changed.
func sumOfProgram(path, state string) (string, error) {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	defer root.Close()
	name, memory := filepath.Base(path), filepath.Join(state, programName)
	before, _ := cache.ReadFile(memory)
	s, err := inputs.Take(root, []string{name}, inputs.Parse(string(before)))
	if err != nil {
		return "", err
	}
	if s.Reads() > 0 {
		_ = cache.Replace(memory, s.Write) // else it is read again
	}
	_, sum, ok := s.File(name)
	if !ok {
		return "", fs.ErrNotExist
	}
	return hex.EncodeToString(sum[:]), nil
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
