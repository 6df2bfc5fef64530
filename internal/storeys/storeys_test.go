// Package storeys holds the drawing of the house in ARCHITECTURE.md: which room may import which, and in which
// room a third-party library lives. A new arrow fails here until someone draws it, so that it is a decision
// and not an accident.
package storeys

import (
	"slices"
	"strings"
	"testing"
)

// The house from top to bottom. A room may import all rooms of the storeys below its own; rooms are folders,
// without internal/. content holds tests alone, of the catalogue through the whole house.
var house = [][]string{
	{"cmd/praxisblatt", "cli", "content"},
	{"site", "accept", "draft", "format", "schema", "serve", "starter"},
	{"render", "search", "pack"},
	{"check", "plan"},
	{"catalogue", "legal", "sheet", "vocab"},
	{"config", "locale", "field", "edit", "markdown", "yamlnode"},
	{"atlas", "cache", "design", "fasttemplate", "rule", "describe", "diag", "dirent", "edtf", "inputs", "jsontext", "output", "parallel", "picture", "suggest", "typeset", "pdf", "poster", "bundle", "search/analyze", "search/expert", "wire", "layouts", "i18n"},
}

// Inside a storey a room may import only what an arrow shows.
var arrows = []string{
	"cmd/praxisblatt → cli",
	"starter → schema", "serve → site", "site → draft",
	"catalogue → sheet", "catalogue → vocab", "sheet → vocab",
	"legal → sheet",
	"config → field", "config → locale", "config → yamlnode",
	"locale → field", "locale → yamlnode",
	"field → yamlnode", "edit → yamlnode",
	"rule → diag", "rule → wire", "search/analyze → wire", "describe → diag", "diag → parallel", "inputs → dirent", "inputs → parallel", "output → dirent", "output → parallel", "typeset → pdf",
}

// These rooms stand beside the house: they import nothing of it but in their own tests, and only tests and one
// another may import them.
var tests = []string{"atlas/genatlas", "bench/corpus", "bench/gencorpus", "bench/query", "bench/race", "browser", "pdfcheck", "sbom"}

// libraries are the rooms in which a third-party library may be imported; the longest path decides.
var libraries = map[string]string{
	"github.com/CycloneDX/cyclonedx-go":          "sbom",
	"github.com/adrg/frontmatter":                "yamlnode",
	"github.com/blevesearch/bleve/v2":            "search/expert",
	"github.com/blevesearch/bleve/v2/analysis":   "search/analyze search/expert",
	"github.com/chromedp":                        "browser",
	"github.com/go-fonts":                        "typeset pdf pdfcheck poster site",
	"github.com/go-text/typesetting":             "typeset poster",
	"github.com/makiuchi-d/gozxing":              anyTest,
	"github.com/pdfcpu/pdfcpu":                   "pdfcheck",
	"github.com/fsnotify":                        "serve",
	"github.com/evanw/esbuild":                   "bundle",
	"github.com/google/licenseclassifier":        "sbom",
	"github.com/rogpeppe/go-internal/testscript": "cli",
	"github.com/rogpeppe/go-internal/txtar":      anyTest,
	"github.com/santhosh-tekuri/jsonschema":      anyTest,
	"github.com/spf13/cobra":                     "cli",
	"github.com/spf13/pflag":                     "cli",
	"github.com/yuin/goldmark":                   "markdown",
	"go.yaml.in/yaml":                            "yamlnode",
	"golang.org/x/image/math/fixed":              "typeset poster",
	"golang.org/x/sys":                           "dirent output cli",
	"golang.org/x/image":                         "picture poster",
	"golang.org/x/image/colornames":              "design",
	"golang.org/x/net/html":                      anyTest,
	"golang.org/x/text":                          "locale",
	"golang.org/x/text/encoding":                 "yamlnode",
	"golang.org/x/text/unicode/norm":             "locale sheet suggest yamlnode search/analyze",
	"golang.org/x/tools/txtar":                   anyTest,
	"rsc.io/qr":                                  "pack",
}

// anyTest marks libraries that every room's tests may use.
const anyTest = "*"

