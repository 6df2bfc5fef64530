package inputs

// A saved snapshot is a text file:
//
//	praxisblatt inputs 2
//	n "content"
//	d "content"
//	3f9a…1c20 812 1790000000000000000 1790000000000000000 4711 "content/sheets/a/index.de.md"
//	end 3
//
// n is a name that was looked at, d a folder; of a file there are SHA-256 in hex,
// size in bytes, time of change and time of change of the inode in nanoseconds
// since 1970, and the number of the inode. "-" stands for a sum that is not to be believed again.

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const head = "praxisblatt inputs 2\n"

// Write saves a snapshot.
func (s *Snapshot) Write(out io.Writer) error {
	w := bufio.NewWriterSize(out, 1<<16)
	w.WriteString(head)
	for _, name := range s.names {
		fmt.Fprintf(w, "n %q\n", name)
	}
	for i := range s.files {
		w.Write(append(s.files[i].appendLine(w.AvailableBuffer()), '\n'))
	}
	fmt.Fprintf(w, "end %d\n", len(s.names)+len(s.files))
	return w.Flush()
}

func (f *file) appendLine(line []byte) []byte {
	switch {
	case f.folder:
		line = append(line, 'd')
	case f.sure:
		line = hex.AppendEncode(line, f.sum[:])
	default:
		line = append(line, '-')
	}
	if !f.folder {
		for _, n := range []int64{f.size, f.mtime, f.change} {
			line = strconv.AppendInt(append(line, ' '), n, 10)
		}
		line = strconv.AppendUint(append(line, ' '), f.inode, 10)
	}
	return appendQuoted(append(line, ' '), f.path)
}

// appendQuoted is strconv.AppendQuote, quicker for what most paths are.
func appendQuoted(b []byte, path string) []byte {
	for i := range len(path) {
		if c := path[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return strconv.AppendQuote(b, path)
		}
	}
	return append(append(append(b, '"'), path...), '"')
}

// Parse reads a saved snapshot; nil means that it is broken or of another version.
func Parse(text string) *Snapshot {
	text, ok := strings.CutPrefix(text, head)
	if !ok {
		return nil
	}
	s := newSnapshot()
	s.files = make([]file, 0, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		line, whole := strings.CutSuffix(line, "\n")
		if number, ok := strings.CutPrefix(line, "end "); ok {
			if whole && number == strconv.Itoa(len(s.names)+len(s.files)) {
				return s
			}
			return nil
		}
		many := len(s.files)
		if !whole || !s.parseLine(line) {
			return nil
		}
		if at := max(many, 1); at < len(s.files) && compare(s.files[at-1].path, s.files[at].path) >= 0 {
			return nil
		}
	}
	return nil
}

func (s *Snapshot) parseLine(line string) bool {
	what, rest, _ := strings.Cut(line, " ")
	switch what {
	case "n":
		name, err := strconv.Unquote(rest)
		s.names = append(s.names, name)
		return err == nil
	case "d":
		name, err := strconv.Unquote(rest)
		s.files = append(s.files, file{path: name, folder: true})
		return err == nil
	}
	return s.parseFile(what, rest)
}

func (s *Snapshot) parseFile(sum, rest string) bool {
	var f file
	if sum != "-" {
		var digits [2 * sha256.Size]byte // on the stack, where a conversion would allocate
		if _, err := hex.Decode(f.sum[:], digits[:copy(digits[:], sum)]); err != nil || len(sum) != len(digits) {
			return false
		}
		f.sure = true
	}
	for _, n := range []*int64{&f.size, &f.mtime, &f.change} {
		var number string
		number, rest, _ = strings.Cut(rest, " ")
		var err error
		if *n, err = strconv.ParseInt(number, 10, 64); err != nil {
			return false
		}
	}
	inode, rest, _ := strings.Cut(rest, " ")
	var errInode, errPath error
	f.inode, errInode = strconv.ParseUint(inode, 10, 64)
	f.path, errPath = strconv.Unquote(rest)
	s.files = append(s.files, f)
	return errInode == nil && errPath == nil
}
