package pdfcheck

import (
	"bytes"
	"encoding/hex"
	"iter"
	"strconv"
)

// An operand is what stands before an operator in a page's content.
type operand struct {
	number float64
	name   string
	text   []byte // of a string
	isText bool
	items  []operand // of an array; of a dictionary keys and values in turn
}

// entry returns the value of a key, where the operand is a dictionary.
func (o operand) entry(key string) (operand, bool) {
	for i := 0; i+1 < len(o.items); i += 2 {
		if o.items[i].name == key {
			return o.items[i+1], true
		}
	}
	return operand{}, false
}

// A lexer reads a page's content, ISO 32000-1, 7.8.2.
type lexer struct {
	content []byte
	at      int
}

// operations returns the operators of a content with their operands. What can't
// be read ends it.
func operations(content []byte) iter.Seq2[string, []operand] {
	return func(yield func(string, []operand) bool) {
		l := &lexer{content: content}
		var operands []operand
		for {
			o, operator, ok := l.next()
			switch {
			case !ok:
				return
			case operator == "":
				operands = append(operands, o)
			default:
				if !yield(operator, operands) {
					return
				}
				operands = operands[:0]
			}
		}
	}
}

const delimiters = "()<>[]{}/% \t\r\n\f\x00"

// next reads an operand or an operator; ok is false at the end.
func (l *lexer) next() (o operand, operator string, ok bool) {
	for l.at < len(l.content) && bytes.IndexByte([]byte(" \t\r\n\f\x00"), l.content[l.at]) >= 0 {
		l.at++
	}
	if l.at >= len(l.content) {
		return o, "", false
	}
	switch c := l.content[l.at]; {
	case c == '/':
		l.at++
		return operand{name: l.word()}, "", true
	case c == '(':
		return operand{text: l.literal(), isText: true}, "", true
	case c == '[':
		l.at++
		return operand{items: l.until("]")}, "", true
	case c == ']':
		l.at++
		return o, "]", true
	case bytes.HasPrefix(l.content[l.at:], []byte("<<")):
		l.at += 2
		return operand{items: l.until(">>")}, "", true
	case bytes.HasPrefix(l.content[l.at:], []byte(">>")):
		l.at += 2
		return o, ">>", true
	case c == '<':
		return operand{text: l.hexadecimal(), isText: true}, "", true
	}
	word := l.word()
	if number, err := strconv.ParseFloat(word, 64); err == nil {
		return operand{number: number}, "", true
	}
	return o, word, word != ""
}

// until reads operands up to a closing sign.
func (l *lexer) until(end string) []operand {
	var items []operand
	for {
		o, operator, ok := l.next()
		if !ok || operator == end {
			return items
		}
		if operator == "" {
			items = append(items, o)
		}
	}
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.content) && bytes.IndexByte([]byte(delimiters), l.content[l.at]) < 0 {
		l.at++
	}
	return string(l.content[from:l.at])
}

func (l *lexer) hexadecimal() []byte {
	end := bytes.IndexByte(l.content[l.at:], '>')
	if end < 0 {
		l.at = len(l.content)
		return nil
	}
	digits := l.content[l.at+1 : l.at+end]
	l.at += end + 1
	text, err := hex.DecodeString(string(digits))
	if err != nil {
		return nil
	}
	return text
}

// literal reads a string in parentheses, with the escapes that there are.
func (l *lexer) literal() []byte {
	var text []byte
	depth := 0
	for ; l.at < len(l.content); l.at++ {
		c := l.content[l.at]
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				l.at++
				return text
			}
		case '\\':
			l.at++
			if l.at < len(l.content) {
				text = append(text, unescaped(l.content[l.at]))
			}
			continue
		}
		text = append(text, c)
	}
	return text
}

func unescaped(c byte) byte {
	switch c {
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return c
}
