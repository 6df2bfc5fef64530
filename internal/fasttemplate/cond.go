package fasttemplate

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// A condition is what {{if}} asks.
type condition func(*state, reflect.Value) (bool, error)

func (c *compiler) cond(n *parse.PipeNode, dot reflect.Type) (condition, error) {
	if len(n.Cmds) != 1 || len(n.Decl) > 0 {
		return nil, errUnsupported
	}
	if f, ok := n.Cmds[0].Args[0].(*parse.IdentifierNode); ok && c.set.funcs[f.Ident] == nil {
		return c.logic(f.Ident, n.Cmds[0].Args[1:], dot)
	}
	v, err := c.command(n.Cmds[0], dot)
	if err != nil {
		return nil, err
	}
	return v.cond()
}

// cond asks whether a value is something.
func (v *value) cond() (condition, error) {
	is, err := truth(v.typ)
	if err != nil {
		return nil, err
	}
	return func(x *state, dot reflect.Value) (bool, error) {
		value, err := v.get(x, dot)
		return err == nil && is(value), err
	}, nil
}

// logic compiles and, or, not and comparisons.
func (c *compiler) logic(name string, args []parse.Node, dot reflect.Type) (condition, error) {
	switch {
	case (name == "eq" || name == "ne" && len(args) == 2) && len(args) > 1:
		return c.equal(args, name == "eq", dot)
	case name == "not" && len(args) == 1, (name == "and" || name == "or") && len(args) > 0:
	case name == "len":
		v, err := c.length(args, dot)
		if err != nil {
			return nil, err
		}
		return v.cond()
	default:
		return nil, errUnsupported
	}
	all := make([]condition, len(args))
	for i, arg := range args {
		is, err := c.condArg(arg, dot)
		if err != nil {
			return nil, err
		}
		all[i] = is
	}
	// The first that is such ends it: a true one of or, a false one of and.
	decides := name == "or"
	return func(x *state, dot reflect.Value) (bool, error) {
		for _, is := range all {
			yes, err := is(x, dot)
			if err != nil {
				return false, err
			}
			if name == "not" {
				return !yes, nil
			}
			if yes == decides {
				return yes, nil
			}
		}
		return !decides, nil
	}, nil
}

// condArg compiles an argument of which only the truth counts.
func (c *compiler) condArg(n parse.Node, dot reflect.Type) (condition, error) {
	if pipe, ok := n.(*parse.PipeNode); ok {
		return c.cond(pipe, dot)
	}
	v, err := c.operand(n, dot)
	if err != nil {
		return nil, err
	}
	return v.cond()
}

// truth tells which values of a type are something.
func truth(typ reflect.Type) (func(reflect.Value) bool, error) {
	if typ == nil {
		return nil, errUnsupported
	}
	switch typ.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool, nil
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(v reflect.Value) bool { return v.Int() != 0 }, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(v reflect.Value) bool { return v.Uint() != 0 }, nil
	case reflect.Float32, reflect.Float64:
		return func(v reflect.Value) bool { return v.Float() != 0 }, nil
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, nil
	case reflect.Struct:
		return func(reflect.Value) bool { return true }, nil
	}
	return nil, errUnsupported
}

// equal compiles eq, which is true if the first argument is equal to any other, and ne.
func (c *compiler) equal(args []parse.Node, want bool, dot reflect.Type) (condition, error) {
	all := make([]*value, len(args))
	for i, arg := range args {
		v, err := c.operand(arg, dot)
		if err != nil || v.typ == nil {
			return nil, errUnsupported
		}
		all[i] = v
	}
	kind := all[0].typ.Kind()
	if slices.ContainsFunc(all, func(v *value) bool { return v.typ.Kind() != kind }) {
		return nil, errUnsupported
	}
	same, err := comparison(kind)
	return func(x *state, dot reflect.Value) (bool, error) {
		first, err := all[0].get(x, dot)
		if err != nil {
			return false, err
		}
		for _, v := range all[1:] {
			other, err := v.get(x, dot)
			if err != nil {
				return false, err
			}
			if same(first, other) {
				return want, nil
			}
		}
		return !want, nil
	}, err
}

func comparison(kind reflect.Kind) (func(a, b reflect.Value) bool, error) {
	switch kind {
	case reflect.String:
		return func(a, b reflect.Value) bool { return a.String() == b.String() }, nil
	case reflect.Int:
		return func(a, b reflect.Value) bool { return a.Int() == b.Int() }, nil
	case reflect.Bool:
		return func(a, b reflect.Value) bool { return a.Bool() == b.Bool() }, nil
	}
	return nil, errUnsupported
}

// builtin compiles a function that all templates have, as a value.
func (c *compiler) builtin(name string, args []parse.Node, dot reflect.Type) (*value, error) {
	switch name {
	case "len":
		return c.length(args, dot)
	case "eq", "ne", "not":
		is, err := c.logic(name, args, dot)
		return &value{typ: reflect.TypeFor[bool](), get: func(x *state, dot reflect.Value) (reflect.Value, error) {
			yes, err := is(x, dot)
			return reflect.ValueOf(yes), err
		}}, err
	}
	return nil, errUnsupported
}

func (c *compiler) length(args []parse.Node, dot reflect.Type) (*value, error) {
	if len(args) != 1 {
		return nil, errUnsupported
	}
	v, err := c.operand(args[0], dot)
	if err != nil || v.typ == nil {
		return nil, errUnsupported
	}
	switch v.typ.Kind() {
	case reflect.String, reflect.Slice, reflect.Array:
		return &value{typ: reflect.TypeFor[int](), get: func(x *state, dot reflect.Value) (reflect.Value, error) {
			list, err := v.get(x, dot)
			if err != nil {
				return list, err
			}
			return reflect.ValueOf(list.Len()), nil
		}}, nil
	}
	return nil, errUnsupported
}
