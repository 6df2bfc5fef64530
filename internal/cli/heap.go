package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// room is what a build or a check may leave about in memory, in bytes, before the collector begins.
const room = 96 << 20

// roomy makes the collector wait until a fifth more was allocated than is in use, where Go would begin at as much, and at least room: a
// program that ends after a second or two would spend an eighth of it looking again and again at what is only just being read. It
// returns what ends that.
// Whoever has set GOGC knows better.
func roomy() (end func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	var mu sync.Mutex
	over := false
	before := debug.SetGCPercent(percent(0))
	afterwards(func() (again bool) {
		mu.Lock()
		defer mu.Unlock()
		if !over {
			debug.SetGCPercent(percent(live()))
		}
		return !over
	})
	return func() {
		mu.Lock()
		defer mu.Unlock()
		over = true
		debug.SetGCPercent(before)
	}
}

// percent is how much may be allocated, in percent of the bytes that are in use.
func percent(live uint64) int {
	return int(max(120, room*100/max(live, 4<<20))) // Go itself never begins before 4 MiB
}

// live returns the bytes that were in use when the collector looked last.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// afterwards calls f after each collection, until it returns false.
func afterwards(f func() (again bool)) {
	pebble := new([16]byte) // of which nothing but the collector knows
	runtime.SetFinalizer(pebble, func(*[16]byte) {
		if f() {
			afterwards(f)
		}
	})
}
