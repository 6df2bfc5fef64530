// Package parallel runs work on all processors. Results land by index, so that
// what is made of them does not depend on who was first.
package parallel

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// run is how many neighbours one processor takes at a time.
const run = 16

// Each calls f for every index below n. After an error nothing new is begun;
// of several errors the one with the lowest index is returned.
func Each(n int, f func(i int) error) error { return each(n, run, f) }

// Few is Each for calls that each are so much work that no processor should take several at a time.
func Few(n int, f func(i int) error) error { return each(n, 1, f) }

func each(n, run int, f func(i int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	var group sync.WaitGroup
	errs := make([]error, (n+run-1)/run)
	for range min(runtime.GOMAXPROCS(0), len(errs)) {
		group.Go(func() {
			for !failed.Load() {
				r := int(next.Add(1)) - 1
				if r >= len(errs) {
					return
				}
				for i := r * run; i < min(n, (r+1)*run) && errs[r] == nil; i++ {
					errs[r] = f(i)
				}
				if errs[r] != nil {
					failed.Store(true)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Do calls f, which can't fail, for every index below n.
func Do(n int, f func(i int)) {
	With(n, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { f(i) })
}

// With is Do for work that needs something which only one goroutine may use at a time, and which is dear to make.
func With[T any](n int, begin func() T, f func(tool T, i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	runs := (n + run - 1) / run
	for range min(runtime.GOMAXPROCS(0), runs) {
		group.Go(func() {
			tool := begin()
			for r := int(next.Add(1)) - 1; r < runs; r = int(next.Add(1)) - 1 {
				for i := r * run; i < min(n, (r+1)*run); i++ {
					f(tool, i)
				}
			}
		})
	}
	group.Wait()
}

// Range calls begin for each value of a sequence, one after the other, and does what that returns on all processors while
// the sequence goes on.
func Range[T any](values iter.Seq[T], begin func(T) func()) {
	var group sync.WaitGroup
	defer group.Wait()
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for v := range values {
		do := begin(v)
		room <- struct{}{}
		group.Go(func() { do(); <-room })
	}
}
