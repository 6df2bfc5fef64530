package fasttemplate

import (
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// A value is an expression: its type, which is known when it is compiled, and what
// gets it from the data. A nil type is that of data that is not there.
type value struct {
	typ  reflect.Type
	get  getter
	text func(*state, reflect.Value) (string, error) // the same of a string that is made; else nil
	html action                                      // the same, appended as HTML; may be nil
}

type getter func(x *state, dot reflect.Value) (reflect.Value, error)

// pipe compiles a pipeline of one command. What it declares is for the caller.
func (c *compiler) pipe(n *parse.PipeNode, dot reflect.Type) (*value, error) {
	if len(n.Cmds) != 1 || n.IsAssign || len(n.Decl) > 1 {
		return nil, errUnsupported
	}
	return c.command(n.Cmds[0], dot)
}

func (c *compiler) command(n *parse.CommandNode, dot reflect.Type) (*value, error) {
	if f, ok := n.Args[0].(*parse.IdentifierNode); ok {
		return c.function(f.Ident, n.Args[1:], dot)
	}
	if len(n.Args) != 1 {
		return nil, errUnsupported
	}
	return c.operand(n.Args[0], dot)
}

// operand compiles what stands alone or as an argument.
func (c *compiler) operand(n parse.Node, dot reflect.Type) (*value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return &value{typ: dot, get: func(_ *state, dot reflect.Value) (reflect.Value, error) { return dot, nil }}, nil
	case *parse.FieldNode:
		return field(dot, n.Ident)
	case *parse.VariableNode:
		return c.variable(n.Ident)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return nil, errUnsupported
		}
		return c.pipe(n, dot)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil, dot)
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text)), nil
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True)), nil
	case *parse.NumberNode:
		if number, err := strconv.Atoi(n.Text); err == nil {
			return constant(reflect.ValueOf(number)), nil
		}
	}
	return nil, errUnsupported
}

func constant(v reflect.Value) *value {
	return &value{typ: v.Type(), get: func(*state, reflect.Value) (reflect.Value, error) { return v, nil }}
}

// variable compiles a variable and its fields.
func (c *compiler) variable(ident []string) (*value, error) {
	for i, v := range slices.Backward(c.vars) {
		if v.name != ident[0] {
			continue
		}
		c.vars[i].used = true
		self := func(x *state, _ reflect.Value) (reflect.Value, error) { return x.vars[x.base+v.slot], nil }
		if len(ident) == 1 {
			return &value{typ: v.typ, get: self}, nil
		}
		f, err := field(v.typ, ident[1:])
		if err != nil {
			return nil, err
		}
		return f.of(self), nil
	}
	return nil, errUnsupported
}

// of returns a value of other data.
func (v *value) of(data getter) *value {
	of := &value{typ: v.typ, get: func(x *state, dot reflect.Value) (reflect.Value, error) {
		d, err := data(x, dot)
		if err != nil {
			return d, err
		}
		return v.get(x, d)
	}}
	if v.text != nil {
		of.text = func(x *state, dot reflect.Value) (string, error) {
			d, err := data(x, dot)
			if err != nil {
				return "", err
			}
			return v.text(x, d)
		}
	}
	if v.html != nil {
		of.html = func(x *state, dot reflect.Value) error {
			d, err := data(x, dot)
			if err != nil {
				return err
			}
			return v.html(x, d)
		}
	}
	return of
}

// field compiles the fields that are named one after the other. The last may be a method.
func field(typ reflect.Type, names []string) (*value, error) {
	var path []int
	for i, name := range names {
		if typ == nil || typ.Kind() == reflect.Interface {
			return nil, errUnsupported
		}
		if _, ok := pointerTo(typ).MethodByName(name); ok {
			if i < len(names)-1 {
				return nil, errUnsupported
			}
			m, err := method(typ, name)
			if err != nil || len(path) == 0 {
				return m, err
			}
			return m.of(walk(path)), nil
		}
		if typ.Kind() == reflect.Pointer {
			path, typ = append(path, deref), typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return nil, errUnsupported
		}
		f, ok := typ.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, errUnsupported
		}
		for n, index := range f.Index {
			if n > 0 && typ.Kind() == reflect.Pointer { // an embedded one
				path, typ = append(path, deref), typ.Elem()
			}
			path, typ = append(path, index), typ.Field(index).Type
		}
	}
	return &value{typ: typ, get: walk(path)}, nil
}

func pointerTo(typ reflect.Type) reflect.Type {
	if typ.Kind() == reflect.Pointer {
		return typ
	}
	return reflect.PointerTo(typ)
}

// deref stands in a path of fields for the way from a pointer to what it points to.
const deref = -1

// walk gets what lies at the end of a path.
func walk(path []int) getter {
	if len(path) == 1 && path[0] != deref {
		index := path[0]
		return func(_ *state, dot reflect.Value) (reflect.Value, error) { return dot.Field(index), nil }
	}
	if len(path) == 2 && path[0] != deref && path[1] != deref {
		first, second := path[0], path[1]
		return func(_ *state, dot reflect.Value) (reflect.Value, error) { return dot.Field(first).Field(second), nil }
	}
	return func(_ *state, v reflect.Value) (reflect.Value, error) {
		for _, index := range path {
			if index != deref {
				v = v.Field(index)
				continue
			}
			if v.IsNil() {
				return v, errNil
			}
			v = v.Elem()
		}
		return v, nil
	}
}
