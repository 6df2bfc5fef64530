package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"slices"
	"strconv"
	"strings"
)

// A Fault is why the site does not show a picture. It can be compared.
type Fault struct {
	Cause  Cause
	Detail string // Other: the kind it is of; Scans: how many; Pixels: "width × height"
}

// A Cause is a kind of faults.
type Cause string

const (
	Foreign Cause = "foreign" // no picture that is known
	Other   Cause = "other"   // a picture of another kind than its name says
	Damaged Cause = "damaged" // it breaks off, something in it is missing, or a sum in it is wrong
	Scans   Cause = "scans"   // its pixels come in too many scans
	Pixels  Cause = "pixels"  // it has too many
	Coding  Cause = "coding"  // JPEG has methods that no browser knows
)

func (f *Fault) Error() string { return strings.TrimSpace("picture: " + f.String()) }

// String writes a fault as [ParseFault] reads it, that of a sound picture, nil, too.
func (f *Fault) String() string {
	if f == nil {
		return ""
	}
	return string(f.Cause) + " " + f.Detail
}

// ParseFault reads what [Fault.String] wrote.
func ParseFault(s string) *Fault {
	cause, detail, ok := strings.Cut(s, " ")
	if !ok {
		return nil
	}
	return &Fault{Cause(cause), detail}
}

// maxPixels is what a picture may have: one with more could be made to fill the memory, here or of who looks at it.
const maxPixels = 100_000_000

// maxScans is how many times a progressive JPEG may go over all of its pixels: cameras and programs make some ten of them. One takes
// a hundred bytes, and goes over a hundred million pixels.
const maxScans = 100

// endings are those of the files of a kind, the usual one first.
var endings = map[string][]string{"JPEG": {".jpg", ".jpeg"}, "PNG": {".png"}, "GIF": {".gif"}, "WebP": {".webp"}}

// Ending is how the names of files of a kind usually end.
func Ending(kind string) string { return endings[kind][0] }

// kindOf tells what a file holds by its first bytes, "" for nothing that is known.
func kindOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "JPEG"
	case bytes.HasPrefix(data, []byte(signature)):
		return "PNG"
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return "GIF"
	case len(data) >= webpHead && string(data[:4]) == "RIFF" && string(data[8:webpHead]) == "WEBP":
		return "WebP"
	}
	return ""
}

// Inspect returns why the site does not show a file whose name ends so, nil for a picture that it shows. It goes through the parts
// of the file and decodes no pixels: what is wrong with these alone browsers show as well as they can.
func Inspect(data []byte, ext string) *Fault {
	kind := kindOf(data)
	switch {
	case kind == "":
		return &Fault{Cause: Foreign}
	case !slices.Contains(endings[kind], strings.ToLower(ext)):
		return &Fault{Other, kind}
	}
	if f := inspectors[kind](data); f != nil {
		return f
	}
	if width, height := Size(data); width > 0 && height > maxPixels/width {
		return &Fault{Pixels, fmt.Sprintf("%d × %d", width, height)}
	}
	return nil
}

var inspectors = map[string]func([]byte) *Fault{"JPEG": inspectJPEG, "PNG": inspectPNG, "GIF": inspectGIF, "WebP": inspectWebP}

// damagedUnless is the fault of a file that is not whole.
func damagedUnless(whole bool) *Fault {
	if whole {
		return nil
	}
	return &Fault{Cause: Damaged}
}

// inspectJPEG looks for the head of the frame, for how it is coded (ISO/IEC 10918-1, table B.1), and for the end.
func inspectJPEG(data []byte) *Fault {
	var frame []byte
	var method byte
	pixels, whole := segments(data, func(marker byte, segment []byte) {
		const tables, extension, arithmetic = 0xc4, 0xc8, 0xcc // these are no frames
		if marker >= 0xc0 && marker <= 0xcf && marker != tables && marker != extension && marker != arithmetic {
			frame, method = segment, marker
		}
	})
	const head = 10 // marker, length, bits, height, width, number of components
	if !whole || len(frame) < head || binary.BigEndian.Uint16(frame[5:]) == 0 || binary.BigEndian.Uint16(frame[7:]) == 0 {
		return &Fault{Cause: Damaged}
	}
	if bits, components := frame[4], frame[9]; method > 0xc2 || bits != 8 || components != 1 && components != 3 && components != 4 {
		return &Fault{Cause: Coding}
	}
	_, scans, whole := behind(data, pixels)
	if scans > maxScans {
		return &Fault{Scans, strconv.Itoa(scans)}
	}
	return damagedUnless(whole)
}

// inspectPNG looks at the sums of all chunks that are kept.
func inspectPNG(data []byte) *Fault {
	sound, drawn := true, false
	whole := chunks(data, func(name string, chunk []byte) {
		end := len(chunk) - 4
		sound = sound && (!isNeeded(name) || crc32.ChecksumIEEE(chunk[4:end]) == binary.BigEndian.Uint32(chunk[end:]))
		drawn = drawn || name == "IDAT"
	})
	_, _, err := image.DecodeConfig(bytes.NewReader(data))
	return damagedUnless(whole && sound && drawn && err == nil)
}

func inspectGIF(data []byte) *Fault {
	drawn := false
	_, whole := blocks(data, func(kind byte, _ []byte) { drawn = drawn || kind == 0x2c })
	return damagedUnless(whole && drawn)
}

// inspectWebP looks for the pixels, which begin with three bytes or one that are always the same, or for pictures that move.
func inspectWebP(data []byte) *Fault {
	drawn := false
	whole := riffs(data, func(name string, chunk []byte) {
		switch content := chunk[8:]; name {
		case "VP8 ":
			drawn = drawn || len(content) > 10 && string(content[3:6]) == "\x9d\x01\x2a"
		case "VP8L":
			drawn = drawn || len(content) > 5 && content[0] == 0x2f
		case "ANMF":
			drawn = true
		}
	})
	announced := 8 + int(binary.LittleEndian.Uint32(data[4:]))
	width, height := Size(data)
	return damagedUnless(whole && drawn && announced <= len(data)+1 && width > 0 && height > 0)
}
