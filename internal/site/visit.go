package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A Visit is one look at a catalogue that remembers the last one: where nothing
// has changed since, neither the files, nor the tool, nor the day, its findings
// and its site are still those, and nothing is parsed.
//
// What is remembered lies in .praxisblatt and is a convenience: without it, or
// where it is broken or can't be written, everything is done anew.
type Visit struct {
	options Options
	root    *os.Root
	files   *noting
	read    *inputs.Files // below files, where v.seen is not nil
	state   string
	seen    *inputs.Snapshot // nil where something can't be watched
	tool    string           // who makes what is remembered
	sums    inputs.Sums      // of the files
	book    *cache.Book      // what files were parsed to, and what was found in sheets; nil until it is needed
	reader  func() *reader   // for parsing ahead
	ahead   atomic.Int64     // files that might have been
	opening *opening         // the output folder of a build to come; nil where none is foreseen
	key     string           // stands for all that findings and pages depend on, but for the flags of a build
	last    *record          // what the last visit found out, nil where something has changed
	loaded  *Loaded
	done    bool // what was found out is remembered
	saving  sync.Once
	saved   sync.WaitGroup // until the book is on disk
}

// NewVisit looks at a catalogue. Errors are those of [Load]. Close it after use.
func NewVisit(o Options) (*Visit, error) { return newVisit(o, "") }

// NewBuild is NewVisit for a [Visit.Build] with the same options, whose output folder is opened
// while the catalogue is looked at and read.
func NewBuild(o Options, b BuildOptions) (*Visit, error) { return newVisit(o, b.out(o)) }

func newVisit(o Options, out string) (*Visit, error) {
	root, err := openRoot(&o)
	if err != nil {
		return nil, err
	}
	v := &Visit{options: o, root: root, state: filepath.Join(o.Dir, ".praxisblatt"), files: newNoting(regular{root})}
	if !exists(filepath.Join(o.Dir, config.Path)) { // nothing is kept where there is no catalogue
		return v, nil
	}
	if out != "" {
		v.opening = v.openAhead(out)
	}
	var last *record
	var before *inputs.Snapshot
	var summing, reading sync.WaitGroup // where nothing has changed, these are half of all that is to be done
	summing.Go(func() { v.tool, err = makerOf(v.state) })
	reading.Go(func() { before = readSnapshot(v.state) })
	if !recall(v.state, recordName, &last) {
		last = nil
	}
	reading.Wait()
	v.reader = sync.OnceValue(func() *reader { summing.Wait(); return v.newReader() })
	seen := v.look(last.names(), before, v.parseAhead)
	if summing.Wait(); err != nil || seen == nil {
		return v, nil
	}
	v.seen = seen
	v.key, v.sums = keyOf(o, v.tool, v.seen)
	v.read = v.seen.Files(regular{root})
	v.files = newNoting(v.read)
	if last != nil && last.Key == v.key {
		v.last = last
	}
	return v, nil
}

// Close ends a visit and keeps what it found out.
func (v *Visit) Close() {
	switch {
	case v.loaded != nil:
		v.remember()
	case v.seen != nil && v.seen.Reads() > 0: // else the same files are read each time
		_ = cache.Replace(filepath.Join(v.state, snapshotName), v.seen.Write)
	}
	v.save()
	v.saved.Wait()
	v.book.Close()
	v.opening.abort()
	v.root.Close()
}

// save begins to write the book, of which no more use is made, beside what is to be done elsewhere.
func (v *Visit) save() {
	if v.seen == nil {
		return
	}
	v.saving.Do(func() {
		v.saved.Go(func() { _ = v.book.Save() }) // else all is parsed again
	})
}

// Size is how many bytes the catalogue's texts have; 0 where that is not known.
func (v *Visit) Size() int64 {
	if v.seen == nil {
		return 0
	}
	return v.seen.Size(".md")
}

// Findings returns what is wrong with the catalogue, sorted.
func (v *Visit) Findings() ([]diag.Diagnostic, error) {
	if v.last != nil {
		if found, ok := v.last.findings(v.seen, regular{v.root}); ok {
			return found, nil
		}
		v.last = nil
	}
	if err := v.load(); err != nil {
		return nil, err
	}
	return v.loaded.Findings, nil
}