// refusal says why a room may not import a package, or nothing. test is whether a test asks.
func refusal(room, path string, test bool) string {
	other, own := strings.CutPrefix(path, module+"/")
	if !own {
		return libraryRefusal(room, path, test)
	}
	other = strings.TrimPrefix(other, "internal/")
	from, to := storey(room), storey(other)
	switch {
	case room == other:
		return "" // a test of package x_test
	case slices.Contains(tests, other):
		if test || slices.Contains(tests, room) {
			return ""
		}
		return "the room is for tests only"
	case slices.Contains(tests, room) && test:
		return ""
	case slices.Contains(tests, room):
		return "a room for tests imports nothing of the house"
	case to < 0:
		return "the room is in no storey: draw it"
	case to < from:
		return "imports run downward only"
	case to == from && !slices.Contains(arrows, room+" → "+other):
		return "inside a storey only where the drawing shows an arrow"
	}
	return ""
}

func libraryRefusal(room, path string, test bool) string {
	first, _, _ := strings.Cut(path, "/")
	if !strings.Contains(first, ".") {
		return "" // the standard library
	}
	name := library(path)
	switch rooms := libraries[name]; {
	case name == "":
		return "the library is in no room: give it one"
	case rooms == anyTest && test, slices.Contains(strings.Fields(rooms), room):
		return ""
	case rooms == anyTest:
		return "the library is for tests only"
	default:
		return "the library lives in " + rooms
	}
}

// library is the longest path of the table that path begins with.
func library(path string) string {
	longest := ""
	for name := range libraries {
		if (path == name || strings.HasPrefix(path, name+"/")) && len(name) > len(longest) {
			longest = name
		}
	}
	return longest
}

// storey counts from the top; -1 is no storey.
func storey(room string) int {
	return slices.IndexFunc(house, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

func TestImports(t *testing.T) {
	found := imports(t, "../..")
	if len(found) < 20 {
		t.Fatalf("only %d imports were found: the search is broken", len(found))
	}
	for _, i := range found {
		if storey(i.room) < 0 && !slices.Contains(tests, i.room) && i.room != "storeys" {
			t.Errorf("%s: the room %s is in no storey: draw it", i.file, i.room)
			continue
		}
		if why := refusal(i.room, i.path, strings.HasSuffix(i.file, "_test.go")); why != "" {
			t.Errorf("%s: new arrow %s → %s: %s", i.file, i.room, strings.TrimPrefix(i.path, module+"/"), why)
		}
	}
}

// TestArrows holds that the table itself means something.
func TestArrows(t *testing.T) {
	for _, test := range []struct {
		room, path string
		test, ok   bool
	}{
		{"cli", module + "/internal/site", false, true},
		{"render", module + "/internal/diag", false, true},
		{"render", module + "/layouts", false, true},
		{"site", module + "/internal/cli", false, false},
		{"diag", module + "/internal/rule", false, false},
		{"sheet", module + "/internal/catalogue", true, false},
		{"plan", module + "/internal/check", false, false},
		{"render", module + "/internal/nowhere", false, false},
		{"render", module + "/internal/browser", true, true},
		{"render", module + "/internal/browser", false, false},
		{"browser", module + "/internal/diag", false, false},
		{"pdfcheck", module + "/internal/pdf", true, true},
		{"sheet", "strings", false, true},
		{"sheet", "go.yaml.in/yaml/v4", false, false},
		{"yamlnode", "go.yaml.in/yaml/v4", false, true},
		{"sheet", "golang.org/x/text/unicode/norm", false, true},
		{"sheet", "golang.org/x/text/collate", false, false},
		{"render", "github.com/rogpeppe/go-internal/txtar", true, true},
		{"render", "github.com/rogpeppe/go-internal/txtar", false, false},
		{"render", "github.com/spf13/cobraversion", false, false},
	} {
		if why := refusal(test.room, test.path, test.test); (why == "") != test.ok {
			t.Errorf("%s → %s (test: %v) is answered with %q", test.room, test.path, test.test, why)
		}
	}
}
