package site

import (
	"os"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
)

// A press prints the editions of a site. One that is in the output folder already, and
// of which nothing has changed, is taken from there: see stamps.
type press struct {
	loaded *Loaded
	recipe recipe
	before stamps
	out    *os.Root // the output folder, nil where there is none

	mu       sync.Mutex
	after    stamps
	printed  int
	findings []diag.Diagnostic
}

// newPress opens the output folder to look for what was printed before.
func (l *Loaded) newPress(out string) (*press, error) {
	in, err := l.newRecipe()
	if err != nil {
		return nil, err
	}
	p := &press{loaded: l, recipe: in, after: stamps{}}
	recall(l.state(), stampsName, &p.before)
	if p.out, err = os.OpenRoot(out); err != nil {
		p.out = nil // there is none yet, or none that can be read: all is printed
	}
	return p, nil
}

func (p *press) close() {
	if p.out != nil {
		p.out.Close()
	}
}

// write puts all editions into a sink.
func (p *press) write(sink output.Sink) error {
	editions := p.loaded.Plan.Editions()
	err := parallel.Each(len(editions), func(i int) error {
		data, err := p.edition(editions[i])
		if err != nil {
			return err
		}
		return sink.Write(output.File{Path: editions[i].Path, Bytes: data})
	})
	p.findings = distinct(diag.Sort(p.findings))
	return err
}

// edition prints one, unless it lies there as it would be printed.
func (p *press) edition(e plan.Edition) ([]byte, error) {
	made := stamp{Inputs: p.recipe.of(e)}
	if before, ok := p.before[e.Path]; ok && before.Inputs == made.Inputs && p.out != nil {
		if data, err := p.out.ReadFile(e.Path); err == nil && digest(data) == before.Sum {
			p.keep(e, before, nil)
			return data, nil
		}
	}
	r, err := p.loaded.Pack(PackOptions{Choice: e.Choice(), Format: pack.A4})
	if err != nil {
		return nil, err
	}
	made.Sum, made.Pages, made.Bytes = digest(r.PDF), r.Pages, len(r.PDF)
	if len(r.Findings) > 0 {
		made.Inputs = "" // printed again next time, to be said again
	}
	p.keep(e, made, r.Findings)
	p.mu.Lock()
	p.printed++
	p.mu.Unlock()
	return r.PDF, nil
}

func (p *press) keep(e plan.Edition, s stamp, found []diag.Diagnostic) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.after[e.Path] = s
	p.findings = append(p.findings, found...)
}

// pdfs are the editions as pages speak of them.
func (p *press) pdfs() map[string]render.PDF {
	pdfs := map[string]render.PDF{}
	for path, s := range p.after {
		pdfs[path] = render.PDF{Pages: s.Pages, Bytes: s.Bytes}
	}
	return pdfs
}

// distinct leaves out findings that several editions share.
func distinct(ds []diag.Diagnostic) []diag.Diagnostic {
	return slices.CompactFunc(ds, func(a, b diag.Diagnostic) bool {
		return a.Rule.Name == b.Rule.Name && a.Span == b.Span && a.Text("en") == b.Text("en")
	})
}
