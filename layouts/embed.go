// Package layouts holds the templates, styles and scripts of the site. A file of
// the same name in a catalogue's own layouts/ takes the place of one of these.
package layouts

import "embed"

// Files are base.html and partials.html, a template for each kind of page, and
// what they need; search holds the TypeScript of the search page.
//
//go:embed *.html *.css *.js *.svg *.ico search
var Files embed.FS
