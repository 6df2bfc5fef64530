//go:build !long

package site

// The short form of TestEdits: always the same edits, each kind once.
const manyEdits = 36

func defaultSeed() uint64 { return 1 }
