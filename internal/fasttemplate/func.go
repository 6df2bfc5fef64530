package fasttemplate

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// A value that has a method HTML is most often printed by it, and a page prints dozens:
// it is called without reflection, and where the type can append what HTML returns, that is
// what is called.
type (
	htmler       interface{ HTML() template.HTML }
	htmlAppender interface{ AppendHTML([]byte) []byte }
)

// method compiles a method without arguments.
func method(typ reflect.Type, name string) (*value, error) {
	m, ok := typ.MethodByName(name)
	if !ok || m.Type.NumIn() != 1 || m.Type.NumOut() != 1 || m.Type.Out(0).Kind() == reflect.Interface {
		return nil, errUnsupported
	}
	v := &value{typ: m.Type.Out(0), get: func(_ *state, dot reflect.Value) (reflect.Value, error) {
		if dot.Kind() == reflect.Pointer && dot.IsNil() {
			return dot, errNil
		}
		return dot.Method(m.Index).Call(nil)[0], nil
	}}
	if name != "HTML" || typ.Kind() == reflect.Pointer || !typ.Implements(reflect.TypeFor[htmler]()) {
		return v, nil
	}
	v.text = func(_ *state, dot reflect.Value) (string, error) {
		return string(self(dot).(htmler).HTML()), nil
	}
	if typ.Implements(reflect.TypeFor[htmlAppender]()) {
		v.html = func(x *state, dot reflect.Value) error {
			out := self(dot).(htmlAppender).AppendHTML(x.out)
			if len(x.out) == 0 || len(out) < len(x.out) || &out[0] != &x.out[0] {
				x.out = out
			}
			x.out = x.out[:len(out)] // in place
			return nil
		}
	}
	return v, nil
}

// self returns a value for its methods, uncopied if that is possible.
func self(v reflect.Value) any {
	if v.CanAddr() {
		return v.Addr().Interface()
	}
	return v.Interface()
}

// function compiles a call of a function of the set, or one that all sets have.
func (c *compiler) function(name string, args []parse.Node, dot reflect.Type) (*value, error) {
	f, ok := c.set.funcs[name]
	if !ok {
		return c.builtin(name, args, dot)
	}
	switch f := f.(type) {
	case func(string) string:
		return c.textFunction(func(a []string) string { return f(a[0]) }, args, 1, 1, dot)
	case func(string, ...string) string:
		return c.textFunction(func(a []string) string { return f(a[0], a[1:]...) }, args, 1, len(args), dot)
	case func(string, ...string) template.HTML:
		v, err := c.textFunction(func(a []string) string { return string(f(a[0], a[1:]...)) }, args, 1, len(args), dot)
		if err == nil {
			v = htmlOf(v)
		}
		return v, err
	case func(string, int) string:
		return c.counted(f, args, dot)
	case func() (bool, error):
		if len(args) > 0 {
			return nil, errUnsupported
		}
		return &value{typ: reflect.TypeFor[bool](), get: func(*state, reflect.Value) (reflect.Value, error) {
			yes, err := f()
			return reflect.ValueOf(yes), err
		}}, nil
	}
	return nil, errUnsupported
}

// textFunction compiles the call of a function of strings.
func (c *compiler) textFunction(f func([]string) string, args []parse.Node, least, most int, dot reflect.Type) (*value, error) {
	if len(args) < least || len(args) > most {
		return nil, errUnsupported
	}
	texts := make([]func(*state, reflect.Value) (string, error), len(args))
	for i, arg := range args {
		v, err := c.operand(arg, dot)
		if err != nil || v.typ != reflect.TypeFor[string]() {
			return nil, errUnsupported
		}
		texts[i] = v.string()
	}
	return textValue(func(x *state, dot reflect.Value) (string, error) {
		values := make([]string, len(texts))
		for i, text := range texts {
			s, err := text(x, dot)
			if err != nil {
				return "", err
			}
			values[i] = s
		}
		return f(values), nil
	}), nil
}

// counted compiles the call of a function that words a number.
func (c *compiler) counted(f func(string, int) string, args []parse.Node, dot reflect.Type) (*value, error) {
	if len(args) != 2 {
		return nil, errUnsupported
	}
	text, err := c.operand(args[0], dot)
	if err != nil || text.typ != reflect.TypeFor[string]() {
		return nil, errUnsupported
	}
	number, err := c.operand(args[1], dot)
	if err != nil || number.typ != reflect.TypeFor[int]() {
		return nil, errUnsupported
	}
	key := text.string()
	return textValue(func(x *state, dot reflect.Value) (string, error) {
		s, err := key(x, dot)
		if err != nil {
			return "", err
		}
		n, err := number.get(x, dot)
		if err != nil {
			return "", err
		}
		return f(s, int(n.Int())), nil
	}), nil
}

// textValue is a string that is made.
func textValue(text func(*state, reflect.Value) (string, error)) *value {
	return &value{typ: reflect.TypeFor[string](), text: text, get: func(x *state, dot reflect.Value) (reflect.Value, error) {
		s, err := text(x, dot)
		return reflect.ValueOf(s), err
	}}
}

func htmlOf(v *value) *value {
	return &value{typ: reflect.TypeFor[template.HTML](), text: v.text, get: func(x *state, dot reflect.Value) (reflect.Value, error) {
		s, err := v.text(x, dot)
		return reflect.ValueOf(template.HTML(s)), err
	}}
}

// string returns what gets a value of a kind of string.
func (v *value) string() func(*state, reflect.Value) (string, error) {
	if v.text != nil {
		return v.text
	}
	return func(x *state, dot reflect.Value) (string, error) {
		s, err := v.get(x, dot)
		if err != nil {
			return "", err
		}
		return s.String(), nil
	}
}
