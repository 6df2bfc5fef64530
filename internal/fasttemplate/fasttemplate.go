// Package fasttemplate executes templates of html/template a good deal faster, with the
// same bytes as a result.
//
// html/template parses and escapes: it goes through a set of templates once, finds out
// in what context of HTML every action stands, and writes the escapers that belong
// there into the parsed trees. What it is slow at is running these trees, which looks up
// every field by its name, calls every function by reflection and prints by fmt. Here
// the escaped trees are compiled once for the Go types that they are given:
//
//	trees.go    a set → escaped trees, in which called templates stand in place of their calls
//	compile.go  trees → closures, for one type of data; range.go, call.go those of single nodes
//	value.go    fields, variables, functions and methods → how their values are got
//	cond.go     what {{if}} asks
//	print.go    how a value is printed through the escapers that stand behind it
//	escape.go   the escapers
//
// Not all of the language is compiled, only what pages commonly consist of. Whatever is
// not, and whatever goes wrong while a compiled template runs (a nil pointer, a function
// that fails, a page that is too long), is left to html/template as a whole, which then
// gives the page, or the error with its template and line. So nothing that is decided
// here decides what stands on a page, or how an error reads.
package fasttemplate

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"sync"
	"text/template/parse"
)

// A Set executes the templates of a set. It is safe for concurrent use.
type Set struct {
	html  *template.Template
	funcs template.FuncMap

	compiled sync.Map // key → *program
	states   sync.Pool

	mu     sync.Mutex
	source *template.Template // a copy of html, from before it was executed; made under mu
	trees  map[string]*trees  // by name; made under mu
}

// New returns the fast side of a set that has not been executed yet, and must not be
// before Execute has been asked for it. The functions are those of the set; they give the
// same for the same arguments, since they are called again where html/template takes over.
func New(set *template.Template, funcs template.FuncMap) *Set {
	s := &Set{html: set, funcs: funcs, trees: map[string]*trees{}}
	s.states.New = func() any { return new(state) }
	return s
}

// Execute runs the template of a name and appends what it gives. It reports whether it
// could: if not, nothing is appended, and html/template is to be asked. More than max bytes
// count as something that it can't do.
func (s *Set) Execute(b *bytes.Buffer, name string, data any, max int) (done bool) {
	dot := reflect.ValueOf(data)
	if !dot.IsValid() {
		return false
	}
	p := s.program(key{name: name, dot: dot.Type()})
	if p.err != nil {
		return false
	}
	x := s.states.Get().(*state)
	defer s.states.Put(x)
	*x = state{out: b.AvailableBuffer(), vars: x.vars[:0], max: max}
	done = x.execute(p, dot)
	if done {
		b.Write(x.out)
	}
	x.out = nil
	clear(x.vars[:cap(x.vars)])
	return done
}

// A key names something that is compiled: a template, or a part of the trees of one that
// takes data whose type shows only when it is run, for one type of data.
type key struct {
	name string
	part *parse.ListNode // nil for a template
	dot  reflect.Type
}

// A program is a compiled template, or why it is html/template's.
type program struct {
	run   action
	slots int // of variables
	err   error
}

// An action does what a node says to the output.
type action func(*state, reflect.Value) error

// A state is one execution.
type state struct {
	out   []byte
	max   int
	vars  []reflect.Value // of the templates that are running
	base  int             // where those of the innermost one begin
	depth int
}

// maxDepth is how deep templates may call themselves here.
const maxDepth = 500

var (
	errUnsupported = errors.New("fasttemplate: not compiled")
	errLong        = errors.New("fasttemplate: too long")
	errNil         = errors.New("fasttemplate: nil pointer")
)

// execute runs a program. A panic of a function is an error of html/template, as a nil
// pointer is.
func (x *state) execute(p *program, dot reflect.Value) (done bool) {
	defer func() { _ = recover() }() // done is false then
	return x.call(p, dot) == nil && len(x.out) <= x.max
}

// call runs a program in a frame of its own: templates see no variables of one another.
func (x *state) call(p *program, dot reflect.Value) error {
	if p.run == nil || x.depth == maxDepth || len(x.out) > x.max {
		return errUnsupported
	}
	base := x.base
	x.depth++
	x.base = len(x.vars)
	for range p.slots {
		x.vars = append(x.vars, reflect.Value{})
	}
	err := p.run(x, dot)
	x.vars = x.vars[:x.base]
	x.base = base
	x.depth--
	return err
}

// program returns what a key stands for, and compiles it the first time.
func (s *Set) program(k key) *program {
	if p, ok := s.compiled.Load(k); ok {
		return p.(*program)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, ok := s.compiled.Load(k); ok {
		return p.(*program)
	}
	c := &compiler{set: s, name: k.name, trees: s.treesOf(k.name), pending: map[key]*program{}}
	p := c.program(k)
	for k, p := range c.pending {
		s.compiled.Store(k, p)
	}
	return p
}

// treesOf returns the escaped trees of a template, nil if they can't be known. Executing
// a set changes its trees, so it is a copy from before that which is read.
func (s *Set) treesOf(name string) *trees {
	if s.source == nil {
		source, err := s.html.Clone()
		if err != nil {
			return nil
		}
		s.source = source
	}
	if _, known := s.trees[name]; !known {
		s.trees[name] = escaped(s.source, name)
	}
	return s.trees[name]
}
