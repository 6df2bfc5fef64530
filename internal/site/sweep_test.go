package site

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSweep holds that what a killed run was writing is removed, when no run can be writing it any more, and nothing else.
func TestSweep(t *testing.T) {
	state, earlier := t.TempDir(), time.Now().Add(-2*abandoned)
	for name, stays := range map[string]bool{
		"parsed": true, "parsed-1.tmp": false, "pictures/2.tmp": false, "expert-3.tmp/index/store": false, "output-4.former/5.tmp": true,
	} {
		write(t, state, name, "x")
		for at := filepath.Join(state, name); at != state; at = filepath.Dir(at) {
			if err := os.Chtimes(at, earlier, earlier); err != nil {
				t.Fatal(err)
			}
		}
		defer func() {
			if there := exists(filepath.Join(state, name)); there != stays {
				t.Errorf("%s is there: %v", name, there)
			}
		}()
	}
	write(t, state, "inputs-6.tmp", "x")
	sweep(state)
	if !exists(filepath.Join(state, "inputs-6.tmp")) {
		t.Error("what is being written is removed")
	}
}

// TestSweepWhereNothingIsBuilt: a build that was killed when its site was whole left what it was writing until something was built again.
func TestSweepWhereNothingIsBuilt(t *testing.T) {
	notShort(t)
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test", ahead: time.Hour}
	visit(t, o, BuildOptions{Force: true})
	const left = ".praxisblatt/editions-1.tmp"
	write(t, dir, left, "x")
	at, earlier := filepath.Join(dir, left), time.Now().Add(-2*abandoned)
	if err := os.Chtimes(at, earlier, earlier); err != nil {
		t.Fatal(err)
	}
	if did, _, _ := visit(t, o, BuildOptions{Force: true}); did != "nothing" || exists(at) {
		t.Errorf("%s is done, and what a killed build left is there: %v", did, exists(at))
	}
}
