package accept

import (
	"strings"
	"testing"
)

// TestRecord lists the shapes that a translation can have. The texts are what
// stands between title and the closing line.
func TestRecord(t *testing.T) {
	full := []digest{{"title", "11111111"}, {"context", "22222222"}, {"body", "33333333"}}
	for _, test := range []struct {
		name, before, after string
		want                []digest
	}{
		{
			name:  "no block",
			after: "translation:\n  of: de\n  state:\n    title: \"11111111\"\n    context: \"22222222\"\n    body: \"33333333\"\n",
			want:  full,
		},
		{
			name:   "nothing in the block",
			before: "translation: # to do\nslug: x\n",
			after:  "translation: # to do\n  of: de\n  state:\n    title: \"11111111\"\nslug: x\n",
			want:   full[:1],
		},
		{
			name:   "a null that is written out",
			before: "translation: ~\n",
			after:  "translation:\n  of: de\n  state:\n    title: \"11111111\"\n",
			want:   full[:1],
		},
		{
			name:   "no state",
			before: "translation:\n    of: de  # by hand\nslug: x\n",
			after:  "translation:\n    of: de  # by hand\n    state:\n        title: \"11111111\"\nslug: x\n",
			want:   full[:1],
		},
		{
			name:   "state without value, of below it",
			before: "translation:\n  state:\n  of: de\n",
			after:  "translation:\n  state:\n    title: \"11111111\"\n  of: de\n",
			want:   full[:1],
		},
		{
			name:   "no of",
			before: "translation:\n  state:\n    title: \"00000000\"\n",
			after:  "translation:\n  of: de\n  state:\n    title: \"11111111\"\n",
			want:   full[:1],
		},
		{
			name:   "block: change, keep comments and quotes",
			before: "translation:\n  of: de\n  state:\n    # reviewed\n    title: '00000000' # twice\n    context:   12345678\n    body: \"33333333\"\n",
			after:  "translation:\n  of: de\n  state:\n    # reviewed\n    title: '11111111' # twice\n    context:   \"22222222\"\n    body: \"33333333\"\n",
			want:   full,
		},
		{
			name:   "block: add between, remove",
			before: "translation:\n  of: de\n  state:\n    title: \"11111111\"\n    gone: \"00000000\"\n    body: \"33333333\"\n    away: \"0\"\n",
			after:  "translation:\n  of: de\n  state:\n    title: \"11111111\"\n    context: \"22222222\"\n    body: \"33333333\"\n",
			want:   full,
		},
		{
			name:   "block: add in front, a digest without value",
			before: "translation:\n  of: de\n  state:\n    body:\n",
			after:  "translation:\n  of: de\n  state:\n    title: \"11111111\"\n    context: \"22222222\"\n    body: \"33333333\"\n",
			want:   full,
		},
		{
			name:   "block: all go, one comes",
			before: "translation:\n  of: de\n  state:\n    a: \"0\"\n    b: \"0\"\n",
			after:  "translation:\n  of: de\n  state:\n    title: \"11111111\"\n",
			want:   full[:1],
		},
		{
			name:   "flow state",
			before: "translation:\n  of: de\n  state: {title: \"00000000\", gone: \"0\", body: 1e3, away: 1} # ok\n",
			after:  "translation:\n  of: de\n  state: {title: \"11111111\", context: \"22222222\", body: \"33333333\"} # ok\n",
			want:   full,
		},
		{
			name:   "flow state: in front, remove the first",
			before: "translation:\n  of: de\n  state: { gone: \"0\", body: \"33333333\" }\n",
			after:  "translation:\n  of: de\n  state: { title: \"11111111\", context: \"22222222\", body: \"33333333\" }\n",
			want:   full,
		},
		{
			name:   "flow state over several lines",
			before: "translation:\n  of: de\n  state: {\n    title: \"00000000\",\n    body: \"33333333\"\n  }\n",
			after:  "translation:\n  of: de\n  state: {\n    title: \"11111111\", context: \"22222222\",\n    body: \"33333333\"\n  }\n",
			want:   full,
		},
		{
			name:   "empty flow state",
			before: "translation:\n  of: de\n  state: {}\n",
			after:  "translation:\n  of: de\n  state: {title: \"11111111\", context: \"22222222\", body: \"33333333\"}\n",
			want:   full,
		},
		{
			name:   "flow state: all go",
			before: "translation:\n  of: de\n  state: {a: \"0\", b: \"0\"}\n",
			after:  "translation:\n  of: de\n  state: {}\n",
		},
		{
			name:   "all flow",
			before: "translation: {of: de, state: {title: \"00000000\"}}\n",
			after:  "translation: {of: de, state: {title: \"11111111\", context: \"22222222\", body: \"33333333\"}}\n",
			want:   full,
		},
		{
			name:   "all flow, no state",
			before: "translation: {of: de}\n",
			after:  "translation: {of: de, state: {title: \"11111111\"}}\n",
			want:   full[:1],
		},
		{
			name:   "all flow, no of",
			before: "translation: {state: {title: \"0\"}}\n",
			after:  "translation: {state: {title: \"11111111\"}, of: de}\n",
			want:   full[:1],
		},
		{
			name:   "empty braces",
			before: "translation: {}\n",
			after:  "translation: {of: de, state: {title: \"11111111\"}}\n",
			want:   full[:1],
		},
		{
			name:   "flow with a state that is empty",
			before: "translation: {of: de, state: }\n",
			after:  "translation: {of: de, state: {title: \"11111111\"} }\n",
			want:   full[:1],
		},
	} {
		for eol, end := range map[string]string{"\n": "---\nText\n", "\r\n": "---"} {
			before := strings.ReplaceAll("---\ntitle: Bär\n"+test.before+end, "\n", eol)
			expected := strings.ReplaceAll("---\ntitle: Bär\n"+test.after+end, "\n", eol)
			after, ok := record(before, "de", test.want)
			if !ok || after != expected {
				t.Errorf("%s (%q):\n%s\nbecame (%v)\n%s\ninstead of\n%s", test.name, eol, before, ok, after, expected)
			}
		}
	}
}

func TestRecordRefuses(t *testing.T) {
	for _, matter := range []string{
		"translation: de\n",
		"translation: [de]\n",
		"translation:\n  of: de\n  state: done\n",
		"translation: {of: de, state: done}\n",
	} {
		if _, ok := record("---\ntitle: x\n"+matter+"---\n", "de", []digest{{"title", "1"}}); ok {
			t.Errorf("%q was patched", matter)
		}
	}
}
