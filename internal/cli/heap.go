package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// What a build or a check may have in memory, in bytes, before the collector begins: leastRoom, and roomOfText for each byte of the sheets,
// of which the pages and indexes in the making take as much; but no more than mostRoom, so that of a large catalogue only what is needed of it is in memory.
const (
	leastRoom  = 160 << 20
	roomOfText = 5
	mostRoom   = 1 << 30
)

// A heap is the memory of a build or a check. Its collector waits until a fifth more was allocated than is in use, where Go would begin at as
// much, and until there is no room left: a program that ends after a second or two would spend an eighth of it looking again and again at what
// is only just being read. Of gigabytes in use it is a fifth and mostRoom: there memory is dearer than time.
type heap struct {
	mu     sync.Mutex
	room   uint64
	before int // percent that are set afterwards
	over   bool
}

// newHeap returns the heap until it is closed; nil where somebody has set GOGC, who knows better.
func newHeap() *heap {
	if os.Getenv("GOGC") != "" {
		return nil
	}
	h := &heap{room: leastRoom}
	h.before = debug.SetGCPercent(h.percent(0))
	afterwards(func() (again bool) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.set()
		return !h.over
	})
	return h
}

// hold makes room for sheets of so many bytes.
func (h *heap) hold(bytes int64) {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.room = min(max(leastRoom, roomOfText*uint64(bytes)), mostRoom)
	h.set()
}

func (h *heap) set() {
	if !h.over {
		debug.SetGCPercent(h.percent(live()))
	}
}

// close gives the collector back.
func (h *heap) close() {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	debug.SetGCPercent(h.before)
}

// percent is how much may be allocated, in percent of the bytes that are in use.
func (h *heap) percent(live uint64) int {
	live = max(live, 4<<20) // Go itself never begins before
	return max(min(120, 20+int(mostRoom*100/live)), int(h.room*100/live)-100)
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
