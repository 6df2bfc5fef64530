package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"sync/atomic"
	"text/template/parse"
)

// Limits of the templates that a catalogue brings along, far above what any page
// needs: one that never ends must not keep a build from ending, or fill the memory.
const (
	maxRounds = 500_000  // of {{range}}, from one finished page of a language to the next
	maxPage   = 64 << 20 // bytes of a page
)

var (
	errRounds = errors.New("this {{range}} does not come to an end: more than 500,000 rounds")
	errPage   = errors.New("the page does not come to an end: more than 64 MiB")
)

// A guard counts the rounds of all {{range}} of a catalogue's own templates. Pages are
// made at the same time and by the same functions, so it can't tell whose a round is; but
// one page that never ends is left over when all others are done.
type guard struct{ rounds atomic.Int64 }

// round is the function that stands in every {{range}}. The error of a function is
// reported with the template and the line that it stands in.
func (g *guard) round() (bool, error) {
	if g.rounds.Add(1) > maxRounds {
		return false, errRounds
	}
	return false, nil
}

// done forgets the rounds of a template that came to an end.
func (g *guard) done() { g.rounds.Store(0) }

// watch puts {{if round}}{{end}} at the beginning of every {{range}} in the templates that
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
	for _, n := range list.Nodes {
		switch n := n.(type) {
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
	}
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

// execute runs a template within the limits. What html/template is asked for it counts from
// the beginning.
func (t *templates) execute(b *bytes.Buffer, s set, name string, view any) error {
	defer t.done()
	if s.fast != nil && s.fast.Execute(b, name, view, maxPage) {
		return nil
	}
	t.done()
	err := s.ExecuteTemplate(limited{b}, name, view)
	if errors.Is(err, errPage) { // which says nothing of where it was written
		return fmt.Errorf("layouts: %w", err)
	}
	if err != nil {
		return layoutError(err)
	}
	return nil
}

// A limited buffer takes no more than a page.
type limited struct{ *bytes.Buffer }

func (l limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxPage {
		return 0, errPage
	}
	return l.Buffer.Write(p)
}
