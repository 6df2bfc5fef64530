// Praxisblatt checks a multilingual catalogue of good municipal practice and
// builds a static site of it.
package main

import (
	"os"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cli"
)

func main() { os.Exit(cli.Main()) }
