//go:build !long

package site

// The short form of TestHostile: every how manieth field an attack meets alone, and
// how often all fields are attacked at once.
const (
	everyNth = 77
	mixes    = 2
)
