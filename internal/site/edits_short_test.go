//go:build !long

package site

// The short form of TestEdits: always the same edits, each kind once.
const manyEdits = 36

// How many builds are killed, and how often some begin together.
const (
	kills    = 24
	together = 3
)

func defaultSeed() uint64 { return 1 }

// Whether TestDamagedMemory damages each file alone, too.
const damageAlone = false
