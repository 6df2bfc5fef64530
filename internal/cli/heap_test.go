package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestRoomy holds that there is room as long as little is in use, that collections do not end it, and that it ends.
func TestRoomy(t *testing.T) {
	t.Setenv("GOGC", "")
	set := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	before := set()
	end := roomy()
	if now := set(); now <= 100 {
		t.Errorf("%d percent", now)
	}
	called := make(chan bool)
	afterwards(func() bool { called <- true; return false })
	runtime.GC()
	select {
	case <-called:
	case <-time.After(time.Minute):
		t.Error("nothing is called after a collection")
	}
	if end(); set() != before {
		t.Errorf("afterwards %d percent, not %d", set(), before)
	}
	if percent(1<<40) != 120 || percent(room/3) < 300 {
		t.Errorf("%d and %d percent", percent(1<<40), percent(room/3))
	}
	t.Setenv("GOGC", "50")
	if roomy()(); set() != before {
		t.Error("what the user has set is not left as it is")
	}
}