// Build writes the site, whole or not at all; where it lies there already,
// made of the same, nothing is done. Errors are [*Error] and [*output.Error].
func (v *Visit) Build(b BuildOptions) (BuildResult, error) {
	found, err := v.Findings()
	if err != nil {
		return BuildResult{}, err
	}
	result := BuildResult{Out: b.out(v.options)}
	if err := b.valid(); err != nil {
		return result, err
	}
	if result.Stopped = b.stopped(found); result.Stopped {
		return result, nil
	}
	out, err := v.open(result.Out)
	if err != nil {
		return result, err
	}
	if v.current(out, &result, b) {
		return result, nil
	}
	defer out.Abort()
	if err := v.load(); err != nil {
		return result, err
	}
	v.loaded.sums = v.sumsFor(b)
	return v.loaded.build(out, b, func() string {
		known := v.remember()
		if v.save(); !known {
			return ""
		}
		return v.stamp(b)
	})
}

// current reports whether the site lies there already, and if so leaves it.
func (v *Visit) current(out *output.Site, result *BuildResult, b BuildOptions) bool {
	if v.last == nil || !out.Current(v.stamp(b)) {
		return false
	}
	if b.PDF {
		result.PDFs = v.last.Editions
	}
	sweep(v.state)
	result.Pages, result.Result = v.last.Pages, out.Leave()
	return true
}

// load reads the catalogue, once.
func (v *Visit) load() error {
	if v.loaded != nil {
		return nil
	}
	var known memory
	var opening sync.WaitGroup // what is remembered is read while settings are
	opening.Go(func() { known = v.memory() })
	defer opening.Wait()
	var err error
	v.loaded, err = loadKnown(v.files, v.options, func() memory { opening.Wait(); return known })
	return err
}

// memory opens what an earlier visit left behind.
func (v *Visit) memory() memory {
	if v.seen == nil {
		return memory{book: v.book}
	}
	v.openBook()
	sums := v.sums
	return memory{
		seen: v.seen, book: v.book, found: &check.Memory{Book: v.book, Seen: v.seen, Sums: sums.And(v.options.Now.String())},
		plans: &plan.Memory{Book: v.book, Shared: sums.Shared},
	}
}

func (v *Visit) openBook() {
	if v.book != nil {
		return
	}
	v.book = cache.OpenBook(filepath.Join(v.state, parsedName), sha256.Sum256([]byte(v.tool)))
}

// sumsFor tells pages what they are made of; nil where that is not known.
func (v *Visit) sumsFor(b BuildOptions) *inputs.Sums {
	if v.seen == nil {
		return nil
	}
	sums := v.sums.And(hash(v.options.Version, v.tool, v.options.Now.String(), b.BaseURL, fmt.Sprint(b.Force, b.PDF)))
	return &sums
}

// watched is where a catalogue's files are.
var watched = []string{"content", "i18n", "layouts", "site.yaml"}

// names are what is looked at, sorted.
func names(others []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(watched, others))))
}

// look takes a snapshot of the files that the catalogue is made of. read may be nil.
func (v *Visit) look(others []string, before *inputs.Snapshot, read inputs.Reading) *inputs.Snapshot {
	s, err := inputs.TakeAt(time.Now().Add(v.options.ahead), v.root, names(others), before, read)
	if err != nil {
		return nil
	}
	return s
}

// stamp stands for all that a site depends on.
func (v *Visit) stamp(b BuildOptions) string {
	return hash(v.key, b.BaseURL, fmt.Sprint(b.Force, b.PDF))
}

// remember keeps what was found out, and reports whether it is true of the files
// that v saw at its beginning. Files may have changed and changed back while they were read; what folders hold is
// what v saw, and so are the texts of sheets, which are known by their sums. The book is not touched: it may be on its way to the disk.
func (v *Visit) remember() bool {
	if v.seen == nil || v.done {
		return v.done
	}
	r := v.loaded.record()
	r.Others = v.files.others()
	seen := v.seen
	if slices.Equal(seen.Names(), names(r.Others)) {
		v.done = v.read.Same(v.root)
	} else if seen = v.look(r.Others, seen, nil); seen == nil { // what was read elsewhere is looked at from the next time on
		return false
	}
	if v.done {
		r.Key = v.key
	}
	var snapshot error
	var writing sync.WaitGroup // nothing else is to be done meanwhile
	writing.Go(func() { snapshot = cache.Replace(filepath.Join(v.state, snapshotName), seen.Write) })
	record := remember(v.state, recordName, r)
	writing.Wait()
	v.done = errors.Join(snapshot, record) == nil && v.done
	return v.done
}
