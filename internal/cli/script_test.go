package cli

import (
	"os"
	"testing"
	_ "time/tzdata" // scripts are in other time zones, also where the machine knows none

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"praxisblatt": func() { os.Exit(Main()) }})
}

// TestScripts runs testdata/script/<verb>_<case>.txtar: the program as users
// meet it. Each begins in a folder with testdata/catalogue as catalogue/, on
// the first of November 2026, in no language.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1793491200")
			e.Setenv("LC_ALL", "C")
			return os.CopyFS(e.WorkDir+"/catalogue", os.DirFS("testdata/catalogue"))
		},
		RequireUniqueNames: true,
	})
}
