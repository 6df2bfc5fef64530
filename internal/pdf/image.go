package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// An Image is a picture that may stand on many pages.
type Image struct {
	Width, Height int // in pixels
	name          string
	id            int
	dict          string
	data          []byte // compressed already where jpeg
	alpha         []byte
	jpeg          bool
}

// maxPixels is the size above which a picture is no picture but an attack.
const maxPixels = 60 << 20

// AddImage adds a JPEG or PNG file.
func (d *Document) AddImage(file []byte) (*Image, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	if config.Width*config.Height > maxPixels || config.Width == 0 || config.Height == 0 {
		return nil, fmt.Errorf("%d × %d pixels", config.Width, config.Height)
	}
	i := &Image{Width: config.Width, Height: config.Height, name: fmt.Sprintf("I%d", len(d.images)+1)}
	if format == "jpeg" {
		err = i.keep(file, config.ColorModel)
	} else {
		err = i.flatten(file)
	}
	if err != nil {
		return nil, err
	}
	d.images = append(d.images, i)
	return i, nil
}

// keep takes a JPEG as it is. It is decoded once all the same, since a broken
// one would leave a hole in the page.
func (i *Image) keep(file []byte, model color.Model) error {
	if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
		return err
	}
	space := "/DeviceRGB"
	switch model {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.CMYKModel:
		space = "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]"
	}
	i.dict = "/ColorSpace" + space + "/Filter/DCTDecode"
	i.data, i.jpeg = file, true
	return nil
}

// flatten takes the pixels of a PNG, its transparency apart.
func (i *Image) flatten(file []byte) error {
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return err
	}
	i.dict = "/ColorSpace/DeviceRGB"
	i.data = make([]byte, 0, 3*i.Width*i.Height)
	alpha := make([]byte, 0, i.Width*i.Height)
	opaque := true
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			i.data = append(i.data, c.R, c.G, c.B)
			alpha = append(alpha, c.A)
			opaque = opaque && c.A == 255
		}
	}
	if !opaque {
		i.alpha = alpha
	}
	return nil
}

func (w *writer) writeImage(i *Image) {
	head := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", i.Width, i.Height)
	dict := head + i.dict
	if i.alpha != nil {
		dict += "/SMask " + ref(w.newStream(head+"/ColorSpace/DeviceGray", i.alpha))
	}
	if i.jpeg {
		w.rawStream(i.id, dict, i.data)
		return
	}
	w.stream(i.id, dict, i.data)
}
