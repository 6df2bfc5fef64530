package output

// The manifest is a text file, one line a file of the site:
//
//	praxisblatt 7
//	? 97 1790000000000000000 assets/icon.svg
//	- 812 1790000000000000000 assets/site.css
//	d0c2…77ab 5321 1790000000000000000 de/index.html
//	x 0 0 de/sheets/gone.html
//	end 4 whole 77c1…02fe 4711.1790000000.5 "/home/me/catalogue/public"
//	sum 51c0…9ab2
//
// Of each file, by folder and name, there are the digest of what it was made of in hex, size in bytes, time of the last
// change in nanoseconds since 1970, path. A "-" stands for inputs that nobody knows, a "?" for a file that somebody else
// has changed, an "x" for one that is ours and going away. What follows them says how many there are, how an intention is
// to be carried out, the stamp of what the site was made of, which folder it is (see Identity; both "-" where that is not
// known), and its name: it comes last, since the folder is known only when all else is done. The last line has SHA-256 of
// all before it: with one wrong letter in its path a file of ours would become the user's,
// who would never be rid of it. Since the times are those on disk, a file that someone
// touched is noticed without reading it. Of the bytes nothing is noted: a file that is made once more is
// compared with the one that lies there, which costs less than a sum of each that is ever written.
//
// Text with a line a file loads 100,000 files in well under 100 ms, shows in an
// editor, and needs no decoder that could choke on a broken one.

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// How an intention is to be carried out.
const (
	whole    = "whole"    // folder and stage are exchanged
	stepwise = "stepwise" // the stage inside the folder is emptied file by file
)

const (
	manifestHead = "praxisblatt 7\n"
	endHead      = "end " // begins the last line but one
	sumHead      = "sum " // begins the last line
)

// A trailer is what a manifest says of the whole site.
type trailer struct{ way, stamp, id, dir string }

func (t trailer) write(w *bufio.Writer, files int) {
	fmt.Fprintf(w, "%s%d %s %s %s %q\n", endHead, files, t.way, cmp.Or(t.stamp, "-"), cmp.Or(t.id, "-"), t.dir)
}

// parseTrailer reads what follows the files; false where it is broken.
func parseTrailer(line string) (t trailer, files int, ok bool) {
	number, line, _ := strings.Cut(line, " ")
	t.way, line, _ = strings.Cut(line, " ")
	t.stamp, line, _ = strings.Cut(line, " ")
	t.id, line, _ = strings.Cut(line, " ")
	t.stamp, t.id = strings.TrimPrefix(t.stamp, "-"), strings.TrimPrefix(t.id, "-")
	files, errNumber := strconv.Atoi(number)
	dir, err := strconv.Unquote(strings.TrimSuffix(line, "\n"))
	t.dir = dir
	return t, files, err == nil && errNumber == nil
}

// save writes a manifest under a name in the state folder.
func (f *files) save(state *os.Root, name string, t trailer) error {
	return saveText(state, name, func(w *bufio.Writer) error {
		f.write(w)
		t.write(w, f.len())
		return nil
	})
}

// write writes what goes before the trailer.
func (f *files) write(w *bufio.Writer) {
	w.WriteString(manifestHead)
	for _, e := range f.ordered() {
		w.Write(e.appendLine(w.AvailableBuffer()))
	}
}

// saveText writes a text and a last line with its sum, by way of a temporary file, so that it is
// there as a whole or not at all. Nothing is flushed to the disk: after a power cut it may be
// lost, which costs the next build a comparison.
func saveText(state *os.Root, name string, write func(*bufio.Writer) error) error {
	f, err := state.Create(name + temporary)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	if err = write(w); err == nil {
		err = w.Flush()
	}
	if err == nil {
		_, err = fmt.Fprintf(f, "%s%x\n", sumHead, sum.Sum(nil))
	}
	if err := errors.Join(err, f.Close()); err != nil {
		state.Remove(name + temporary)
		return err
	}
	return state.Rename(name+temporary, name)
}

func (e *entry) appendLine(line []byte) []byte {
	switch {
	case e.state == gone:
		return append(append(append(line, "x 0 0 "...), e.path...), '\n')
	case !e.sure:
		line = append(line, '?')
	case e.inputs == (Inputs{}):
		line = append(line, '-')
	default:
		line = hex.AppendEncode(line, e.inputs[:])
	}
	line = strconv.AppendInt(append(line, ' '), e.size, 10)
	line = strconv.AppendInt(append(line, ' '), e.mtime, 10)
	return append(append(append(line, ' '), e.path...), '\n')
}

// load reads a manifest of the folder dir. One that is absent, broken, or of
// another folder is nil: it is a convenience.
func load(state *os.Root, name, dir string) (f *files, t trailer, err error) {
	data, err := readAll(state, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, trailer{}, nil
	}
	if err != nil {
		return nil, trailer{}, err
	}
	text, ok := undamaged(data)
	if !ok {
		return nil, trailer{}, nil
	}
	if f, t = parse(text); f == nil || t.dir != dir {
		return nil, trailer{}, nil
	}
	return f, t, nil
}

// undamaged takes the last line off a file, if that has the sum of the others.
func undamaged(data string) (text string, ok bool) {
	at := strings.LastIndex(data, sumHead)
	if at < 0 {
		return "", false
	}
	h := sha256.New()
	buffer := make([]byte, 1<<16) // copied part by part: a manifest may be long
	for rest := data[:at]; rest != ""; {
		n := copy(buffer, rest)
		h.Write(buffer[:n])
		rest = rest[n:]
	}
	return data[:at], data[at:] == fmt.Sprintf("%s%x\n", sumHead, h.Sum(nil))
}

// readAll reads a file into one string, of which the paths of the manifest are parts.
func readAll(root *os.Root, name string) (string, error) {
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	_, err = io.Copy(&text, f)
	return text.String(), err
}

// parse reads all but the sum; nil means that it is broken.
func parse(text string) (*files, trailer) {
	text, ok := strings.CutPrefix(text, manifestHead)
	entries := make([]entry, max(strings.Count(text, "\n")-1, 0)) // one allocation instead of one a file
	sorted := make([]*entry, len(entries))
	last := ""
	for i := range entries {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		e := &entries[i]
		if ok = ok && e.parseLine(line) && (i == 0 || comparePaths(last, e.path) < 0); !ok {
			return nil, trailer{}
		}
		sorted[i], last = e, e.path
	}
	end, is := strings.CutPrefix(text, endHead)
	t, many, whole := parseTrailer(end)
	if !ok || !is || !whole || many != len(entries) {
		return nil, trailer{}
	}
	return newFiles(sorted), t
}

func (e *entry) parseLine(line string) (ok bool) {
	inputs, line, _ := strings.Cut(line, " ")
	size, line, _ := strings.Cut(line, " ")
	mtime, path, _ := strings.Cut(line, " ")
	var errSize, errTime error
	switch ok = true; inputs {
	case "x":
		e.state = gone
	case "?":
	case "-":
		e.sure = true
	default:
		ok, e.sure = unhex(e.inputs[:], inputs), true
	}
	e.name(path)
	e.size, errSize = strconv.ParseInt(size, 10, 64)
	e.mtime, errTime = strconv.ParseInt(mtime, 10, 64)
	return ok && errSize == nil && errTime == nil && Valid(path) == nil
}

// unhex decodes the digits of a digest.
func unhex(digest []byte, text string) bool {
	var digits [2 * len(Inputs{})]byte // on the stack, where a conversion would allocate
	if len(text) != 2*len(digest) {
		return false
	}
	_, err := hex.Decode(digest, digits[:copy(digits[:], text)])
	return err == nil
}
