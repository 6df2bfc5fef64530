package fasttemplate

import (
	"html/template"
	"io"
	"strconv"
	"text/template/parse"
)

// trees are the escaped trees of a template and of those that it calls. A template that
// is called stands in the place of its call, between two comments: html/template keeps
// the escaped form of a template that is called within a tag to itself, and here every call is
// escaped where it stands, as if its text had been written there. Only a template that
// is called from within itself keeps its call.
type trees struct {
	lists map[string]*parse.ListNode    // by the names of those that are called, and of the template itself
	calls map[*parse.CommentNode]*inset // by the comments before them
}

// An inset is a call in whose place the called template stands.
type inset struct {
	pipe *parse.PipeNode
	end  *parse.CommentNode
}

// escaped returns the escaped trees of a template, nil where they can't be known. It
// leaves the set as it is.
func escaped(set *template.Template, name string) *trees {
	in := &inliner{set: set, trees: trees{map[string]*parse.ListNode{}, map[*parse.CommentNode]*inset{}}, wanted: []string{name}}
	shadow := template.New("")
	for len(in.wanted) > 0 {
		name := in.wanted[0]
		in.wanted = in.wanted[1:]
		if in.lists[name] != nil {
			continue
		}
		list := in.tree(name, nil)
		if list == nil {
			return nil
		}
		if _, err := shadow.AddParseTree(name, &parse.Tree{Name: name, Root: list}); err != nil {
			return nil
		}
		in.lists[name] = list
	}
	// A branch that is never taken: what it calls is escaped and not run. The escaper
	// edits the trees that it was given.
	run, err := shadow.New("\x00").Parse("{{if false}}{{template " + strconv.Quote(name) + "}}{{end}}")
	if err != nil || run.Execute(io.Discard, nil) != nil {
		return nil
	}
	return &in.trees
}

// An inliner puts templates in the places of their calls.
type inliner struct {
	trees
	set    *template.Template
	wanted []string // templates that call themselves
	insets int
}

// maxInsets is how many calls are replaced in a template and in what it calls: forty times as
// many as a large page has. Templates that call others that call others may have any number.
const maxInsets = 2000

// tree returns a copy of a template's tree, nil if there is none. Templates that call it are
// named by within.
func (in *inliner) tree(name string, within []string) *parse.ListNode {
	t := in.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil
	}
	list := t.Tree.Root.CopyList()
	if !in.list(list, append(within[:len(within):len(within)], name)) {
		return nil
	}
	return list
}

// list replaces the calls in a list, and reports whether there is something for each.
func (in *inliner) list(list *parse.ListNode, within []string) bool {
	if list == nil {
		return true
	}
	var nodes []parse.Node
	for _, n := range list.Nodes {
		if call, ok := n.(*parse.TemplateNode); ok {
			inset, ok := in.call(call, within)
			if !ok {
				return false
			}
			nodes = append(nodes, inset...)
			continue
		}
		if b := branch(n); b != nil && (!in.list(b.List, within) || !in.list(b.ElseList, within)) {
			return false
		}
		nodes = append(nodes, n)
	}
	list.Nodes = nodes
	return true
}

// call returns what stands in the place of a call.
func (in *inliner) call(n *parse.TemplateNode, within []string) ([]parse.Node, bool) {
	for _, name := range within {
		if name == n.Name {
			in.wanted = append(in.wanted, name)
			return []parse.Node{n}, true
		}
	}
	if in.insets++; in.insets > maxInsets {
		return nil, false
	}
	list := in.tree(n.Name, within)
	if list == nil {
		return nil, false
	}
	begin := &parse.CommentNode{NodeType: parse.NodeComment, Pos: n.Pos, Text: "/* " + n.Name + " */"}
	end := &parse.CommentNode{NodeType: parse.NodeComment, Pos: n.Pos}
	in.calls[begin] = &inset{n.Pipe, end}
	return append(append([]parse.Node{begin}, list.Nodes...), end), true
}

// branch returns what {{if}}, {{with}} and {{range}} have in common, nil of other nodes.
func branch(n parse.Node) *parse.BranchNode {
	switch n := n.(type) {
	case *parse.IfNode:
		return &n.BranchNode
	case *parse.WithNode:
		return &n.BranchNode
	case *parse.RangeNode:
		return &n.BranchNode
	}
	return nil
}
