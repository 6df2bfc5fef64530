package fasttemplate

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"text/template/parse"
)

// print compiles an action: a value that is printed through its escapers, or a variable
// that is declared.
func (c *compiler) print(n *parse.PipeNode, dot reflect.Type) (action, error) {
	if len(n.Decl) > 0 {
		return c.declaration(n, dot)
	}
	first := *n
	first.Cmds = n.Cmds[:1]
	v, err := c.pipe(&first, dot)
	if err != nil || v.typ == nil {
		return nil, errUnsupported
	}
	chain := make([]string, len(n.Cmds)-1)
	for i, cmd := range n.Cmds[1:] {
		f, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 {
			return nil, errUnsupported
		}
		chain[i] = f.Ident
	}
	write, err := escaper(chain, v.typ)
	if err != nil {
		return nil, err
	}
	if v.html != nil && v.typ == reflect.TypeFor[template.HTML]() && len(chain) == 1 && chain[0] == escHTML {
		return v.html, nil
	}
	return printed(v, write)
}

func (c *compiler) declaration(n *parse.PipeNode, dot reflect.Type) (action, error) {
	v, err := c.pipe(n, dot)
	if err != nil || v.typ == nil || v.typ.Kind() == reflect.Interface {
		return nil, errUnsupported
	}
	set := c.declared(n, v.typ)
	return func(x *state, dot reflect.Value) error {
		value, err := v.get(x, dot)
		if err == nil {
			set(x, value)
		}
		return err
	}, nil
}

// printed writes what fmt would print of a value. Types with methods may print
// themselves, as html/template knows; those of escaped content have none.
func printed(v *value, write writer) (action, error) {
	if v.typ.NumMethod() > 0 || reflect.PointerTo(v.typ).NumMethod() > 0 {
		return nil, errUnsupported
	}
	switch v.typ.Kind() {
	case reflect.String:
		text := v.string()
		return func(x *state, dot reflect.Value) error {
			s, err := text(x, dot)
			if err != nil {
				return err
			}
			write(x, s)
			return nil
		}, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.printedAs(write, func(v reflect.Value) string { return strconv.FormatInt(v.Int(), 10) }), nil
	case reflect.Bool:
		return v.printedAs(write, func(v reflect.Value) string { return strconv.FormatBool(v.Bool()) }), nil
	case reflect.Float32, reflect.Float64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return v.printedAs(write, func(v reflect.Value) string { return fmt.Sprint(v.Interface()) }), nil
	}
	return nil, errUnsupported
}

func (v *value) printedAs(write writer, text func(reflect.Value) string) action {
	return func(x *state, dot reflect.Value) error {
		value, err := v.get(x, dot)
		if err == nil {
			write(x, text(value))
		}
		return err
	}
}
