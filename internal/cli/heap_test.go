package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestHeap holds that there is room as long as little is in use, the more for the more text, that collections do not end it, and that it ends.
func TestHeap(t *testing.T) {
	t.Setenv("GOGC", "")
	set := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	before := set()
	h := newHeap()
	little := set()
	if little <= 100 {
		t.Errorf("%d percent", little)
	}
	if h.hold(1 << 36); set() <= little {
		t.Errorf("%d percent for much text, %d for little", set(), little)
	}
	if h.room > mostRoom {
		t.Errorf("room for %d bytes", h.room)
	}
	called := make(chan bool)
	afterwards(func() bool { called <- true; return false })
	runtime.GC()
	select {
	case <-called:
	case <-time.After(time.Minute):
		t.Error("nothing is called after a collection")
	}
	if h.close(); set() != before {
		t.Errorf("afterwards %d percent, not %d", set(), before)
	}
	h = &heap{room: leastRoom}
	for live, want := range map[uint64]int{leastRoom / 5: 400, leastRoom: 120, mostRoom: 120, 2 * mostRoom: 70, 1 << 40: 20} {
		if got := h.percent(live); got != want {
			t.Errorf("%d percent of %d bytes, not %d", got, live, want)
		}
	}
	t.Setenv("GOGC", "50")
	if h = newHeap(); set() != before {
		t.Error("what the user has set is not left as it is")
	}
	h.hold(1 << 30)
	h.close()
}
