//go:build long

package site

import "time"

// The long form of TestEdits: others each time.
const manyEdits = 1000

func defaultSeed() uint64 { return uint64(time.Now().UnixNano()) }
