// Sbom writes the program's bill of materials: every module that is linked into it on
// any system, and the data in it that others made, with their licences, as CycloneDX in JSON (cyclonedx.org).
//
//	go run ./internal/sbom >praxisblatt.cdx.json
//
// Same modules, same bytes: there is no time and no serial number in it.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/licenseclassifier/v2"
	"github.com/google/licenseclassifier/v2/assets"
)

// systems are those that the program is built for: on each it may be linked with others.
var systems = []string{"darwin", "linux", "windows"}

// data is what others made and no module brings. Where it lies is said what was made of it.
var data = []part{
	{Path: "hyphen", Version: "1.14.1", Registry: "npm", Licences: []string{"ISC", "MIT"}}, // internal/typeset/hyphens
	{Path: "world-atlas", Version: "2.0.2", Registry: "npm", Licences: []string{"ISC"}},    // internal/atlas
}

const program = "gitlab.opencode.de/praxisblatt/praxisblatt/cmd/praxisblatt"

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	parts, err := linked()
	if err != nil {
		return err
	}
	e := cyclonedx.NewBOMEncoder(w, cyclonedx.BOMFileFormatJSON)
	e.SetPretty(true)
	return e.Encode(bill(slices.Concat(parts, data)))
}

// A part is a module that is linked into the program, or a package of data.
type part struct {
	Path, Version, Dir string
	Main               bool
	Licences           []string `json:"-"` // SPDX identifiers, sorted
	Registry           string   `json:"-"` // as in a package URL
}

// linked lists the modules of which a package is linked on any system, with their licences,
// by path.
func linked() ([]part, error) {
	classifier, err := assets.DefaultClassifier()
	if err != nil {
		return nil, err
	}
	found := map[string]part{}
	for _, system := range systems {
		modules, err := linkedOn(system)
		if err != nil {
			return nil, err
		}
		for _, m := range modules {
			if m.Main || found[m.Path].Path != "" {
				continue
			}
			if m.Licences, err = licences(classifier, m.Dir); err != nil {
				return nil, err
			}
			m.Registry = "golang"
			found[m.Path] = m
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b part) int { return cmp.Compare(a.Path, b.Path) }), nil
}

// linkedOn lists the modules of all packages that are linked on a system.
func linkedOn(system string) (modules []part, err error) {
	c := exec.Command("go", "list", "-deps", "-json=Module", program)
	c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ Module *part }
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return modules, nil
		} else if err != nil {
			return nil, err
		}
		if p.Module != nil {
			modules = append(modules, *p.Module)
		}
	}
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

func bill(parts []part) *cyclonedx.BOM {
	b := cyclonedx.NewBOM()
	b.Metadata = &cyclonedx.Metadata{Component: &cyclonedx.Component{
		BOMRef: "praxisblatt", Type: cyclonedx.ComponentTypeApplication, Name: "praxisblatt", Licenses: spdx([]string{"EUPL-1.2"}),
	}}
	components := make([]cyclonedx.Component, len(parts))
	refs := make([]string, len(parts))
	for i, p := range parts {
		kind := cyclonedx.ComponentTypeLibrary
		if p.Registry != "golang" {
			kind = cyclonedx.ComponentTypeData
		}
		refs[i] = "pkg:" + p.Registry + "/" + p.Path + "@" + p.Version
		components[i] = cyclonedx.Component{
			BOMRef: refs[i], PackageURL: refs[i], Type: kind, Name: p.Path, Version: p.Version, Licenses: spdx(p.Licences),
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
