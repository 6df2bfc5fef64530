package search

import (
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// How large the pieces of an index get.
const (
	shardLeast    = 2 << 10 // of the dictionary, in letters
	shardMost     = 6 << 10
	partLeast     = 32    // shards of a part of the directory
	firstBlock    = 256   // postings of the first block of a long list; lists up to this are in the dictionary
	wholeList     = 1024  // postings of a long list that has one file and no blocks
	positionGroup = 4     // shards of a file of positions
	nameGroup     = 128   // files of a list of names
	flatNames     = 128   // files whose names may be in one list
	longestKey    = 40    // letters of a term in the name of a file
	mostWords     = 20000 // words that a typing error is compared with
)

// What stands around the JSON of a file: the client's function that takes it.
const (
	opening = "pb("
	closing = ")\n"
)

// hashLength is the length of the hash in a name. What stands before it in the
// name is of one piece only, so it only tells the versions of that apart.
const hashLength = 5

var lower32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567")

// A writer writes the files of one language. It may be used by several goroutines.
type writer struct {
	sink output.Sink
	dir  string

	mu       sync.Mutex
	err      error
	files    []output.Inputs // of what was written but texts
	retained map[string]bool // files that lie there from the last build

	buffers sync.Pool // of scripts
}

// file writes a piece of the index under its name and a hash of its content, which
// it returns. A piece is a script that hands over JSON, since scripts are
// all that a page opened from a disk may load.
func (w *writer) file(name string, content ...any) string { return w.list(name, content) }

// list is file for a list of any length.
func (w *writer) list(name string, content any) string {
	hash, inputs := w.write(name, content)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.files = append(w.files, inputs)
	return hash
}

// write writes a piece and returns its hash, and what stands for all of it.
func (w *writer) write(name string, content any) (string, output.Inputs) {
	buffer, _ := w.buffers.Get().(*[]byte)
	if buffer == nil {
		buffer = new([]byte)
	}
	defer w.buffers.Put(buffer)
	script, err := appendJSON(append((*buffer)[:0], opening...), content)
	if err != nil {
		w.fail(err)
		return "", output.Inputs{}
	}
	sum := sha256.Sum256(script[len(opening):])
	hash := lower32.EncodeToString(sum[:5])[:hashLength]
	script = append(script, closing...)
	*buffer = script
	path := w.dir + name + "-" + hash + ".js"
	inputs := output.NewInputs(sha256.Sum256(append([]byte(path), sum[:]...)))
	if !w.retained[path] {
		w.fail(w.sink.Write(output.File{Path: path, Bytes: script, Inputs: inputs}))
	}
	return hash, inputs
}

// retain leaves files of the last build where they lie, and reports whether all of them do.
func (w *writer) retain(files []output.Inputs) bool {
	w.retained = make(map[string]bool, len(files))
	for _, f := range files {
		if path, ok := output.Retain(w.sink, f); ok {
			w.retained[path] = true
		}
	}
	return len(w.retained) == len(files)
}

func (w *writer) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = err
	}
}

// names writes the hashes of files that are numbered, in lists of their own
// where they are many, and returns what the manifest has to hold.
func (w *writer) names(kind string, hashes []string) string {
	if len(hashes) <= flatNames {
		return strings.Join(hashes, "")
	}
	var lists strings.Builder
	n := 0
	for part := range slices.Chunk(hashes, nameGroup) {
		lists.WriteString(w.file(kind+strconv.Itoa(n), strings.Join(part, "")))
		n++
	}
	return lists.String()
}
