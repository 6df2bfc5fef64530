package fasttemplate

import (
	"reflect"
	"text/template/parse"
)

var anyType = reflect.TypeFor[any]()

// inset compiles a template that stands in the place of its call. Where the type of its
// data shows only when it is run, so is it compiled.
func (c *compiler) inset(call *inset, nodes []parse.Node, dot reflect.Type) (action, error) {
	list := &parse.ListNode{NodeType: parse.NodeList, Nodes: nodes}
	if call.pipe == nil {
		run, err := c.body(list, nil)
		return func(x *state, _ reflect.Value) error { return run(x, reflect.Value{}) }, err
	}
	v, err := c.argument(call.pipe, dot)
	if err != nil {
		return nil, err
	}
	if v.typ == anyType {
		set, name := c.set, c.name
		return func(x *state, dot reflect.Value) error {
			value, err := v.get(x, dot)
			if err != nil {
				return err
			}
			if value = value.Elem(); !value.IsValid() {
				return errUnsupported
			}
			return x.call(set.program(key{name, list, value.Type()}), value)
		}, nil
	}
	run, err := c.body(list, v.typ)
	return func(x *state, dot reflect.Value) error {
		value, err := v.get(x, dot)
		if err != nil {
			return err
		}
		return run(x, value)
	}, err
}

// call compiles a call that is left as one: of a template from within itself.
func (c *compiler) call(n *parse.TemplateNode, dot reflect.Type) (action, error) {
	if n.Pipe == nil || c.trees.lists[n.Name] == nil {
		return nil, errUnsupported
	}
	v, err := c.argument(n.Pipe, dot)
	if err != nil || v.typ == nil || v.typ.Kind() == reflect.Interface {
		return nil, errUnsupported
	}
	p := c.program(key{name: n.Name, dot: v.typ})
	if p.err != nil {
		return nil, p.err
	}
	return func(x *state, dot reflect.Value) error {
		value, err := v.get(x, dot)
		if err != nil {
			return err
		}
		return x.call(p, value)
	}, nil
}

// argument compiles what a template is called with.
func (c *compiler) argument(pipe *parse.PipeNode, dot reflect.Type) (*value, error) {
	if len(pipe.Decl) > 0 {
		return nil, errUnsupported
	}
	return c.pipe(pipe, dot)
}
