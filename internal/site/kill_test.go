//go:build unix

package site

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// buildIn is the folder that a process of the test builds; such a process does nothing else.
const buildIn = "PRAXISBLATT_TEST_BUILD_IN"

// TestKill kills builds by SIGKILL at random moments, of what a new or changed catalogue
// makes them do, and looks at what they leave: the folder is the old site or the new one, the
// next build makes it the new one, and nothing is left lying about.
func TestKill(t *testing.T) {
	if dir := os.Getenv(buildIn); dir != "" {
		buildOnce(t, dir)
		return
	}
	notShort(t)
	k := newKiller(t)
	killed := 0
	for n := range kills {
		k.change(n)
		if k.kill(time.Duration(k.r.Int64N(int64(k.takes)))) {
			killed++
		}
		is := texts(t, os.DirFS(k.out))
		if old, site := k.sites[n%2], k.sites[1-n%2]; n%10 > 0 && !maps.Equal(is, old) && !maps.Equal(is, site) || n%10 == 0 && len(is) > 0 && !maps.Equal(is, site) {
			t.Fatalf("kill %d left neither the old nor the new site, but %d files", n, len(is))
		}
		if n%3 == 0 { // healing is killed, too
			k.kill(time.Duration(k.r.Int64N(int64(k.takes))))
		}
		k.heal(k.sites[1-n%2])
		if t.Failed() {
			t.Fatalf("after kill %d", n)
		}
	}
	t.Logf("%d of %d builds were killed before their end, each of which takes %v", killed, kills, k.takes)
	if killed < kills/3 {
		t.Error("too few builds were killed")
	}
}

// buildOnce is the process that is killed. It tells when it begins.
func buildOnce(t *testing.T, dir string) {
	fmt.Println("begins")
	v, err := NewBuild(Options{Dir: dir, Now: today(t), Version: "test"}, BuildOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if _, err := v.Build(BuildOptions{PDF: true}); err != nil {
		if e, ok := errors.AsType[*output.Error](err); ok && e.Kind == output.KindLocked {
			fmt.Println("locked")
			return
		}
		t.Fatal(err)
	}
	fmt.Println("built")
}

// A killer has a catalogue that is made one of two in turn.
type killer struct {
	t        *testing.T
	r        *rand.Rand
	dir, out string
	sites    [2]map[string]string
	takes    time.Duration // a build, at the quickest
}

func newKiller(t *testing.T) *killer {
	k := &killer{t: t, r: rand.New(rand.NewPCG(*seed, 2)), dir: filepath.Join(t.TempDir(), "catalogue")}
	t.Logf("to repeat: -seed %d", *seed)
	k.out = filepath.Join(k.dir, "public")
	for name, f := range golden(t) {
		write(t, k.dir, name, string(f.Data))
	}
	for n := range 2 {
		k.change(n)
		start := time.Now()
		if said := k.build(); said != "built" {
			t.Fatal(said)
		}
		if took := time.Since(start); k.takes == 0 || took < k.takes {
			k.takes = took
		}
		k.sites[1-n] = texts(t, os.DirFS(k.out))
	}
	return k
}

// change makes the catalogue the other one; now and then there is no site yet, or no memory.
func (k *killer) change(n int) {
	label := []string{"Wohnen", "Unterkunft"}[n%2]
	themes := string(golden(k.t)["content/vocabulary/themes.yaml"].Data)
	write(k.t, k.dir, "content/vocabulary/themes.yaml", strings.Replace(themes, "Wohnen", label, 1))
	const sheet = "content/sheets/added/index.de.md"
	if os.RemoveAll(filepath.Join(k.dir, filepath.Dir(sheet))); n%2 == 0 {
		write(k.t, k.dir, sheet, "---\ntype: example\ntitle: Dazu\nthemes: [housing]\ndescription: Kurz.\n---\n")
	}
	if k.sites[0] != nil && n%10 == 0 {
		os.RemoveAll(k.out)
	}
	if n%7 == 0 {
		os.RemoveAll(filepath.Join(k.dir, ".praxisblatt"))
	}
}

// start runs a build in a process of its own, and returns when it begins.
func (k *killer) start() (*exec.Cmd, *bufio.Scanner) {
	c := exec.Command(os.Args[0], "-test.run=^TestKill$")
	c.Env = append(os.Environ(), buildIn+"="+k.dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		k.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Scan()
	return c, lines
}

// kill builds and kills, and reports whether the build had not ended before.
func (k *killer) kill(after time.Duration) bool {
	c, _ := k.start()
	timer := time.AfterFunc(after, func() { _ = c.Process.Kill() }) // one that has ended can't be killed
	defer timer.Stop()
	err := c.Wait()
	if err == nil {
		return false
	}
	if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
		k.t.Fatal(err)
	}
	return true
}

// build builds in a process of its own and returns its last word.
func (k *killer) build() string {
	c, lines := k.start()
	said := ""
	for lines.Scan() {
		if text := lines.Text(); text == "built" || text == "locked" {
			said = text
		}
	}
	if err := c.Wait(); err != nil {
		k.t.Fatal(err)
	}
	return said
}

// heal builds once more, an hour later, and looks at what lies there.
func (k *killer) heal(want map[string]string) {
	k.t.Helper()
	state := filepath.Join(k.dir, ".praxisblatt")
	earlier := time.Now().Add(-2 * abandoned)
	_ = filepath.WalkDir(state, func(name string, _ fs.DirEntry, _ error) error { return os.Chtimes(name, earlier, earlier) })
	if said := k.build(); said != "built" {
		k.t.Fatal(said)
	}
	if got := texts(k.t, os.DirFS(k.out)); !maps.Equal(got, want) {
		k.t.Errorf("the next build makes another site, of %d files instead of %d", len(got), len(want))
	}
	for _, below := range []string{k.dir, state} {
		entries, err := os.ReadDir(below)
		if err != nil {
			k.t.Fatal(err)
		}
		for _, e := range entries {
			if name := e.Name(); strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, ".public") || strings.HasSuffix(name, ".next") {
				k.t.Errorf("%s is left", name)
			}
		}
	}
}

// TestTogether holds that of builds which begin at the same moment one is at work, the
// others say so, and the site is whole.
func TestTogether(t *testing.T) {
	notShort(t)
	k := newKiller(t)
	for n := range together {
		k.change(n)
		var all [3]*exec.Cmd
		var said [3]*bufio.Scanner
		for i := range all {
			all[i], said[i] = k.start()
		}
		built := 0
		for i, c := range all {
			for said[i].Scan() {
				if said[i].Text() == "built" {
					built++
				}
			}
			if err := c.Wait(); err != nil {
				t.Fatal(err)
			}
		}
		if got := texts(t, os.DirFS(k.out)); built == 0 || !maps.Equal(got, k.sites[1-n%2]) {
			t.Errorf("%d of %d builds came to an end, and %d files lie there", built, len(all), len(got))
		}
	}
}
