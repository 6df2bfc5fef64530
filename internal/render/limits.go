package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"sync/atomic"
	"text/template/parse"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Limits of the templates that a catalogue brings along, far above what any page
// needs: one that never ends must not keep a build from ending, or fill the memory.
const (
	maxRounds = 500_000   // of {{range}}, and calls of templates, from one finished page of a language to the next
	maxPage   = 64 << 20  // bytes of a page
	maxText   = 16 << 20  // bytes of a text that a function of a template makes
	maxLayout = 32 << 20  // bytes of a file of the layouts
	maxSource = 128 << 10 // of a template or a module: parsers go into what is nested until the stack is full, which nothing survives
)

var (
	errRounds = errors.New("this does not come to an end: more than 500,000 rounds of {{range}} and calls of {{template}}")
	errPage   = errors.New("the page does not come to an end: more than 64 MiB")
	errText   = errors.New("this text does not come to an end: more than 16 MiB")
	errLayout = errors.New("more than 32 MiB")
	errSource = errors.New("more than 128 KiB")
)

// A guard counts the rounds of all {{range}} of a catalogue's own templates, and their calls of templates: one that calls
// another twice, which calls a third one twice, and so on, takes as long without any {{range}}. Pages are
// made at the same time and by the same functions, so it can't tell whose a round is; but
// one page that never ends is left over when all others are done.
type guard struct {
	rounds atomic.Int64
	full   atomic.Bool // a page is too long; only of templates that make one page, see locate
}

// round is the function that stands in every {{range}} and before every {{template}}. The error of a function is
// reported with the template and the line that it stands in.
func (g *guard) round() (bool, error) {
	switch {
	case g.full.Load():
		return false, errPage
	case g.rounds.Add(1) > maxRounds:
		return false, errRounds
	}
	return false, nil
}

// done forgets the rounds of a template that came to an end.
func (g *guard) done() { g.rounds.Store(0) }

// watch puts {{if round}}{{end}} at the beginning of every {{range}} and before every {{template}} in the templates that
// a file defines: it prints nothing, whatever stands around it.
func watch(set *template.Template, file string) {
	for _, t := range set.Templates() {
		if t.Tree != nil && t.Tree.ParseName == file {
			watchList(t.Tree.Root)
		}
	}
}

func watchList(list *parse.ListNode) {
	if list == nil {
		return
	}
	watched := make([]parse.Node, 0, len(list.Nodes))
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TemplateNode:
			watched = append(watched, ifRound(n.Pos, n.Line))

		case *parse.IfNode:
			watchList(n.List)
			watchList(n.ElseList)
		case *parse.WithNode:
			watchList(n.List)
			watchList(n.ElseList)
		case *parse.RangeNode:
			watchList(n.List)
			watchList(n.ElseList)
			n.List.Nodes = append([]parse.Node{ifRound(n.Pos, n.Line)}, n.List.Nodes...)
		}
		watched = append(watched, n)
	}
	list.Nodes = watched
}

// ifRound is {{if round}}{{end}} as if it stood at a place.
func ifRound(at parse.Pos, line int) parse.Node {
	call := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: at, Args: []parse.Node{parse.NewIdentifier("round").SetPos(at)}}
	return &parse.IfNode{BranchNode: parse.BranchNode{
		NodeType: parse.NodeIf, Pos: at, Line: line,
		Pipe: &parse.PipeNode{NodeType: parse.NodePipe, Pos: at, Line: line, Cmds: []*parse.CommandNode{call}},
		List: &parse.ListNode{NodeType: parse.NodeList, Pos: at},
	}}
}

// execute runs a template of a kind of page, "" for those that all share, within the limits. What
// html/template is asked for it counts from the beginning.
func (t *templates) execute(b *bytes.Buffer, kind plan.Kind, name string, view any) error {
	defer t.done()
	s := t.of(kind)
	if s.fast != nil && s.fast.Execute(b, name, view, maxPage) {
		return nil
	}
	t.done()
	err := s.ExecuteTemplate(limited{b}, name, view)
	if errors.Is(err, errPage) { // which says nothing of where it was written
		err = t.locate(kind, name, view)
	}
	if err != nil {
		return layoutError(err)
	}
	return nil
}

// locate makes a page that is too long once more, by templates that no other page is made by at
// the same time. Nothing of it is kept, and when it is too long again, the next round or call says where.
func (t *templates) locate(kind plan.Kind, name string, view any) error {
	alone, err := t.again()
	if err != nil {
		return err
	}
	if err := alone.of(kind).ExecuteTemplate(&counted{guard: &alone.guard}, name, view); err != nil {
		return err
	}
	return fmt.Errorf("%s.html: %w", kind, errPage)
}

// A limited buffer takes no more than a page.
type limited struct{ *bytes.Buffer }

func (l limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxPage {
		return 0, errPage
	}
	return l.Buffer.Write(p)
}

// counted forgets what is written and tells a guard when it is more than a page.
type counted struct {
	guard *guard
	bytes int
}

func (c *counted) Write(p []byte) (int, error) {
	c.bytes += len(p)
	c.guard.full.Store(c.bytes > maxPage)
	return len(p), nil
}

// texts are the functions of templates that make longer texts of shorter ones: one that
// is made of itself twice would fill the memory in thirty rounds without printing a word.
var texts = template.FuncMap{
	"print":   func(args ...any) (string, error) { return bounded(args, fmt.Sprint) },
	"println": func(args ...any) (string, error) { return bounded(args, fmt.Sprintln) },
	"js":      func(args ...any) (string, error) { return bounded(args, template.JSEscaper) },
	"printf": func(format string, args ...any) (string, error) {
		return bounded(append([]any{format}, args...), func(...any) string { return fmt.Sprintf(format, args...) })
	},
}

// bounded makes a text, unless that or what it is made of is too long.
func bounded(args []any, make func(...any) string) (string, error) {
	length := 0
	for _, a := range args {
		if v := reflect.ValueOf(a); v.Kind() == reflect.String {
			length += v.Len()
		}
	}
	if length > maxText {
		return "", errText
	}
	text := make(args...)
	if len(text) > maxText {
		return "", errText
	}
	return text, nil
}
