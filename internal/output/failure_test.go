package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"testing"
)

func TestWriteRefuses(t *testing.T) {
	for _, name := range []string{"../outside.html", "/etc/x", "de/../../x", `..\x`, "aux.html", ".gitignore", ""} {
		o := catalogue(t)
		_, err := build(o, tree{name: "x"})
		wantKind(t, err, KindPath)
		if look(t, o.Dir) != nil {
			t.Errorf("%q: the folder was made", name)
		}
	}
	o := catalogue(t)
	_, err := build(o, tree{"de/A.html": "x", "de/a.html": "y"})
	wantKind(t, err, KindTwice)
	nothingBeside(t, o)
}

// After a failed Write the site cannot be committed by oversight.
func TestCommitAfterFailure(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Write(File{Path: "index.html", Bytes: []byte("new")})
	wantKind(t, s.Write(File{Path: "../x", Bytes: nil}), KindPath)
	wantKind(t, s.Write(File{Path: "y.html", Bytes: nil}), KindPath)
	_, err = s.Commit()
	wantKind(t, err, KindPath)
	_, err = s.Commit()
	wantKind(t, err, KindPath)
	s.Abort()
	expect(t, o.Dir, before)
	nothingBeside(t, o)
}

func TestAbort(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Write(File{Path: "index.html", Bytes: []byte("new")})
	s.Abort()
	if _, err := s.Commit(); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Commit after Abort: %v", err)
	}
	if err := s.Write(File{Path: "de/index.html", Bytes: nil}); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Write after Abort: %v", err)
	}
	expect(t, o.Dir, before)
	nothingBeside(t, o)
}

func TestLocked(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := o
	elsewhere.Dir = filepath.Join(o.Root, "other")
	another := o
	another.State = filepath.Join(t.TempDir(), "state")
	for name, o := range map[string]Options{"the same": o, "the same catalogue": elsewhere, "the same folder": another} {
		if _, err := Open(o); err == nil {
			t.Errorf("%s: opened twice", name)
		} else {
			wantKind(t, err, KindLocked)
		}
	}
	s.Write(File{Path: "index.html", Bytes: []byte("x")})
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, o, before)
	mustBuild(t, elsewhere, before)
}

// Two catalogues that make the same folder do not take each other's stage away.
func TestLockedFresh(t *testing.T) {
	o, other := catalogue(t), catalogue(t)
	other.Dir = o.Dir
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	s.Write(File{Path: "index.html", Bytes: []byte("x")})
	_, err = Open(other)
	wantKind(t, err, KindLocked)
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	expect(t, o.Dir, tree{"index.html": "x"})
}

// A folder is locked until its build is done, also one that has just taken the place of the one that was locked before:
// the stage, or the former folder.
func TestLockedToTheEnd(t *testing.T) {
	o, other := catalogue(t), catalogue(t)
	other.Dir = o.Dir
	renewed := 0
	for day := range 4 {
		asked := false
		o.step = func(name string) error {
			switch name {
			case "renew":
				renewed++
			case "conclude":
				_, err := Open(other)
				wantKind(t, err, KindLocked)
				asked = true
			}
			return nil
		}
		mustBuild(t, serial(t, o), edited(day))
		expect(t, o.Dir, edited(day))
		if !asked {
			t.Errorf("day %d: nobody asked", day)
		}
	}
	if renewed == 0 {
		t.Error("no former folder was used")
	}
}

// A folder that has stepped aside is not put back while its build is at work.
func TestLockedAside(t *testing.T) {
	o, other := catalogue(t), catalogue(t)
	other.Dir = o.Dir
	mustBuild(t, o, before)
	o = force(o, "renames")
	forced := o.step
	o.step = func(name string) error {
		if name == "forward" {
			_, err := Open(other)
			wantKind(t, err, KindLocked)
		}
		return forced(name)
	}
	mustBuild(t, o, after)
	expect(t, o.Dir, after)
	nothingBeside(t, o)
}

func TestConcurrently(t *testing.T) {
	o := catalogue(t)
	want := tree{}
	for i := range 300 {
		want[fmt.Sprintf("de/%d/%d.html", i%7, i)] = fmt.Sprint(i)
	}
	for range 2 {
		s, err := Open(o)
		if err != nil {
			t.Fatal(err)
		}
		var group sync.WaitGroup
		for name, text := range want {
			made := NewInputs(sha256.Sum256([]byte(name + text)))
			group.Go(func() {
				if len(text)%2 == 0 {
					if _, ok := Retain(s, made); ok {
						return
					}
				}
				if err := s.Write(File{name, []byte(text), made}); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		s.Stamp("one")
		if _, err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		expect(t, o.Dir, want)
		want["de/0/0.html"] = "changed"
		want["fr/new.html"] = "new"
	}
}
