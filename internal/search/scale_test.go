package search

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var big = flag.String("catalogue", "", "folder of a catalogue, for TestScale")

// TestScale measures the index of a catalogue of any size.
func TestScale(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	for _, lang := range p.Langs {
		sink := &output.Memory{}
		start := time.Now()
		manifest, err := Build(Options{p, locales, lang}, sink)
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		size, files := map[byte]int{}, map[byte]int{}
		for f := range sink.All() {
			kind := f.Path[len(Dir(lang))]
			size[kind] += len(f.Bytes)
			files[kind]++
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%s: %v, heap %d MB", lang, took, m.HeapAlloc>>20)
		measure(t, lang, manifest, sink)
		for kind, n := range files {
			t.Logf("  %c %6d files %9d bytes", kind, n, size[kind])
		}
	}
}

// measure asks for words of the index, each with nothing loaded before: how many
// files are read, how many bytes they are when compressed, and how long it
// takes when all are there.
func measure(t *testing.T, lang, manifest string, sink *output.Memory) {
	var words string
	if err := wordsOf(open(t, lang, manifest, sink), "10", &words); err != nil {
		t.Fatal(err)
	}
	list := strings.Split(words, "\n")
	var sizes, files []int
	var warm []time.Duration
	for i := range 60 {
		query := list[i*len(list)/60]
		if i%2 == 1 {
			query += " " + list[(i*7919)%len(list)]
		}
		read := 0
		size := 0
		ix, err := Open(lang, manifest, func(path string) ([]byte, error) {
			data, _ := sink.Bytes(path)
			read++
			size += compressed(data)
			return data, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ix.Search(Query{Text: query + " ", Most: 10}); err != nil {
			t.Fatal(err)
		}
		files, sizes = append(files, read), append(sizes, size)
		start := time.Now()
		if _, err := ix.Search(Query{Text: query + " ", Most: 10}); err != nil {
			t.Fatal(err)
		}
		warm = append(warm, time.Since(start))
	}
	slices.Sort(sizes)
	slices.Sort(files)
	slices.Sort(warm)
	t.Logf("  to ten results without the script: median %d bytes in %d files, 95%% %d in %d; warm, here: 95%% %v",
		sizes[30], files[30], sizes[57], files[57], warm[57])
}

func compressed(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 6)
	w.Write(data)
	w.Close()
	return b.Len()
}

// wordsOf reads the frequent words of a length.
func wordsOf(ix *Index, length string, words *string) error {
	x, err := ix.extra()
	if err != nil {
		return err
	}
	return ix.load("w"+length+"-"+x.Words[length], words)
}
