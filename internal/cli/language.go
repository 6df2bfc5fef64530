package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// languages are those of the interface. A site may have any others.
var languages = []string{"de", "fr", "en"}

// language returns the language of the interface. It must be known before the
// flags are parsed, since what is wrong with them is said in it.
func language(args []string, env func(string) string) string {
	dir, ui := early(args)
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if ui == "" {
			ui = env(name)
		}
	}
	ui, _, _ = strings.Cut(ui, "_")
	ui, _, _ = strings.Cut(ui, "-")
	ui, _, _ = strings.Cut(ui, ".")
	if slices.Contains(languages, ui) {
		return ui
	}
	if first := firstOf(dir); slices.Contains(languages, first) {
		return first
	}
	return "en"
}

// early looks for the two flags that matter before all others.
func early(args []string) (dir, ui string) {
	dir = "."
	for i, arg := range args {
		next := ""
		if i+1 < len(args) {
			next = args[i+1]
		}
		switch {
		case arg == "--":
			return dir, ui
		case arg == "--ui":
			ui = next
		case arg == "-C" || arg == "--dir":
			dir = next
		case strings.HasPrefix(arg, "--ui="):
			ui = arg[len("--ui="):]
		case strings.HasPrefix(arg, "--dir="):
			dir = arg[len("--dir="):]
		case strings.HasPrefix(arg, "-C"):
			dir = strings.TrimPrefix(arg[len("-C"):], "=")
		}
	}
	return dir, ui
}

// firstOf returns the first language of the catalogue in a folder, "" where
// there is none: what is wrong with it will be said later.
func firstOf(dir string) string {
	path := filepath.Join(dir, config.Path)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return ""
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	s, _ := config.Parse(diag.NewSource(config.Path, string(text)))
	return s.Default()
}
