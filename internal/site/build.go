package site

import (
	"cmp"
	"io/fs"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// BuildOptions say what to write, and where.
type BuildOptions struct {
	Out     string // the output folder; DIR/public where empty
	BaseURL string // instead of base_url
	Strict  bool   // warnings stop the build as well
	Force   bool   // leave out the sheets with errors
	PDF     bool   // print the editions that site.yaml asks for
}

// BuildResult is what a build did.
type BuildResult struct {
	Out     string
	Stopped bool     // findings stopped it, nothing was written
	LeftOut []string // ids of the sheets that Force left out
	Pages   int

	PDFs, Printed int               // editions that are part of the site; of these were printed and not taken as they were
	Findings      []diag.Diagnostic // what print can't show
	output.Result
}

// out is the output folder.
func (b BuildOptions) out(o Options) string {
	return cmp.Or(b.Out, filepath.Join(cmp.Or(o.Dir, "."), "public"))
}

// valid reports what is wrong with the options.
func (b BuildOptions) valid() error {
	if b.BaseURL == "" {
		return nil
	}
	u, err := url.Parse(b.BaseURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(b.BaseURL, "?#") {
		return &Error{BadURL, b.BaseURL, err}
	}
	return nil
}

// stopped reports whether findings stop a build.
func (b BuildOptions) stopped(found []diag.Diagnostic) bool {
	errors, warnings, _ := diag.Count(found)
	return !b.Force && (errors > 0 || b.Strict && warnings > 0)
}

// build writes the site into its folder, with a stamp that it asks for when all has been read.
func (l *Loaded) build(out *output.Site, b BuildOptions, stamp func() string) (BuildResult, error) {
	result := BuildResult{Out: b.out(l.options)}
	if b.BaseURL != "" {
		if err := l.move(b.BaseURL); err != nil {
			return result, err
		}
	}
	if errors, _, _ := diag.Count(l.Findings); errors > 0 {
		result.LeftOut = l.leaveOut()
	}
	l.pictures = cache.New(filepath.Join(l.state(), "pictures"), placeOf(l.state()))
	printed, err := l.fill(out, b, &result)
	if err != nil || result.Stopped {
		return result, err
	}
	l.pictures.Prune()
	sweep(l.state())
	result.Pages = len(l.Plan.Pages)
	if len(result.LeftOut)+len(result.Findings) == 0 {
		out.Stamp(stamp())
	}
	if result.Result, err = out.Commit(); err != nil || !b.PDF {
		return result, err
	}
	remember(l.state(), stampsName, printed) // else all is printed anew next time
	return result, nil
}

// fill puts all files of the site into the sink, the editions first, since pages
// speak of them. With Strict, what print can't show stops the build.
func (l *Loaded) fill(sink output.Sink, b BuildOptions, result *BuildResult) (stamps, error) {
	if !b.PDF {
		return nil, l.Render(sink)
	}
	p, err := l.newPress(result.Out)
	if err != nil {
		return nil, err
	}
	defer p.close()
	if err := p.write(sink); err != nil {
		return nil, err
	}
	result.PDFs, result.Printed, result.Findings = len(p.after), p.printed, p.findings
	if result.Stopped = b.stopped(p.findings); result.Stopped {
		return nil, nil
	}
	return p.after, l.render(sink, p.pdfs())
}

// state is the folder of what is remembered from one build to the next.
func (l *Loaded) state() string { return filepath.Join(l.options.Dir, ".praxisblatt") }

// move gives the site another address, which some of its pages name.
func (l *Loaded) move(to string) error {
	l.Site.BaseURL.Text = to
	if err := l.makePages(); err != nil {
		return err
	}
	l.assemble(l.sheets, l)
	return nil
}

// leaveOut drops the sheets with errors from the catalogue and returns their
// ids. The others lose their links to them.
func (l *Loaded) leaveOut() []string {
	var ids []string
	for _, d := range l.Findings {
		rest, ok := strings.CutPrefix(d.Path(), "content/sheets/")
		id, _, _ := strings.Cut(rest, "/")
		if ok && d.Rule.Severity == diag.Error && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	kept := slices.DeleteFunc(slices.Clone(l.sheets), func(s *sheet.Brief) bool { return slices.Contains(ids, s.ID) })
	l.assemble(kept, l)
	return ids
}

// Renderer makes a renderer of the plan. Only pages of search depend on the addresses of
// indexes; index may be nil.
func (l *Loaded) Renderer(index func(lang string) string) (*render.Renderer, error) {
	return l.renderer(index, nil, nil)
}

func (l *Loaded) renderer(index func(lang string) string, pdfs map[string]render.PDF, retain func(output.Inputs) (string, bool)) (*render.Renderer, error) {
	layouts, err := l.layouts()
	if err != nil {
		return nil, &Error{Layout, "layouts", err}
	}
	r, err := render.New(render.Options{
		Plan: l.Plan, Locales: l.Locales, Layouts: layouts, Files: l.files, Generator: "praxisblatt " + l.options.Version,
		Index: index, PDFs: pdfs, Blanks: l.blanks(), Cache: l.pictures, Sums: l.sums, Retain: retain,
	})
	if err != nil {
		return nil, &Error{Layout, "layouts", err}
	}
	return r, nil
}

// readLayouts reads the layouts, the catalogue's own over the built-in ones.
func (l *Loaded) readLayouts() (*render.Layouts, error) {
	own, err := fs.Sub(l.files, layoutsDir)
	if err != nil {
		own = nil
	}
	var book *cache.Book
	if l.plans != nil {
		book = l.plans.Book
	}
	return render.ReadLayouts(own, layouts.Files, l.Locales, l.Site.Langs(), book)
}

// layoutsDir holds the catalogue's own layouts.
const layoutsDir = "layouts"

// Render writes every file of the site to a sink, on all processors.
func (l *Loaded) Render(sink output.Sink) error { return l.render(sink, nil) }

// An indexing is the making of the search's indexes beside the pages, since much of it is done by one processor.
type indexing struct {
	done  chan struct{} // closed when what follows is known
	paths map[string]string
	err   error
}

// index begins an indexing.
func (l *Loaded) index(sink output.Sink) *indexing {
	x := &indexing{done: make(chan struct{})}
	go func() {
		defer close(x.done)
		x.paths, x.err = l.Indexes(sink)
	}()
	return x
}

// path waits for the address of an index's first file.
func (x *indexing) path(lang string) string { <-x.done; return x.paths[lang] }

func (l *Loaded) render(sink output.Sink, pdfs map[string]render.PDF) error {
	x := l.index(sink)
	err := l.renderPages(sink, pdfs, x)
	<-x.done
	return cmp.Or(x.err, err)
}

func (l *Loaded) renderPages(sink output.Sink, pdfs map[string]render.PDF, x *indexing) error {
	r, err := l.renderer(x.path, pdfs, func(made output.Inputs) (string, bool) { return output.Retain(sink, made) })
	if err != nil {
		return err
	}
	if err := writeAll(sink, r.Assets()); err != nil {
		return err
	}
	return l.writePages(sink, r, x)
}

// writePages renders sheets by the script that holds their texts, then all other pages, those of search last, since they
// wait for the indexes. Until these are made, half of the processors are left to them, so that they do not end after the pages.
func (l *Loaded) writePages(sink output.Sink, r *render.Renderer, x *indexing) error {
	cards := l.Plan.Cards()
	var others, last []*plan.Page
	for _, p := range l.Plan.Pages {
		switch p.Kind {
		case plan.Sheet:
		case plan.Search:
			last = append(last, p)
		default:
			others = append(others, p)
		}
	}
	others = append(others, last...)
	half := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2))
	return parallel.Each(1+len(cards)+len(others), func(i int) error {
		select {
		case half <- struct{}{}:
			defer func() { <-half }()
		case <-x.done:
		}
		switch {
		case i == 0:
			return r.Data(sink)
		case i <= len(cards):
			return writeCards(sink, r, cards[i-1])
		}
		return writeOther(sink, r, others[i-1-len(cards)])
	})
}

// writeOther renders a page that is no sheet, unless the last build's is the same.
func writeOther(sink output.Sink, r *render.Renderer, p *plan.Page) error {
	made := r.Inputs(p)
	if _, ok := output.Retain(sink, made); ok {
		return nil
	}
	return writePage(r, p, func(f output.File) error {
		f.Inputs = made
		return sink.Write(f)
	})
}

// A lender renders pages.
type lender interface {
	Lend(p *plan.Page, do func(output.File) error) error
}

// writePage renders a page for a function, whose error it returns.
func writePage(r lender, p *plan.Page, do func(output.File) error) error {
	failed := true
	err := r.Lend(p, func(f output.File) error {
		failed = false
		return do(f)
	})
	if failed {
		return &Error{Layout, p.Path, err}
	}
	return err
}

func writeAll(sink output.Sink, files []output.File) error {
	for _, f := range files {
		if err := sink.Write(f); err != nil {
			return err
		}
	}
	return nil
}
