package output

import (
	"io/fs"
	"maps"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// TestFullAtEachStep lets the disk be full at each step in turn.
func TestFullAtEachStep(t *testing.T) {
	for way := range ways {
		t.Run(way, func(t *testing.T) {
			for at := 1; fullOnce(t, way, at); at++ {
				if at > 200 {
					t.Fatal("the build does not end")
				}
			}
		})
	}
}

// fullOnce reports whether a build comes to step at, and so fails.
func fullOnce(t *testing.T, way string, at int) bool {
	o := catalogue(t)
	mustBuild(t, o, before)
	lay(t, o.Dir, users)
	forced := force(o, way)
	var steps []string
	failing := forced.step
	forced.step = func(name string) error {
		if steps = append(steps, name); len(steps) == at {
			return syscall.ENOSPC
		}
		return failing(name)
	}
	_, err := build(serial(t, forced), after)
	if err == nil {
		if len(steps) >= at {
			t.Errorf("full at %d, %s: no error", at, steps[at-1])
		}
		return false
	}
	wantKind(t, err, KindFull)
	is := look(t, o.Dir)
	last := steps[at-1]
	switch {
	case maps.Equal(is, with(before, users)):
	case maps.Equal(is, with(after, users)) && (last == "sweep" || last == "rescue" || last == "conclude"):
	case strings.HasPrefix(way, "stepwise") && (last == "move" || last == "remove" || last == "conclude"):
	default:
		t.Errorf("full at %d, %s: neither the old nor the new site: %v", at, last, is)
	}
	if maps.Equal(is, with(before, users)) && last != "move" {
		nothingBeside(t, o)
	}
	mustBuild(t, o, after)
	expect(t, o.Dir, with(after, users))
	nothingBeside(t, o)
	return !t.Failed()
}

// TestFullRenewing lets the disk be full at each step of a build that turns the former folder into the next site,
// which may go on without it.
func TestFullRenewing(t *testing.T) {
	for at, end := 1, false; !end; at++ {
		o := catalogue(t)
		for day := range 3 {
			mustBuild(t, o, edited(day))
		}
		count, full := 0, o
		full.step = func(string) error {
			if count++; count == at {
				return syscall.ENOSPC
			}
			return nil
		}
		_, err := build(serial(t, full), edited(3))
		end = count < at
		if is := look(t, o.Dir); !maps.Equal(is, edited(3)) && (err == nil || !maps.Equal(is, edited(2))) {
			t.Errorf("full at %d, %v: neither the old nor the new site: %v", at, err, is)
		}
		for day := 3; day < 6; day++ {
			mustBuild(t, o, edited(day))
			expect(t, o.Dir, edited(day))
		}
		nothingBeside(t, o)
	}
}

// TestFullBeside holds that a disk that is full in one folder is full, whatever goes wrong in another at the same time:
// no other way into the folder is tried.
func TestFullBeside(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	for range 8 { // which of them is first is a matter of chance
		o := catalogue(t)
		mustBuild(t, o, before)
		var count atomic.Int32
		var both sync.WaitGroup
		both.Add(2)
		full := o
		full.step = func(name string) error {
			if name != "link" {
				return nil
			}
			n := count.Add(1)
			if n <= 2 {
				both.Done()
				both.Wait()
			}
			return []error{syscall.EXDEV, syscall.ENOSPC}[n%2]
		}
		_, err := build(full, with(before, tree{"index.html": "another"}))
		wantKind(t, err, KindFull)
		expect(t, o.Dir, before)
		nothingBeside(t, o)
	}
}

// TestFailure holds that what the system says is told apart, whatever it stands in.
func TestFailure(t *testing.T) {
	for cause, want := range map[error]Kind{
		syscall.ENOSPC: KindFull, syscall.EDQUOT: KindFull, syscall.EROFS: KindUnwritable,
		syscall.EACCES: KindUnwritable, syscall.EPERM: KindUnwritable, syscall.EIO: KindFailed,
	} {
		wantKind(t, failure("public", &fs.PathError{Op: "write", Path: "x", Err: cause}), want)
	}
}

// serial keeps steps of a build that come at the same time apart.
func serial(t *testing.T, o Options) Options {
	turn := make(chan struct{}, 1)
	step := o.step
	o.step = func(name string) error {
		turn <- struct{}{}
		defer func() { <-turn }()
		return step(name)
	}
	return o
}
