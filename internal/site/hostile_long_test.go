//go:build long

package site

const (
	everyNth = 1
	mixes    = 14
)
