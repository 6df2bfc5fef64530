package render

import (
	"slices"
	"testing"
)

// Lists that lie side by side stay what they are, however many come after them and whatever is added to them.
func TestSlab(t *testing.T) {
	var s slab[int]
	for page := range 3 {
		s.reset()
		lists := make([][]int, 40)
		for i := range lists {
			lists[i] = append(s.room(2), i)
			lists[i] = append(lists[i], page)
			if i > 0 {
				_ = append(lists[i-1], -1)
			}
		}
		for i, list := range lists {
			if !slices.Equal(list, []int{i, page}) {
				t.Errorf("page %d, list %d is %v", page, i, list)
			}
		}
	}
	s.reset()
	if n := testing.AllocsPerRun(10, func() { s.of(1, 2, 3); s.reset() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
