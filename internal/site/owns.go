package site

import (
	"regexp"
	"slices"
	"strings"
)

// The names that a build gives to files, below the site's root and below the
// folder of a language. What has another name was put there by someone.
var (
	ownAtRoot = regexp.MustCompile(`^((index|404)\.html|catalogue\.(json|csv)|sitemap[0-9-]*\.xml|(robots|security)\.txt|favicon\.(ico|svg)` +
		`|assets/(.+[./])?[0-9a-f]{10,}\.[a-z0-9]+|assets/(search|cards)/.+|(packs|sheets)/[^/]+\.[a-z-]+\.pdf)$`)
	ownInLang = regexp.MustCompile(`^((index|(partnerships(-[a-z]+)?|transfers)(\.[0-9]+)?|new|map|glossary|search|my-pack)\.html|(feed|opensearch)\.xml` +
		`|(sheets|themes|places|countries|audiences|carriers|types|status|years|languages|efforts|packs|pages)/.+\.html)$`)
)

// owns reports whether a path of the output folder is one that a build writes, or has written when the site had some other languages.
func (l *Loaded) owns(path string, others []string) bool {
	if lang, rest, nested := strings.Cut(path, "/"); nested && (l.Site.HasLang(lang) || slices.Contains(others, lang)) {
		return ownInLang.MatchString(rest)
	}
	return ownAtRoot.MatchString(path)
}
