package render

import (
	"bytes"
	"encoding/binary"
	"image"
	_ "image/gif"  // for the size of GIF
	_ "image/jpeg" // and JPEG
	_ "image/png"  // and PNG
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// images finds the pictures beside sheets and pages. Each is read once to
// learn its name and size, and once more when it is written: never are all in memory.
type images struct {
	files fs.FS
	known sync.Map // *picture by path
}

// A picture is an image of the catalogue.
type picture struct {
	once          sync.Once
	ok            bool
	path          string // on the site, with a hash of its content
	width, height int    // 0 where unknown
}

// imageTypes are the formats that are copied. SVG is not: it may hold scripts.
var imageTypes = []string{".jpg", ".jpeg", ".png", ".gif", ".webp"}

// maxImage is how large a picture may be, in bytes.
const maxImage = 32 << 20

// at returns the picture of a name in a folder of the catalogue.
func (i *images) at(folder, name string) (*picture, bool) {
	from := path.Join(folder, name)
	if i.files == nil || !fs.ValidPath(from) || !strings.HasPrefix(from, folder+"/") || !slices.Contains(imageTypes, strings.ToLower(path.Ext(from))) {
		return nil, false
	}
	found, _ := i.known.LoadOrStore(from, new(picture))
	p := found.(*picture)
	p.once.Do(func() {
		if data := i.read(from); data != nil {
			p.ok, p.path = true, "assets/img/"+hash(data)+extension(from)
			p.width, p.height = size(data)
		}
	})
	return p, p.ok
}

func (i *images) read(from string) []byte {
	info, err := fs.Stat(i.files, from)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxImage {
		return nil
	}
	data, err := fs.ReadFile(i.files, from)
	if err != nil {
		return nil
	}
	return data
}

func extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".jpeg" {
		return ".jpg"
	}
	return ext
}

func size(data []byte) (width, height int) {
	if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		return c.Width, c.Height
	}
	return webpSize(data)
}

// webpSize reads the head of a WebP file, of which there are three kinds.
// See developers.google.com/speed/webp/docs/riff_container.
func webpSize(data []byte) (width, height int) {
	if len(data) < 30 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return 0, 0
	}
	switch string(data[12:16]) {
	case "VP8 ": // frame tag, start code, 14 bits each
		return int(binary.LittleEndian.Uint16(data[26:])) & 0x3fff, int(binary.LittleEndian.Uint16(data[28:])) & 0x3fff
	case "VP8L": // signature, then 14 bits each, less one
		bits := binary.LittleEndian.Uint32(data[21:])
		return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1
	case "VP8X": // flags, then 24 bits each, less one
		return 1 + int(data[24]) + int(data[25])<<8 + int(data[26])<<16, 1 + int(data[27]) + int(data[28])<<8 + int(data[29])<<16
	}
	return 0, 0
}

// writeImages copies every picture that a page shows.
func (r *Renderer) writeImages(sink output.Sink) error {
	written := map[string]bool{}
	write := func(folder, name string) error {
		p, ok := r.images.at(folder, name)
		if !ok || written[p.path] {
			return nil
		}
		written[p.path] = true
		return sink.Write(output.File{Path: p.path, Bytes: r.images.read(path.Join(folder, name))})
	}
	for _, e := range r.catalogue.Entries {
		for _, f := range e.Files {
			for _, i := range f.Images {
				if err := write(sheetFolder(e), i.File.Text); err != nil {
					return err
				}
			}
			for _, m := range f.Mentions {
				if m.Link.Image && m.Link.Target == markdown.Relative {
					if err := write(sheetFolder(e), m.Link.Dest); err != nil {
						return err
					}
				}
			}
		}
	}
	for _, p := range r.catalogue.Pages {
		for _, f := range p.Files {
			for _, m := range f.Mentions {
				if m.Link.Image && m.Link.Target == markdown.Relative {
					if err := write(pageFolder(p), m.Link.Dest); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func sheetFolder(e *catalogue.Entry) string    { return "content/sheets/" + e.ID }
func pageFolder(p *catalogue.PageEntry) string { return "content/pages/" + p.ID }
