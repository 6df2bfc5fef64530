package site

import (
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
)

// writeCards renders the sheets of scripts and the scripts themselves, which are cut from
// their pages. What the last build made of the same is left as it is.
func writeCards(sink output.Sink, r *render.Renderer, c plan.Cards) error {
	sheets, made := make([]*render.Practice, len(c.Sheets)), make([][]output.Inputs, len(c.Paths))
	for i, pages := range c.Sheets {
		for lang, p := range pages {
			if p == nil {
				continue
			}
			if sheets[i] == nil {
				sheets[i] = r.Practice(p.Entry)
			}
			made[lang] = append(made[lang], sheets[i].Inputs(p))
		}
	}
	scripts := make([]cardScript, len(c.Paths))
	for lang := range scripts {
		s := &scripts[lang]
		s.inputs, s.made = r.CardsInputs(c.Paths[lang], made[lang]), made[lang]
		_, s.retained = output.Retain(sink, s.inputs)
		s.lent = buffers.Get().(*[]byte)
		s.bytes = (*s.lent)[:0]
		defer buffers.Put(s.lent)
	}
	for i, pages := range c.Sheets {
		for lang, p := range pages {
			if p == nil {
				continue
			}
			if err := scripts[lang].add(sink, sheets[i], p); err != nil {
				return err
			}
		}
		sheets[i] = nil // with all that it holds
	}
	for lang, path := range c.Paths {
		if err := scripts[lang].write(sink, path); err != nil {
			return err
		}
	}
	return nil
}

// A cardScript is a script while it is made.
type cardScript struct {
	inputs   output.Inputs
	retained bool
	made     []output.Inputs // what the pages were made of that are still to come
	lent     *[]byte
	bytes    []byte
}

// add renders the next page for the sink and for the script, as far as they need it. For the script alone one
// that lies there, made of the same, is read instead.
func (s *cardScript) add(sink output.Sink, sheet *render.Practice, p *plan.Page) error {
	made := s.made[0]
	s.made = s.made[1:]
	path, retained := output.Retain(sink, made)
	if retained && s.retained {
		return nil
	}
	if retained {
		if html, err := output.Last(sink, path); err == nil { // else it is rendered again
			s.bytes = render.AppendCard(s.bytes, p, html)
			return nil
		}
	}
	return writePage(sheet, p, func(f output.File) error {
		if !s.retained {
			s.bytes = render.AppendCard(s.bytes, p, f.Bytes)
		}
		if retained {
			return nil
		}
		f.Inputs = made
		return sink.Write(f)
	})
}

// write puts the script into the sink.
func (s *cardScript) write(sink output.Sink, path string) error {
	*s.lent = s.bytes
	if s.retained || len(s.bytes) == 0 {
		return nil
	}
	return sink.Write(output.File{Path: path, Bytes: s.bytes, Inputs: s.inputs})
}

// buffers are those of scripts that can be used again.
var buffers = sync.Pool{New: func() any { return new([]byte) }}
