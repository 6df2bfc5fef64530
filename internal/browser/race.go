//go:build race

package browser

// raced tells that the race detector is on. Pages are looked at without it: they would be rendered ten times
// slower, and what is rendered at the same time is the same in other tests.
const raced = true
