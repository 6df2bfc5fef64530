// Package i18n holds the words of the site's interface, a file a language. A
// catalogue's own i18n/ overrides them word by word; package locale reads both.
package i18n

import "embed"

// Files are the built-in languages: de.yaml, fr.yaml, en.yaml, lb.yaml. English has every
// word; what another language lacks is taken from it.
//
//go:embed *.yaml
var Files embed.FS
