package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
)

// subset returns the font with the outlines of some glyphs alone, and those that
// they are put together from. Glyphs keep their numbers, so that nothing else
// has to be renumbered; the empty ones cost next to nothing once compressed.
func (f *trueType) subset(used map[uint16]string) []byte {
	keep := map[int]bool{0: true}
	queue := []int{0}
	for g := range used {
		if int(g) < f.count {
			keep[int(g)] = true
			queue = append(queue, int(g))
		}
	}
	for len(queue) > 0 {
		g := queue[0]
		queue = queue[1:]
		for _, part := range components(f.glyph(g)) {
			if part < f.count && !keep[part] { // once each: a glyph may name the same part a thousand times, and that another
				keep[part] = true
				queue = append(queue, part)
			}
		}
	}
	var glyf []byte
	loca := make([]byte, 0, 4*(f.count+1))
	for g := range f.count {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if keep[g] {
			glyf = append(glyf, f.glyph(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	tables := map[string][]byte{"glyf": glyf, "loca": loca, "hmtx": f.subsetMetrics(keep)}
	for _, name := range []string{"hhea", "maxp", "cvt ", "fpgm", "prep"} {
		if t := f.tables[name]; t != nil {
			tables[name] = t
		}
	}
	head := slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // the file's checksum, which readers of embedded fonts pass over
	binary.BigEndian.PutUint16(head[50:], 1)
	tables["head"] = head
	return assemble(tables)
}

func (f *trueType) subsetMetrics(keep map[int]bool) []byte {
	hmtx := slices.Clone(f.tables["hmtx"])
	for g := range f.metrics - 1 { // the last one holds for all that follow
		if !keep[g] {
			clear(hmtx[4*g : 4*g+4])
		}
	}
	return hmtx
}

// glyph returns the outline of a glyph, nothing for a space and for one that
// does not exist.
func (f *trueType) glyph(g int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if g >= f.count {
		return nil
	}
	var from, to int
	if f.longOffsets {
		from, to = int(binary.BigEndian.Uint32(loca[4*g:])), int(binary.BigEndian.Uint32(loca[4*g+4:]))
	} else {
		from, to = 2*u16(loca, 2*g), 2*u16(loca, 2*g+2)
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// components returns the glyphs that a composite one is made of.
func components(glyph []byte) []int {
	if len(glyph) < 10 || i16(glyph, 0) >= 0 {
		return nil
	}
	const words, scale, more, scaleXY, matrix = 1, 1 << 3, 1 << 5, 1 << 6, 1 << 7
	var parts []int
	for at := 10; at+4 <= len(glyph); {
		flags := u16(glyph, at)
		parts = append(parts, u16(glyph, at+2))
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scaleXY != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return parts
}

// assemble writes tables as a font file, in the order of their names.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	n := len(names)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, power * 16, log, (n - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	offset := 12 + 16*n
	for _, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(tables[name]))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		offset += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func checksum(table []byte) uint32 {
	var sum uint32
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}

// subsetTag is six letters that differ with the subset.
func subsetTag(subset []byte) string {
	sum := sha256.Sum256(subset)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
