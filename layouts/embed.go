// Package layouts holds the templates, styles and scripts of the site. A file of
// the same name in a catalogue's own layouts/ takes the place of one of these.
package layouts

import "embed"

// Files are base.html and partials.html, a template for each kind of page, and
// what they need; style holds the parts of style.css, search and submit the TypeScript of their pages.
//
//go:embed *.html *.css *.js *.svg *.ico search style submit
var Files embed.FS
