package render

import (
	"fmt"
	"io/fs"
	"path"
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
const published = 1

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
	width, height int    // 0 where unknown
}

// at returns the picture of a name in a folder of the catalogue.
func (i *images) at(folder, name string) (*shownPicture, bool) {
	from := path.Join(folder, name)
	if i.files == nil || !fs.ValidPath(from) || !strings.HasPrefix(from, folder+"/") || !sheet.IsImage(from) {
		return nil, false
	}
	found, _ := i.known.LoadOrStore(from, new(shownPicture))
	p := found.(*shownPicture)
	p.once.Do(func() {
		// One that can't be read is a finding of check, and not on the page.
		data, err := i.read(from)
		ext := extension(from)
		if err != nil {
			return
		}
		if _, err := picture.Strip(data, ext); err != nil {
			return // without knowing what is in it, it is not shown
		}
		p.width, p.height, _ = picture.Shown(data, ext)
		p.ok, p.path = true, "assets/img/"+hash(append(data, published))+ext
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

// writeImages writes every picture that a page shows, as it is published, on all
// processors: making one smaller takes a third of a second.
func (r *Renderer) writeImages(sink output.Sink) error {
	written := map[string]bool{}
	var to, from []string // paths on the site and in the catalogue
	for folder, name := range r.shown {
		if p, ok := r.images.at(folder, name); ok && !written[p.path] {
			written[p.path] = true
			to, from = append(to, p.path), append(from, path.Join(folder, name))
		}
	}
	return parallel.Each(len(to), func(i int) error {
		data, err := r.images.read(from[i])
		if err != nil {
			return err
		}
		if data, err = picture.Publish(data, extension(from[i])); err != nil {
			return fmt.Errorf("%s: %w", from[i], err)
		}
		return sink.Write(output.File{Path: to[i], Bytes: data})
	})
}

// shown yields folder and name of every image that a sheet or page names.
func (r *Renderer) shown(yield func(folder, name string) bool) {
	embedded := func(folder string, mentions []sheet.Mention) bool {
		for _, m := range mentions {
			if m.Link.Image && m.Link.Target == markdown.Relative && !yield(folder, m.Link.Dest) {
				return false
			}
		}
		return true
	}
	for _, e := range r.catalogue.Entries {
		for _, f := range e.Files {
			for _, i := range f.Images {
				if !yield(sheetFolder(e), i.File.Text) {
					return
				}
			}
			if !embedded(sheetFolder(e), f.Mentions) {
				return
			}
		}
	}
	for _, p := range r.catalogue.Pages {
		for _, f := range p.Files {
			if !embedded(pageFolder(p), f.Mentions) {
				return
			}
		}
	}
}

func sheetFolder(e *catalogue.Entry) string    { return "content/sheets/" + e.ID }
func pageFolder(p *catalogue.PageEntry) string { return "content/pages/" + p.ID }
