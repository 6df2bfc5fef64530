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
	if h.percent(1<<40) != 120 || h.percent(leastRoom/5) != 400 {
		t.Errorf("%d and %d percent", h.percent(1<<40), h.percent(leastRoom/5))
	}
	t.Setenv("GOGC", "50")
	if h = newHeap(); set() != before {
		t.Error("what the user has set is not left as it is")
	}
	h.hold(1 << 30)
	h.close()
}
