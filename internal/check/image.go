package check

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
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
		d.description(i.Alt.Span, i.Alt.Text, i.File.Text)
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
	d.description(m.Span, m.Link.Label, m.Link.Dest)
}

// camera matches names that cameras and programs give to files.
var camera = regexp.MustCompile(`(?i)^(?:img|dsc[nf]?|pxl|p|image|bild|foto|photo|scan|screenshot)?[ _-]?[0-9]+(?:[ _-][0-9a-z]+)*$`)

// description checks that the one of an image does not merely repeat its name, which
// programs fill in.
func (d *desk) description(at diag.Span, alt, file string) {
	bare, ending := strings.TrimSuffix(alt, path.Ext(alt)), path.Ext(alt)
	named := ending != "" && (sheet.IsImage(alt) || slices.Contains([]string{".heic", ".tif", ".tiff", ".bmp", ".svg"}, strings.ToLower(ending)))
	name := path.Base(file)
	if alt != "" && (named || alt == name || camera.MatchString(bare) || alt == strings.TrimSuffix(name, path.Ext(name)) && strings.ContainsAny(alt, "-_0123456789")) {
		d.report(rule.ImageAltName.At(at, "alt", alt))
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
	case !d.shows(full, span, name):
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

// largeImage is the size in bytes from which an image is a burden to whoever copies the catalogue.
const largeImage = 8 << 20

// shows checks what an image holds, and reports whether the site shows it.
func (d *desk) shows(full string, span diag.Span, name string) bool {
	info, err := fs.Stat(d.files, full)
	switch {
	case err != nil:
		return d.unreadable(err, span, name)
	case info.Size() > sheet.MaxImage:
		d.report(rule.FileTooLarge.At(span, "limit", sheet.MaxImageText))
		return false
	case !info.Mode().IsRegular(): // to open a pipe would take for ever
		d.report(rule.ImageBroken.At(span, "file", name))
		return false
	}
	fault, err := d.fault(full)
	if err != nil {
		return d.unreadable(err, span, name)
	}
	if fault != nil {
		d.report(faulty(fault, span, name))
		return false
	}
	if info.Size() > largeImage {
		d.report(rule.ImageLarge.At(span, "file", name, "size", strconv.FormatInt(info.Size()>>20, 10)))
	}
	return true
}

// unreadable reports an image that may not be read.
func (d *desk) unreadable(err error, span diag.Span, name string) bool {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	d.report(rule.FileUnreadable.At(span, "cause", name+": "+err.Error()))
	return false
}

// faulty words why an image is not shown.
func faulty(f *picture.Fault, span diag.Span, name string) diag.Diagnostic {
	switch f.Cause {
	case picture.Other:
		return rule.ImageBroken.At(span, "file", name).Suggest(strings.TrimSuffix(name, path.Ext(name)) + picture.Ending(f.Detail))
	case picture.Damaged:
		return rule.ImageDamaged.At(span, "file", name)
	case picture.Pixels:
		return rule.ImagePixels.At(span, "file", name, "size", f.Detail)
	case picture.Scans:
		return rule.ImageScans.At(span, "file", name, "count", f.Detail)
	case picture.Coding:
		return rule.ImageCoding.At(span, "file", name)
	}
	return rule.ImageBroken.At(span, "file", name)
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
