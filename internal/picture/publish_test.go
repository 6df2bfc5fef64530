package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// secret stands for what a picture must not tell.
const secret = "GPS 49.757 N 6.641 E"

// halves is a picture, red above and blue below.
func halves(width, height int) image.Image {
	i := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: 255, A: 255}
			if y >= height/2 {
				c = color.NRGBA{B: 255, A: 255}
			}
			i.Set(x, y, c)
		}
	}
	return i
}

// photo is a JPEG with Exif, a comment, and a secret behind its end.
func photo(t *testing.T, width, height, turn int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, halves(width, height), nil); err != nil {
		t.Fatal(err)
	}
	segment := func(marker byte, text string) []byte {
		return append([]byte{0xff, marker, byte((len(text) + 2) >> 8), byte(len(text) + 2)}, text...)
	}
	tiff := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(turn)) + "\x00\x00\x00\x00\x00\x00" + secret
	data := b.Bytes()
	return slices.Concat(data[:2], segment(0xe1, tiff), segment(0xfe, secret), data[2:], []byte(secret))
}

func drawn(t *testing.T, width, height int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, halves(width, height)); err != nil {
		t.Fatal(err)
	}
	const afterHead = 33
	text := append([]byte("tEXt"), secret...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(secret)))
	chunk = binary.BigEndian.AppendUint32(append(chunk, text...), crc32.ChecksumIEEE(text))
	return slices.Concat(b.Bytes()[:afterHead], chunk, b.Bytes()[afterHead:])
}

func webpFile() []byte {
	chunk := func(name, text string) string {
		return name + string(binary.LittleEndian.AppendUint32(nil, uint32(len(text)))) + text + strings.Repeat("\x00", len(text)%2)
	}
	body := "WEBP" + chunk("VP8X", "\x0c\x00\x00\x00\x0f\x00\x00\x0f\x00\x00") + chunk("VP8 ", "\x00\x00\x00\x9d\x01\x2a\x10\x00\x10\x00pixels") + chunk("EXIF", secret) + chunk("XMP ", secret)
	return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body)
}

func animated(t *testing.T) []byte {
	var b bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black, color.White})
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	comment := "!\xfe" + string(rune(len(secret))) + secret + "\x00"
	return slices.Concat(data[:len(data)-1], []byte(comment), data[len(data)-1:])
}

// Pictures tell nothing but what is to be seen, are as large as pages need them, and
// stand upright; twice the same bytes come out.
func TestPublish(t *testing.T) {
	for _, test := range []struct {
		name, ext     string
		data          []byte
		width, height int
		top           color.NRGBA // of the left upper corner; none where it isn't looked at
	}{
		{"small photo", ".jpg", photo(t, 40, 20, 1), 40, 20, color.NRGBA{R: 255}},
		{"large photo", ".jpg", photo(t, 2000, 1000, 1), 1280, 640, color.NRGBA{R: 255}},
		{"upside down", ".jpg", photo(t, 40, 20, 3), 40, 20, color.NRGBA{B: 255}},
		{"turned", ".jpg", photo(t, 40, 20, 6), 20, 40, color.NRGBA{B: 255}},
		{"turned back", ".jpg", photo(t, 40, 20, 8), 20, 40, color.NRGBA{R: 255}},
		{"large and turned", ".jpg", photo(t, 900, 2000, 6), 1280, 576, color.NRGBA{B: 255}},
		{"drawing", ".png", drawn(t, 40, 20), 40, 20, color.NRGBA{R: 255}},
		{"large drawing", ".png", drawn(t, 2560, 20), 1280, 10, color.NRGBA{R: 255}},
		{"webp", ".webp", webpFile(), 16, 16, color.NRGBA{}},
		{"gif", ".gif", animated(t), 4, 4, color.NRGBA{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Publish(test.data, test.ext, Widest)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(got, []byte(secret)) {
				t.Error("it still tells its secret")
			}
			if again, _ := Publish(test.data, test.ext, Widest); !bytes.Equal(got, again) {
				t.Error("the second time other bytes come out")
			}
			width, height := Size(got)
			w, h, _ := Shown(test.data, test.ext, Widest)
			if width != test.width || height != test.height || w != width || h != height {
				t.Errorf("it measures %d × %d and is shown as %d × %d, want %d × %d", width, height, w, h, test.width, test.height)
			}
			if test.top == (color.NRGBA{}) {
				return
			}
			i, _, err := image.Decode(bytes.NewReader(got))
			if err != nil {
				t.Fatal(err)
			}
			r, _, b, _ := i.At(1, 1).RGBA()
			if (r > b) != (test.top.R > test.top.B) {
				t.Errorf("its corner is %v", i.At(1, 1))
			}
		})
	}
}

// What is no picture is not published, and nothing panics.
func TestPublishDamaged(t *testing.T) {
	for ext, data := range map[string][]byte{".jpg": photo(t, 40, 20, 6), ".png": drawn(t, 40, 20), ".webp": webpFile(), ".gif": animated(t)} {
		for n := range len(data) {
			_, _ = Publish(data[:n], ext, Widest)
			damaged := slices.Clone(data)
			damaged[n] ^= 0xff
			_, _ = Publish(damaged, ext, Widest)
		}
		for _, text := range []string{"", "no picture at all, but long enough for every head"} {
			if _, err := Publish([]byte(text), ext, Widest); err == nil {
				t.Errorf("%q is published as %s", text, ext)
			}
		}
	}
}
