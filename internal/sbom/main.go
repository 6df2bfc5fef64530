// Sbom writes the program's bill of materials: every module that is linked into it,
// with its licence, as CycloneDX in JSON (cyclonedx.org).
//
//	go run ./internal/sbom >praxisblatt.cdx.json
//
// Same modules, same bytes: there is no time and no serial number in it.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/licenseclassifier/v2"
	"github.com/google/licenseclassifier/v2/assets"
)

const program = "gitlab.opencode.de/praxisblatt/praxisblatt/cmd/praxisblatt"

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	modules, err := linked()
	if err != nil {
		return err
	}
	e := cyclonedx.NewBOMEncoder(w, cyclonedx.BOMFileFormatJSON)
	e.SetPretty(true)
	return e.Encode(bill(modules))
}

// A module is linked into the program.
type module struct {
	Path, Version, Dir string
	Main               bool
	Licences           []string `json:"-"` // SPDX identifiers, sorted
}

// linked lists the modules of which a package is linked, with their licences,
// by path.
func linked() ([]module, error) {
	c := exec.Command("go", "list", "-deps", "-json=Module", program)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	classifier, err := assets.DefaultClassifier()
	if err != nil {
		return nil, err
	}
	found := map[string]module{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct{ Module *module }
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if m := p.Module; m != nil && !m.Main && found[m.Path].Path == "" {
			if m.Licences, err = licences(classifier, m.Dir); err != nil {
				return nil, err
			}
			found[m.Path] = *m
		}
	}
	modules := make([]module, 0, len(found))
	for _, m := range found {
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return modules, nil
}

// licenceFile tells the files at the top of a module that hold its licences.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying)([-.].*)?$`)

// renamed are names of the classifier that are not SPDX's.
var renamed = map[string]string{"Bitstream": "Bitstream-Vera"}

// licences reads the licences of a module, as SPDX identifiers.
func licences(c *classifier.Classifier, dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		for _, m := range c.Match(text).Matches {
			if m.MatchType == "License" {
				names = append(names, cmp.Or(renamed[m.Name], m.Name))
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

func bill(modules []module) *cyclonedx.BOM {
	b := cyclonedx.NewBOM()
	b.Metadata = &cyclonedx.Metadata{Component: &cyclonedx.Component{
		BOMRef: "praxisblatt", Type: cyclonedx.ComponentTypeApplication, Name: "praxisblatt", Licenses: spdx([]string{"EUPL-1.2"}),
	}}
	components := make([]cyclonedx.Component, len(modules))
	refs := make([]string, len(modules))
	for i, m := range modules {
		refs[i] = "pkg:golang/" + m.Path + "@" + m.Version
		components[i] = cyclonedx.Component{
			BOMRef: refs[i], PackageURL: refs[i], Type: cyclonedx.ComponentTypeLibrary, Name: m.Path, Version: m.Version, Licenses: spdx(m.Licences),
		}
	}
	b.Components = &components
	b.Dependencies = &[]cyclonedx.Dependency{{Ref: "praxisblatt", Dependencies: &refs}}
	return b
}

func spdx(ids []string) *cyclonedx.Licenses {
	all := make(cyclonedx.Licenses, len(ids))
	for i, id := range ids {
		all[i].License = &cyclonedx.License{ID: id}
	}
	return &all
}
