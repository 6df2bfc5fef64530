package bundle

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestScript(t *testing.T) {
	files := fstest.MapFS{
		"search/ui.ts":     {Data: []byte("import { n } from './number';\nconsole.log(n as number + 1);\n")},
		"search/number.ts": {Data: []byte("export const n: number = 41;\nexport const unused = 'left out';\n")},
		"search/wrong.ts":  {Data: []byte("let = 1 +;\n")},
		"search/lost.ts":   {Data: []byte("import './nowhere';\n")},
	}
	got, err := Script(files, "search/ui.ts")
	if err != nil || !strings.Contains(string(got), "42") || strings.Contains(string(got), "left out") {
		t.Errorf("%s, %v", got, err)
	}
	for _, name := range []string{"search/wrong.ts", "search/lost.ts", "search/none.ts"} {
		if _, err := Script(files, name); err == nil || !strings.Contains(err.Error(), "search/") && !strings.Contains(err.Error(), "nowhere") || strings.Contains(err.Error(), space) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
