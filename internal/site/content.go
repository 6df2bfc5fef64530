package site

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

var (
	fileName  = regexp.MustCompile(`^index\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.md$`)
	nearName  = regexp.MustCompile(`(?i)^index[._ -]([a-z]{2,3})[._ -](?:md|markdown|txt)(?:[._ -]?txt)?$`)
	plainName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)
)

// packs reads the packs; a missing folder holds none.
func (r *reader) packs() []*sheet.Pack {
	const folder = "content/packs"
	var packs []*sheet.Pack
	for _, e := range r.list(folder) {
		path := folder + "/" + e.Name()
		id, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		switch {
		case strings.HasPrefix(e.Name(), ".") || !isYAML && plainName.MatchString(e.Name()): // logos lie beside the packs
			continue
		case !isYAML || !field.IsID(id):
			r.report(rule.FileStray.At(whole(path), "name", e.Name()))
			continue
		}
		if src := r.read(path); src != nil {
			pack, found := r.parser.Pack(src, id)
			r.findings = append(r.findings, found...)
			packs = append(packs, pack)
		}
	}
	return packs
}

// content reads and parses all sheets and free pages, in parallel; results
// and findings land by index, whatever the order of the work.
func (r *reader) content() ([]*sheet.Brief, []*sheet.Page, []parsed) {
	jobs := r.listed()
	results := make([]parsed, len(jobs))
	parallel.Do(len(jobs), func(i int) {
		if before, ok := r.before[jobs[i].path]; ok && !touches(r.changed, jobs[i].path) {
			results[i] = before
			return
		}
		results[i] = r.parse(jobs[i])
	})
	var sheets []*sheet.Brief
	var pages []*sheet.Page
	for _, res := range results {
		r.findings = append(r.findings, res.findings...)
		if res.sheet != nil {
			sheets = append(sheets, res.sheet)
		}
		if res.page != nil {
			pages = append(pages, res.page)
		}
	}
	r.count += len(jobs)
	return sheets, pages, results
}

// A folders is what lies in the folders of sheets and pages, and what is wrong with the names there.
type folders struct {
	jobs     []job
	findings []diag.Diagnostic
}

// listed lists the files of sheets and pages, again only where more may have happened than that some of them were edited.
func (r *reader) listed() []job {
	if !r.edited() {
		found := len(r.findings)
		r.strays()
		r.folders.jobs = slices.Concat(r.jobs("content/sheets", false), r.jobs("content/pages", true))
		r.folders.findings = slices.Clone(r.findings[found:])
	} else {
		r.findings = append(r.findings, r.folders.findings...)
	}
	return r.folders.jobs
}

// edited reports whether all that has changed is files that were read before and are still regular ones.
func (r *reader) edited() bool {
	if r.before == nil {
		return false
	}
	for _, name := range r.changed {
		_, known := r.before[name]
		lies := slices.ContainsFunc(r.list(path.Dir(name)), func(e fs.DirEntry) bool { return e.Name() == path.Base(name) && e.Type().IsRegular() })
		if !known || !lies {
			return false
		}
	}
	return true
}

// strays reports what lies beside the folders that are read: the sheets of a
// folder "Sheets" or "sheet" would all be missing without a word.
func (r *reader) strays() {
	for _, e := range r.list("content") {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains([]string{"sheets", "pages", "packs", "vocabulary"}, name) {
			r.report(rule.FileStray.At(whole("content/"+name), "name", name))
		}
	}
}

// jobs lists the files of the folders below one, and reports names that would
// be passed over.
func (r *reader) jobs(folder string, page bool) []job {
	dirs := r.list(folder)
	each := make([]folders, len(dirs))
	parallel.Do(len(dirs), func(i int) {
		one := reader{files: r.files}
		each[i].jobs = one.jobsIn(folder+"/"+dirs[i].Name(), dirs[i], page)
		each[i].findings = one.findings
	})
	var jobs []job
	for i := range each {
		jobs = append(jobs, each[i].jobs...)
		r.findings = append(r.findings, each[i].findings...)
	}
	return jobs
}

// jobsIn lists the files of what lies at a path.
func (r *reader) jobsIn(path string, dir fs.DirEntry, page bool) []job {
	if strings.HasPrefix(dir.Name(), ".") {
		return nil
	}
	if !r.isFolder(path, dir) {
		r.report(rule.FileStray.At(whole(path), "name", dir.Name()))
		return nil
	}
	if !field.IsID(dir.Name()) {
		r.report(rule.FolderName.At(whole(path), "name", dir.Name()).Suggest(suggest.Slug(strings.ReplaceAll(dir.Name(), ".", "-"))))
	}
	found := r.folder(path, dir.Name(), page)
	if len(found) == 0 {
		r.report(rule.FolderEmpty.At(whole(path), "name", dir.Name()))
	}
	return found
}

// folder lists the files of one sheet or page.
func (r *reader) folder(path, id string, page bool) []job {
	var jobs []job
	for _, f := range r.list(path) {
		name := f.Name()
		at := path + "/" + name
		switch lang, is := langOf(name); {
		case strings.HasPrefix(name, "."):
		case is:
			jobs = append(jobs, job{at, id, lang, page, f.Type().IsRegular()})
		case nearName.MatchString(name):
			lang := nearName.FindStringSubmatch(name)[1]
			r.report(rule.FileName.At(whole(at), "name", name).Suggest("index." + strings.ToLower(lang) + ".md"))
		case strings.HasSuffix(strings.ToLower(name), ".md"):
			r.report(rule.FileName.At(whole(at), "name", name))
		case r.isFolder(at, f):
			r.report(rule.FileStray.At(whole(at), "name", name))
		case !plainName.MatchString(name):
			r.report(rule.ImageName.At(whole(at), "name", name).Suggest(suggest.Slug(name)))
		}
	}
	return jobs
}

// langOf returns the language of a file of texts by its name; false where that is another one's. That of two letters is
// found without the expression, which takes longer than all else about a name.
func langOf(name string) (lang string, ok bool) {
	const two = "index.xx.md"
	if len(name) == len(two) && name[:6] == two[:6] && name[8:] == two[8:] && isSmall(name[6]) && isSmall(name[7]) {
		return name[6:8], true
	}
	if m := fileName.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	return "", false
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

func (r *reader) report(d diag.Diagnostic) { r.findings = append(r.findings, d) }

// isFolder follows a link; one that can't be followed is reported.
func (r *reader) isFolder(path string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := fs.Stat(r.files, path)
	if err != nil {
		r.report(unreadable(path, err))
		return false
	}
	return info.IsDir()
}
