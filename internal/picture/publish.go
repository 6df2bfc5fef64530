// Package picture makes of pictures as cameras leave them what is shown to others:
// upright, no wider than needed, and without what is written into files beside the
// pixels, the position above all.
//
//	fault.go     why a picture is not shown
//	publish.go   for pages: JPEG, PNG, WebP and GIF stay what they are
//	strip.go     metadata
//	parts.go     what files consist of
//	size.go      width and height, and how the camera was held
//	print.go     for paper: JPEG or PNG
package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// Widest is how wide a picture is needed: a column of text on a screen with two
// dots a pixel.
const Widest = 1280

// quality is that of pictures that are encoded anew, as cameras' own.
const quality = 85

// Shown is the size at which pages show a picture that may be so wide at most, 0 where it is not known, and
// whether it has to be encoded anew for that: it is too wide, or was taken with the camera turned.
func Shown(data []byte, ext string, most int) (width, height int, anew bool) {
	width, height = Size(data)
	turn := 1
	if ext == ".jpg" {
		turn = orientation(data)
		width, height = turned(width, height, turn)
	}
	if ext != ".jpg" && ext != ".png" || width <= most && turn == 1 {
		return width, height, false
	}
	if width > most {
		width, height = most, max(1, (height*most+width/2)/width)
	}
	return width, height, true
}

// Publish makes of a picture what the site shows: at most so wide and without
// metadata. What needs no other size loses no quality either. Pixels that can't be read
// are left to browsers, which show what there is. The bytes are always the same. An error is a [*Fault].
func Publish(data []byte, ext string, most int) ([]byte, error) {
	if f := Inspect(data, ext); f != nil {
		return nil, f
	}
	stripped := strip(data)
	width, height, anew := Shown(data, ext, most)
	if !anew {
		return stripped, nil
	}
	from, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return stripped, nil
	}
	from = upright(from, orientation(data))
	to := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(to, to.Bounds(), from, from.Bounds(), draw.Src, nil)
	var b bytes.Buffer
	if ext == ".jpg" {
		err = jpeg.Encode(&b, to, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&b, to)
	}
	return b.Bytes(), err
}

// upright turns a picture as its camera was held, by the eight orientations of Exif.
func upright(from image.Image, turn int) image.Image {
	if turn == 1 {
		return from
	}
	w, h := from.Bounds().Dx(), from.Bounds().Dy()
	width, height := turned(w, h, turn)
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			fx, fy := x, y
			switch turn {
			case 2:
				fx = w - 1 - x
			case 3:
				fx, fy = w-1-x, h-1-y
			case 4:
				fy = h - 1 - y
			case 5:
				fx, fy = y, x
			case 6:
				fx, fy = y, h-1-x
			case 7:
				fx, fy = w-1-y, h-1-x
			case 8:
				fx, fy = w-1-y, x
			}
			to.Set(x, y, from.At(from.Bounds().Min.X+fx, from.Bounds().Min.Y+fy))
		}
	}
	return to
}
