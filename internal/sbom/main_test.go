package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/CycloneDX/cyclonedx-go"
)

// compatible are licences under which a part may be linked into a program under the EUPL-1.2: permissive
// ones, and those that the EUPL's appendix or the FSF's and OSI's texts allow beside it.
var compatible = map[string]bool{
	"MIT": true, "BSD-2-Clause": true, "BSD-3-Clause": true, "Apache-2.0": true, "ISC": true, "Unlicense": true, "CC0-1.0": true, "0BSD": true,
	"MPL-2.0": true, "OFL-1.1": true, "Bitstream-Vera": true, "Unicode-DFS-2016": true,
}

// TestLicences holds that every module that is linked has a licence, and one
// that allows it.
func TestLicences(t *testing.T) {
	modules, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	if len(modules) < 20 {
		t.Fatalf("only %d modules were found", len(modules))
	}
	for _, m := range slices.Concat(modules, data) {
		if len(m.Licences) == 0 {
			t.Errorf("%s has no licence that is known", m.Path)
		}
		for _, l := range m.Licences {
			if !compatible[l] {
				t.Errorf("%s is under %s", m.Path, l)
			}
		}
		t.Log(m.Path, m.Licences)
	}
}

// TestBill holds that the bill of materials can be read, lists every part with its version, licences and
// address, and is the same each time.
func TestBill(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := run(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two bills of the same modules differ")
	}
	var bom cyclonedx.BOM
	if err := cyclonedx.NewBOMDecoder(&first, cyclonedx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	if bom.Components == nil || len(*bom.Components) < 20 {
		t.Fatal("the bill lists hardly anything")
	}
	listed := map[string]bool{}
	for _, c := range *bom.Components {
		listed[c.Name] = true
		if c.Name == "" || c.Version == "" || c.PackageURL == "" || c.Licenses == nil || len(*c.Licenses) == 0 {
			t.Errorf("%s %s lacks something: %s, %v", c.Name, c.Version, c.PackageURL, c.Licenses)
		}
	}
	for name, what := range map[string]string{
		"github.com/spf13/cobra": "what all systems need", "github.com/inconshreveable/mousetrap": "what Windows alone needs", "world-atlas": "data",
	} {
		if !listed[name] {
			t.Errorf("%s is missing: %s", what, name)
		}
	}
}

// TestSystems holds that the bill is of all systems that the program is built for.
func TestSystems(t *testing.T) {
	text, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	built := regexp.MustCompile(`(?m)^for system in (.*); do$`).FindSubmatch(text)
	if built == nil {
		t.Fatal(".ci/run builds for no system")
	}
	if of := slices.Sorted(strings.FieldsSeq(string(built[1]))); !slices.Equal(of, systems) {
		t.Errorf("built is for %q, the bill is of %q", of, systems)
	}
}
