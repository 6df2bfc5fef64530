package fasttemplate

import (
	"reflect"
	"text/template/parse"
)

// A compiler makes one program, and those that it calls.
type compiler struct {
	set     *Set
	name    string // of the template that was asked for
	trees   *trees
	pending map[key]*program

	vars  []variable // in scope, the innermost last
	slots int
}

// A variable of a template; a type without a value stands for data that is not there.
type variable struct {
	name string
	typ  reflect.Type
	slot int
	used bool
}

// program compiles what a key stands for. Programs that call themselves find themselves.
func (c *compiler) program(k key) *program {
	if p := c.pending[k]; p != nil {
		return p
	}
	p := new(program)
	c.pending[k] = p
	if c.trees == nil {
		p.err = errUnsupported
		return p
	}
	list := k.part
	if list == nil {
		list = c.trees.lists[k.name]
	}
	vars, slots := c.vars, c.slots
	c.vars, c.slots = nil, 0
	p.run, p.err = c.body(list, k.dot)
	p.slots = c.slots
	c.vars, c.slots = vars, slots
	return p
}

// body compiles a template: $ is the data that it begins with, which few ask for.
func (c *compiler) body(list *parse.ListNode, dot reflect.Type) (action, error) {
	if list == nil {
		return nil, errUnsupported
	}
	outer := c.vars
	c.vars = nil
	slot := c.declare("$", dot)
	run, err := c.list(list, dot)
	used := c.vars[0].used
	c.vars = outer
	if !used {
		return run, err
	}
	return func(x *state, dot reflect.Value) error {
		x.vars[x.base+slot] = dot
		return run(x, dot)
	}, err
}

// declare adds a variable and returns its place in the frame.
func (c *compiler) declare(name string, typ reflect.Type) int {
	c.vars = append(c.vars, variable{name: name, typ: typ, slot: c.slots})
	c.slots++
	return c.slots - 1
}

// list compiles nodes one after the other. Variables that they declare end with them.
func (c *compiler) list(list *parse.ListNode, dot reflect.Type) (action, error) {
	if list == nil {
		return func(*state, reflect.Value) error { return nil }, nil
	}
	outer := len(c.vars)
	all, err := c.nodes(list.Nodes, dot)
	c.vars = c.vars[:outer]
	if err != nil {
		return nil, err
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return func(x *state, dot reflect.Value) error {
		for _, do := range all {
			if err := do(x, dot); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func (c *compiler) nodes(nodes []parse.Node, dot reflect.Type) ([]action, error) {
	var all []action
	for i := 0; i < len(nodes); i++ {
		do, err := action(nil), error(nil)
		switch n := nodes[i].(type) {
		case *parse.TextNode:
			do = text(n.Text)
		case *parse.CommentNode:
			call := c.trees.calls[n]
			if call == nil {
				continue
			}
			from := i + 1
			for i = from; nodes[i] != parse.Node(call.end); i++ {
			}
			do, err = c.inset(call, nodes[from:i], dot)
		default:
			do, err = c.node(n, dot)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, do)
	}
	return all, nil
}

func text(s []byte) action {
	return func(x *state, _ reflect.Value) error {
		x.out = append(x.out, s...)
		return nil
	}
}

func (c *compiler) node(n parse.Node, dot reflect.Type) (action, error) {
	switch n := n.(type) {
	case *parse.ActionNode:
		return c.print(n.Pipe, dot)
	case *parse.IfNode:
		return c.ifNode(n, dot)
	case *parse.WithNode:
		return c.with(n, dot)
	case *parse.RangeNode:
		return c.rangeNode(n, dot)
	case *parse.TemplateNode:
		return c.call(n, dot)
	}
	return nil, errUnsupported
}

func (c *compiler) ifNode(n *parse.IfNode, dot reflect.Type) (action, error) {
	if len(n.Pipe.Decl) > 0 {
		return nil, errUnsupported
	}
	is, err := c.cond(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	return c.either(&n.BranchNode, dot, func(then, otherwise action) action {
		return func(x *state, dot reflect.Value) error {
			yes, err := is(x, dot)
			switch {
			case err != nil:
				return err
			case yes:
				return then(x, dot)
			}
			return otherwise(x, dot)
		}
	})
}

// either compiles both lists of a branch that leaves the data as it is.
func (c *compiler) either(n *parse.BranchNode, dot reflect.Type, join func(then, otherwise action) action) (action, error) {
	then, err := c.list(n.List, dot)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, dot)
	return join(then, otherwise), err
}

func (c *compiler) with(n *parse.WithNode, dot reflect.Type) (action, error) {
	v, err := c.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	is, err := truth(v.typ)
	if err != nil {
		return nil, err
	}
	outer := len(c.vars)
	set := c.declared(n.Pipe, v.typ)
	then, err := c.list(n.List, v.typ)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, dot)
	c.vars = c.vars[:outer]
	return func(x *state, dot reflect.Value) error {
		value, err := v.get(x, dot)
		if err != nil {
			return err
		}
		set(x, value)
		if is(value) {
			return then(x, value)
		}
		return otherwise(x, dot)
	}, err
}

// declared adds the variable that a pipeline declares, if it does, and returns what
// gives it its value.
func (c *compiler) declared(pipe *parse.PipeNode, typ reflect.Type) func(*state, reflect.Value) {
	if len(pipe.Decl) == 0 {
		return func(*state, reflect.Value) {}
	}
	slot := c.declare(pipe.Decl[0].Ident[0], typ)
	return func(x *state, v reflect.Value) { x.vars[x.base+slot] = v }
}
