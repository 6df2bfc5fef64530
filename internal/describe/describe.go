// Package describe says of every field of the format what belongs there, in one
// sentence and in the three languages of the interface. The JSON Schema shows it
// beside the field, `new` writes it above. Labels are not here: they are words
// of the site and stand in i18n/.
package describe

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// Sheet returns the description of a field of a sheet or a free page, by its path.
func Sheet(path string) (diag.Text, bool) {
	t, ok := sheets[path]
	return t, ok
}

// Site returns the description of a field of site.yaml, by its path.
func Site(path string) (diag.Text, bool) {
	t, ok := sites[path]
	return t, ok
}

// Term returns the description of a field of a vocabulary's terms or of the glossary.
func Term(path string) (diag.Text, bool) {
	t, ok := terms[path]
	return t, ok
}
