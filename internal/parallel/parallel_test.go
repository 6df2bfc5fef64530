package parallel

import (
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
)

func TestDoCallsEveryIndexOnce(t *testing.T) {
	for _, n := range []int{0, 1, run - 1, run, run + 1, 10*run + 3} {
		calls := make([]atomic.Int32, n)
		Do(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if c := calls[i].Load(); c != 1 {
				t.Errorf("of %d: index %d called %d times", n, i, c)
			}
		}
	}
}

func TestEachReturnsTheFirstErrorAndStops(t *testing.T) {
	wrong := errors.New("wrong")
	var after atomic.Int32
	err := Each(1000*run, func(i int) error {
		if i == 3 {
			return wrong
		}
		after.Add(1)
		return nil
	})
	if err != wrong {
		t.Errorf("error %v, want %v", err, wrong)
	}
	if n := after.Load(); n >= 1000*run-1 {
		t.Errorf("all %d others were called all the same", n)
	}
}

// Two calls that wait for each other come to an end only if neither waits behind the other.
func TestFewBegin(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	var both sync.WaitGroup
	both.Add(2)
	if err := Few(2, func(int) error { both.Done(); both.Wait(); return nil }); err != nil {
		t.Fatal(err)
	}
}

func TestWithLendsToolsToOneAtATime(t *testing.T) {
	type tool struct{ uses int }
	var tools []*tool
	var mu sync.Mutex
	With(100*run, func() *tool {
		mu.Lock()
		defer mu.Unlock()
		tools = append(tools, &tool{})
		return tools[len(tools)-1]
	}, func(made *tool, i int) { made.uses++ })
	uses := 0
	for _, made := range tools {
		uses += made.uses
	}
	if uses != 100*run || len(tools) > runtime.GOMAXPROCS(0) {
		t.Errorf("%d tools were used %d times", len(tools), uses)
	}
}

func TestRangeBeginsInOrder(t *testing.T) {
	var begun []int
	var done atomic.Int32
	Range(slices.Values([]int{3, 1, 2}), func(v int) func() {
		begun = append(begun, v)
		return func() { done.Add(int32(v)) }
	})
	if !slices.Equal(begun, []int{3, 1, 2}) || done.Load() != 6 {
		t.Errorf("begun %v, done %d", begun, done.Load())
	}
}
