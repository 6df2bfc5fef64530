package output

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls f for every index below n on all processors, and returns the
// first error by index of those that occurred. Work is dealt out in runs of
// neighbours, which lie in the same folder.
func each(n int, f func(i int) error) error {
	const run = 64
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
