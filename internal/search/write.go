package search

import (
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
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

	ending = ".js" // of its name
)

// hashLength is the length of the hash in a name. What stands before it in the
// name is of one piece only, so it only tells the versions of that apart.
const hashLength = 5

var lower32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567")

// A writer writes the files of one language. It may be used by several goroutines.
type writer struct {
	Options
	reader reader
	sink   output.Sink
	dir    string
	past   *memory // what is known from the last time, nil for nothing
	docs   *documents
	one    *sync.Mutex // held while an index is made anew

	mu    sync.Mutex
	err   error
	files map[string]output.Inputs // what the index consists of, but for texts of documents
	lost  bool                     // a file of the last index does not lie there as it was made

	begins     []string // the first terms of the shards
	references lengths  // that documents are measured by
	ranked     string   // what readRanked reads

	buffers sync.Pool // of scripts
}

func newWriter(o Options, sink output.Sink, entries []*catalogue.Entry, one *sync.Mutex) *writer {
	past := o.remember()
	return &writer{
		Options: o, reader: o.reader(), sink: sink, dir: Dir(o.Lang), past: past, docs: o.documents(entries, past), one: one,
		files: map[string]output.Inputs{},
	}
}

// file writes a piece of the index under its name and a hash of its content, which
// it returns. A piece is a script that hands over JSON, since scripts are
// all that a page opened from a disk may load.
func (w *writer) file(name string, content ...any) string { return w.list(name, content) }

// list is file for a list of any length.
func (w *writer) list(name string, content any) string {
	return w.write(name, content, func(f output.File) {
		if w.note(name+"-"+hashIn(f.Path), f.Inputs) {
			w.put(f)
		}
	})
}

// text writes the texts of a document, unless those that this build has laid there are the same, and returns what stands for the file, too.
func (w *writer) text(id string, texts [][2]string, laid output.Inputs) (hash string, made output.Inputs) {
	hash = w.write("x"+id, texts, func(f output.File) {
		if made = f.Inputs; made != laid {
			w.put(f)
		}
	})
	return hash, made
}

// write makes the script of a piece, for as long as it is put somewhere, and returns its hash.
func (w *writer) write(name string, content any, put func(output.File)) string {
	buffer, _ := w.buffers.Get().(*[]byte)
	if buffer == nil {
		buffer = new([]byte)
	}
	defer w.buffers.Put(buffer)
	script, err := appendJSON(append((*buffer)[:0], opening...), content)
	if err != nil {
		w.fail(err)
		return ""
	}
	sum := sha256.Sum256(script[len(opening):])
	hash := lower32.EncodeToString(sum[:5])[:hashLength]
	*buffer = append(script, closing...)
	path := w.dir + name + "-" + hash + ending
	put(output.File{Path: path, Bytes: *buffer, Inputs: madeOf(path, sum)})
	return hash
}

// madeOf stands for a file and the sum of its JSON.
func madeOf(path string, sum [sha256.Size]byte) output.Inputs {
	return output.NewInputs(sha256.Sum256(append([]byte(path), sum[:]...)))
}

// hashIn returns the hash in a path.
func hashIn(path string) string {
	end := len(path) - len(ending)
	return path[end-hashLength : end]
}

// put writes a file, unless it lies there.
func (w *writer) put(f output.File) {
	if _, ok := output.Retain(w.sink, f.Inputs); !ok {
		w.fail(w.sink.Write(f))
	}
}

// note notes a file of the index, and reports whether that is new.
func (w *writer) note(name string, made output.Inputs) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, known := w.files[name]; known {
		return false
	}
	w.files[name] = made
	return true
}

// leave leaves a file of the last index as it lies, by its name.
func (w *writer) leave(name string) {
	made, known := w.past.files[name]
	if !w.note(name, made) {
		return
	}
	if _, ok := output.Retain(w.sink, made); !ok || !known {
		w.lose(name)
	}
}

// lose notes that a file of the last index is not there.
func (w *writer) lose(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.files, name)
	w.lost = true
}

// leaveAll leaves the last index as it lies, and reports whether all of it does.
func (w *writer) leaveAll() bool {
	left := make([]string, 0, len(w.past.files))
	for name, made := range w.past.files {
		if _, ok := output.Retain(w.sink, made); ok {
			left = append(left, name)
		}
	}
	if len(left) == len(w.past.files) {
		return true
	}
	for _, name := range left {
		w.files[name] = w.past.files[name]
	}
	return false
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
