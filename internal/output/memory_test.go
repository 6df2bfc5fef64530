package output

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestMemory(t *testing.T) {
	var m Memory
	buffer := []byte("one")
	if err := m.Write(File{Path: "de/b.html", Bytes: buffer}); err != nil {
		t.Fatal(err)
	}
	copy(buffer, "two")
	if err := m.Write(File{Path: "de/a.html", Bytes: buffer}); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for f := range m.All() {
		fmt.Fprintf(&got, "%s=%s ", f.Path, f.Bytes)
	}
	if got.String() != "de/a.html=two de/b.html=one " {
		t.Errorf("All yields %s", &got)
	}
	if _, ok := m.Bytes("fr/a.html"); ok {
		t.Error("Bytes returns a file that was never written")
	}
	if e, _ := errors.AsType[*Error](m.Write(File{Path: "../x"})); e == nil || e.Kind != KindPath {
		t.Errorf("writing ../x: %v", e)
	}
}

func TestTwice(t *testing.T) {
	tests := []struct {
		paths string
		twin  string // of the last path
	}{
		{"a.html b.html", ""},
		{"a.html a.html", "a.html"},
		{"A.html A.html", "A.html"},
		{"a.html A.html", "a.html"},
		{"A.html a.html", "A.html"},
		{"de/Äpfel.html de/äPFEL.html", "de/Äpfel.html"},
		{"DE/a.html de/b.html", ""},
	}
	for _, test := range tests {
		var m Memory
		var err error
		for p := range strings.FieldsSeq(test.paths) {
			err = m.Write(File{Path: p})
		}
		twin := ""
		if e, ok := errors.AsType[*Error](err); ok && e.Kind == KindTwice {
			twin = e.Names[0]
		}
		if twin != test.twin || (err != nil) != (test.twin != "") {
			t.Errorf("%s: %v, want twin %q", test.paths, err, test.twin)
		}
	}
}

func TestMemoryConcurrently(t *testing.T) {
	var m Memory
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 50 {
				if err := m.Write(File{Path: fmt.Sprintf("%d/%d.html", i, j)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	count := 0
	for range m.All() {
		count++
	}
	if count != 400 {
		t.Errorf("%d files, want 400", count)
	}
}

// What a later build in memory retains is what was written; all else is forgotten when it is settled.
func TestMemoryRetains(t *testing.T) {
	first := &Memory{}
	for _, f := range []File{{"a.html", []byte("a"), Inputs{1}}, {"b.html", []byte("b"), Inputs{2}}, {"c.html", []byte("c"), Inputs{}}} {
		if err := first.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	next := first.Next()
	if path, ok := Retain(next, Inputs{1}); !ok || path != "a.html" {
		t.Errorf("%q is retained, %v", path, ok)
	}
	for name, inputs := range map[string]Inputs{"twice": {1}, "of other inputs": {9}, "of no inputs": {}} {
		if path, ok := Retain(next, inputs); ok {
			t.Errorf("%s is retained %s", path, name)
		}
	}
	if err := next.Write(File{Path: "a.html", Bytes: []byte("other")}); err == nil {
		t.Error("a file that was retained is written")
	}
	if data, err := Last(next, "b.html"); err != nil || string(data) != "b" {
		t.Errorf("the last build's file is %q, %v", data, err)
	}
	next.Settle()
	if _, err := Last(next, "b.html"); err == nil {
		t.Error("a file of the last build is remembered")
	}
	if data, ok := next.Bytes("a.html"); !ok || string(data) != "a" {
		t.Errorf("the retained file is %q, %v", data, ok)
	}
	if path, ok := Retain(next.Next(), Inputs{1}); !ok || path != "a.html" {
		t.Error("what was retained once is not retained again")
	}
}
