package field

import "regexp"

// IDPattern is the form of what becomes part of an address: ids of sheets and
// pages, slugs, keys of terms. JSON Schema reads it as well.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

var id = regexp.MustCompile(IDPattern)

// IsID reports whether a name may become part of an address.
func IsID(name string) bool { return id.MatchString(name) }
