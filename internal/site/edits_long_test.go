//go:build long

package site

import "time"

// The long form of TestEdits: others each time.
const manyEdits = 1000

// How many builds are killed, and how often some begin together.
const (
	kills    = 400
	together = 40
)

func defaultSeed() uint64 { return uint64(time.Now().UnixNano()) }

// Whether TestDamagedMemory damages each file alone, too.
const damageAlone = true
