//go:build unix

package output

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// TestKill kills a build, by SIGKILL, before each of its steps in turn, and
// looks at what it leaves. Some are killed twice, so that healing is killed too.
func TestKill(t *testing.T) {
	if os.Getenv(killAt) != "" {
		killed(t)
		return
	}
	for way := range ways {
		if !everyWay && way != "exchange" && way != "renames" && way != "stepwise" {
			continue
		}
		for _, fresh := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, fresh %t", way, fresh), func(t *testing.T) {
				t.Parallel()
				for step := 1; killOnce(t, way, fresh, step); step++ {
					if step > 200 {
						t.Fatal("the build does not end")
					}
				}
			})
		}
	}
}

const (
	killAt  = "PRAXISBLATT_TEST_KILL_AT"
	killDir = "PRAXISBLATT_TEST_KILL_DIR"
	killWay = "PRAXISBLATT_TEST_KILL_WAY"
)

// killed is the build that is killed, in a process of its own.
func killed(t *testing.T) {
	at, _ := strconv.ParseInt(os.Getenv(killAt), 10, 64)
	o := in(os.Getenv(killDir))
	o = force(o, os.Getenv(killWay))
	failing := o.step
	var count atomic.Int64
	o.step = func(name string) error {
		if count.Add(1) == at {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return failing(name)
	}
	if os.Getenv(killWay) == "renew" {
		mustBuild(t, o, edited(3))
		return
	}
	mustBuild(t, o, after)
}

// TestKillRenewing kills builds that turn the former folder into the next site.
func TestKillRenewing(t *testing.T) {
	step := 1
	for ; ; step++ {
		o := in(catalogue(t).Root)
		for day := range 3 {
			mustBuild(t, o, edited(day))
		}
		if !dies(t, o.Root, "renew", step) {
			break
		}
		if is := look(t, o.Dir); !maps.Equal(is, edited(2)) && !maps.Equal(is, edited(3)) {
			t.Errorf("step %d left neither the old nor the new site: %v", step, is)
		}
		for day := 3; day < 6; day++ {
			mustBuild(t, o, edited(day))
			expect(t, o.Dir, edited(day))
			nothingBeside(t, o)
		}
		formers(t, o)
	}
	if step < 10 {
		t.Errorf("the build ended after %d steps", step)
	}
}

func in(root string) Options {
	return Options{
		Dir: filepath.Join(root, "public"), Root: root, State: filepath.Join(root, ".praxisblatt"),
		Owns: func(name string, _ []string) bool {
			return !strings.Contains(name, "own") && name != "old" && name != "CNAME"
		},
	}
}

// dies runs a build that is killed before its step at, and reports whether it came so far.
func dies(t *testing.T, root, way string, at int) bool {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^TestKill$")
	command.Env = append(os.Environ(), fmt.Sprintf("%s=%d", killAt, at), killDir+"="+root, killWay+"="+way)
	out, err := command.CombinedOutput()
	if err == nil {
		return false
	}
	if status, ok := command.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
		t.Fatalf("step %d: %v\n%s", at, err, out)
	}
	return true
}

func killOnce(t *testing.T, way string, fresh bool, at int) bool {
	o := in(catalogue(t).Root)
	old := tree(nil)
	if !fresh {
		mustBuild(t, o, before)
		lay(t, o.Dir, users)
		old = with(before, users)
	} else if strings.HasPrefix(way, "stepwise") {
		lay(t, o.Dir, tree{".gitignore": "*\n"}) // without a folder there is no stepping into it
		old = tree{".gitignore": "*\n"}
	}
	site := after
	if !fresh {
		site = with(after, users)
	} else if old != nil {
		site = with(after, old)
	}
	if !dies(t, o.Root, way, at) {
		return false
	}
	is := look(t, o.Dir)
	delete(is, ".praxisblatt-probe")
	switch {
	case strings.HasPrefix(way, "stepwise"):
		inOrder(t, at, is, old)
	case way == "renames" && is == nil: // between the two renames; healed below
	case !maps.Equal(is, old) && !maps.Equal(is, site):
		t.Errorf("step %d left neither the old nor the new site: %v", at, is)
	}
	if at%3 == 0 {
		dies(t, o.Root, way, 1+at%5)
	}
	if at%4 == 0 && !strings.HasPrefix(way, "stepwise") {
		os.RemoveAll(o.State)
	}
	heals(t, o, at, old, site)
	return !t.Failed()
}

// inOrder checks a folder that is being changed file by file: pages that
// others link to are there before them, and after them.
func inOrder(t *testing.T, at int, is, old tree) {
	t.Helper()
	for _, name := range []string{"index.html", "de/index.html"} {
		if is[name] == after[name] && (is["de/sheets/new.html"] == "" || is["assets/new.css"] == "") {
			t.Errorf("step %d: %s has changed, but what it links to is not there", at, name)
		}
		if old[name] != "" && is[name] == old[name] && (is["de/sheets/gone.html"] == "" || is["assets/old.css"] == "") {
			t.Errorf("step %d: %s has not changed, but what it links to is gone", at, name)
		}
	}
	if is["de/sheets/new.html"] != "" && is["assets/new.css"] == "" {
		t.Errorf("step %d: a new page without its style", at)
	}
}

// heals opens the folder as the next build does, and builds on.
func heals(t *testing.T, o Options, at int, old, site tree) {
	t.Helper()
	s, err := Open(o)
	if err != nil {
		t.Fatalf("step %d: %v", at, err)
	}
	s.Abort()
	if is := look(t, o.Dir); !maps.Equal(is, old) && !maps.Equal(is, site) {
		t.Errorf("step %d: healed to neither the old nor the new site: %v", at, is)
	}
	nothingBeside(t, o)
	mustBuild(t, o, after)
	expect(t, o.Dir, site)
	if r := mustBuild(t, o, after); r.Unchanged != len(after) || r.Written+r.Removed != 0 {
		t.Errorf("step %d: the manifest is not right: %+v", at, r)
	}
	// Nothing of the site that is no longer written may stay for ever.
	mustBuild(t, o, tree{"catalogue.json": ours})
	left := look(t, o.Dir)
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if left[name] != "" && name != "catalogue.json" {
			t.Errorf("step %d: %s stays", at, name)
		}
	}
	nothingBeside(t, o)
}
