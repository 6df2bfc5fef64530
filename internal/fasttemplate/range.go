package fasttemplate

import (
	"reflect"
	"text/template/parse"
)

// rangeNode compiles a loop over a slice or an array.
func (c *compiler) rangeNode(n *parse.RangeNode, dot reflect.Type) (action, error) {
	if n.Pipe.IsAssign || len(n.Pipe.Decl) > 2 {
		return nil, errUnsupported
	}
	decl := n.Pipe.Decl
	pipe := *n.Pipe
	pipe.Decl = nil
	v, err := c.pipe(&pipe, dot)
	if err != nil {
		return nil, err
	}
	if v.typ == nil || v.typ.Kind() != reflect.Slice && v.typ.Kind() != reflect.Array {
		return nil, errUnsupported
	}
	elem := v.typ.Elem()
	outer := len(c.vars)
	slots := [2]int{-1, -1} // of the index and of the element
	if len(decl) == 2 {
		slots[0] = c.declare(decl[0].Ident[0], reflect.TypeFor[int]())
	}
	if len(decl) > 0 {
		slots[1] = c.declare(decl[len(decl)-1].Ident[0], elem)
	}
	body, err := c.list(n.List, elem)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, dot)
	c.vars = c.vars[:outer]
	return func(x *state, dot reflect.Value) error {
		list, err := v.get(x, dot)
		if err != nil {
			return err
		}
		if list.Len() == 0 {
			return otherwise(x, dot)
		}
		return loop(x, list, slots, body)
	}, err
}

func loop(x *state, list reflect.Value, slots [2]int, body action) error {
	for i := range list.Len() {
		if len(x.out) > x.max {
			return errLong
		}
		elem := list.Index(i)
		if slots[0] >= 0 {
			x.vars[x.base+slots[0]] = reflect.ValueOf(i)
		}
		if slots[1] >= 0 {
			x.vars[x.base+slots[1]] = elem
		}
		if err := body(x, elem); err != nil {
			return err
		}
	}
	return nil
}
