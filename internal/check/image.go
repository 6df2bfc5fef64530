package check

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// images checks the images of a sheet's front matter. Their descriptions are
// texts: a translation without one is not complete, but not at fault.
func (d *desk) images(f *sheet.Sheet, original bool) {
	for _, i := range f.Images {
		if !i.File.Stated() {
			continue
		}
		d.image(&f.File, i.File.Span, i.File.Text)
		if original && !i.Alt.Stated() && !d.doubtful(i.At.FirstLine()) {
			d.report(rule.ImageAlt.At(i.File.Span, "file", i.File.Text))
		}
	}
}

// embedded checks an image in Markdown.
func (d *desk) embedded(f *sheet.File, m sheet.Mention) {
	if m.Link.Dest == "" {
		d.report(rule.LinkEmpty.At(m.Span))
		return
	}
	d.image(f, m.Dest, m.Link.Dest)
	if strings.TrimSpace(m.Link.Label) == "" {
		d.report(rule.ImageAlt.At(m.Span, "file", m.Link.Dest))
	}
}

var plainName = regexp.MustCompile(`^[a-z0-9._/-]+$`)

// image checks the file of an image, given as it stands at a span.
func (d *desk) image(f *sheet.File, span diag.Span, name string) {
	folder := path.Dir(f.Source.Path)
	switch full := path.Join(folder, name); {
	case strings.ContainsAny(name, `:\`) || path.IsAbs(name) || !strings.HasPrefix(full, folder+"/"):
		d.report(rule.ImageOutside.At(span, "file", name))
	case !sheet.IsImage(name):
		d.report(rule.ImageFormat.At(span, "file", name))
	case d.files == nil:
	case d.lies(full) == nil:
		d.report(rule.ImageMissing.At(span, "file", name).Suggest(d.near(func() string { return d.nearFile(full) })))
	case d.leadsOut(full):
		d.report(rule.ImageOutside.At(span, "file", name))
	case d.heavy(full):
		d.report(rule.FileTooLarge.At(span, "limit", sheet.MaxImageText))
	case !plainName.MatchString(name):
		d.report(rule.ImageName.At(span, "name", name).Suggest(path.Join(path.Dir(name), suggest.Slug(path.Base(name)))))
	}
}

// folder lists a folder of the catalogue, once an entry. Names are compared with
// the list, because some systems open a file under names that are not its own.
func (d *desk) folder(name string) []fs.DirEntry {
	if _, known := d.folders[name]; !known {
		if d.folders == nil {
			d.folders = map[string][]fs.DirEntry{}
		}
		// A folder that can't be read has no images.
		d.folders[name], _ = fs.ReadDir(d.files, name)
	}
	return d.folders[name]
}

// lies returns the file of exactly this path, nil where there is none.
func (d *desk) lies(full string) fs.DirEntry {
	for _, entry := range d.folder(path.Dir(full)) {
		if entry.Name() == path.Base(full) && !entry.IsDir() {
			return entry
		}
	}
	return nil
}

func (d *desk) nearFile(full string) string {
	var names []string
	for _, entry := range d.folder(path.Dir(full)) {
		if sheet.IsImage(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	return suggest.Nearest(path.Base(full), names)
}

// heavy reports whether an image is larger than those that are copied.
func (d *desk) heavy(full string) bool {
	info, err := fs.Stat(d.files, full)
	return err == nil && info.Size() > sheet.MaxImage
}

// leadsOut reports whether a file is a symbolic link out of the catalogue, or
// one that leads nowhere.
func (d *desk) leadsOut(full string) bool {
	if d.lies(full).Type()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := fs.ReadLink(d.files, full)
	if err != nil || path.IsAbs(target) || !fs.ValidPath(path.Join(path.Dir(full), target)) {
		return true
	}
	_, err = fs.Stat(d.files, full)
	return err != nil
}
