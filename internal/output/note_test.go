package output

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNoteFails holds that a build whose intention can't be written says so and changes nothing, whether that shows before all files are
// linked or not.
func TestNoteFails(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	lay(t, o.Dir, users)
	names, err := filepath.Glob(filepath.Join(o.State, manifestName+"*"))
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	inTheWay := names[0] + intended + temporary
	lay(t, inTheWay, tree{"a folder with": "something in it"})
	if _, err := build(o, after); err == nil {
		t.Error("built without an intention")
	}
	expect(t, o.Dir, with(before, users))
	os.RemoveAll(inTheWay)
	mustBuild(t, o, after)
	expect(t, o.Dir, with(after, users))
	nothingBeside(t, o)
}
