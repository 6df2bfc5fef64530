package pdf

import (
	"cmp"
	"maps"
	"slices"
)

func sortedFonts(used map[*Font]bool) []*Font {
	return slices.SortedFunc(maps.Keys(used), func(a, b *Font) int { return cmp.Compare(a.id, b.id) })
}

func sortedImages(used map[*Image]bool) []*Image {
	return slices.SortedFunc(maps.Keys(used), func(a, b *Image) int { return cmp.Compare(a.id, b.id) })
}
