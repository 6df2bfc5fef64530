package render

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// published stands in the names of pictures for the way in which they are made;
// who changes that counts it up.
const published = 3

// smallWidth is that of the smaller version of a photo, for phones; one is made of photos that are
// half as wide again. Drawings and screenshots would become larger files by it, and blurred.
const smallWidth = 640

// images finds the pictures beside sheets and pages. Each is read once to
// learn its name and size, and once more when it is written: never are all in memory.
type images struct {
	files fs.FS
	known sync.Map // *shownPicture by path
}

// A shownPicture is an image of the catalogue.
type shownPicture struct {
	once          sync.Once
	ok            bool
	path          string // on the site, with a hash of its content
	small         string // the same for a smaller version, "" where there is none
	width, height int    // 0 where unknown
}

// at returns the picture of a name in a folder of the catalogue.
func (i *images) at(folder, name string) (*shownPicture, bool) {
	from := path.Join(folder, name)
	if i.files == nil || !strings.HasPrefix(from, folder+"/") || !sheet.IsImage(from) {
		return nil, false
	}
	found, _ := i.known.LoadOrStore(from, new(shownPicture))
	p := found.(*shownPicture)
	p.once.Do(func() {
		// One that can't be read or has a fault is a finding of check, and not on the page.
		data, err := i.read(from)
		ext := extension(from)
		if err != nil || picture.Inspect(data, ext) != nil {
			return
		}
		p.width, p.height, _ = picture.Shown(data, ext, picture.Widest)
		name := hash(append(data, published)) + ext
		p.ok, p.path = true, "assets/img/"+name
		if ext == ".jpg" && p.width >= smallWidth*3/2 && p.width <= picture.Widest {
			p.small = "assets/img/" + strconv.Itoa(smallWidth) + "." + name
		}
	})
	return p, p.ok
}

func (i *images) read(from string) ([]byte, error) {
	info, err := fs.Stat(i.files, from)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > sheet.MaxImage {
		return nil, &fs.PathError{Op: "read", Path: from, Err: fs.ErrInvalid}
	}
	return fs.ReadFile(i.files, from)
}

func extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".jpeg" {
		return ".jpg"
	}
	return ext
}

// A version is a picture that is to be written, at most so wide.
type version struct {
	to, from string // paths on the site and in the catalogue
	width    int
}

// writeImages writes every picture that a page shows, as it is published, on all
// processors: making one smaller takes a third of a second.
func (r *Renderer) writeImages(sink output.Sink) error {
	written := map[string]bool{}
	var versions []version
	for folder, name := range r.shown {
		if p, ok := r.images.at(folder, name); ok && !written[p.path] {
			written[p.path] = true
			from := path.Join(folder, name)
			versions = append(versions, version{p.path, from, picture.Widest})
			if p.small != "" {
				versions = append(versions, version{p.small, from, smallWidth})
			}
		}
	}
	return parallel.Each(len(versions), func(i int) error {
		v := versions[i]
		inputs := r.imageInputs(v)
		if _, ok := output.Retain(sink, inputs); ok {
			return nil
		}
		data, err := r.images.read(v.from)
		if err != nil {
			return err
		}
		if data, err = r.published(data, extension(v.from), v.width); err != nil {
			return fmt.Errorf("%s: %w", v.from, err)
		}
		return sink.Write(output.File{Path: v.to, Bytes: data, Inputs: inputs})
	})
}

// published is [picture.Publish], kept where it takes long.
func (r *Renderer) published(data []byte, ext string, width int) ([]byte, error) {
	if _, _, anew := picture.Shown(data, ext, width); !anew {
		return picture.Publish(data, ext, width)
	}
	return r.cache.Bytes(func() ([]byte, error) { return picture.Publish(data, ext, width) }, data, fmt.Append(nil, "picture ", published, ext, width))
}

// sources are the attributes of an <img> that has a smaller version: which there are, and how
// wide the picture is shown.
func (c *context) sources(p *shownPicture, sizes string) (srcset template.Srcset, shownAt string) {
	if p.small == "" {
		return "", ""
	}
	return template.Srcset(fmt.Sprintf("%s %dw, %s %dw", c.href(p.small), smallWidth, c.href(p.path), p.width)), sizes
}

// How wide pictures are shown: above a sheet as wide as its card, in a text as wide as that.
const (
	sizesOnCard = "(min-width: 66rem) 61rem, calc(100vw - 4rem)"
	sizesInText = "(min-width: 44rem) 38rem, calc(100vw - 4rem)"
)

// shown yields folder and name of every image that a sheet, page or pack names.
func (r *Renderer) shown(yield func(folder, name string) bool) {
	for _, e := range r.catalogue.Entries {
		for _, f := range e.Files {
			for _, name := range f.Pictures {
				if !yield(sheetFolder(e), name) {
					return
				}
			}
		}
	}
	for _, p := range r.catalogue.Pages {
		for _, f := range p.Files {
			if !embedded(&f.File, pageFolder(p), yield) {
				return
			}
		}
	}
	for _, p := range r.catalogue.Packs {
		for i := range p.Texts {
			if !embedded(&p.Texts[i], packFolder, yield) {
				return
			}
		}
	}
}

// embedded yields the images in a file's Markdown, until it is told that it is enough.
func embedded(f *sheet.File, folder string, yield func(folder, name string) bool) bool {
	return !slices.ContainsFunc(f.Mentions, func(m sheet.Mention) bool {
		return m.Link.Image && m.Link.Target == markdown.Relative && !yield(folder, m.Link.Dest)
	})
}

func sheetFolder(e *catalogue.Entry) string    { return "content/sheets/" + e.ID }
func pageFolder(p *catalogue.PageEntry) string { return "content/pages/" + p.ID }

const packFolder = "content/packs"
