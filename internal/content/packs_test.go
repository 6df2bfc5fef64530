package content_test

import (
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

func TestPacks(t *testing.T) {
	l := loaded(t)
	packs := yamlFiles(t, "content/packs")
	if len(packs) < 2 {
		t.Errorf("only %d packs", len(packs))
	}
	for name, tree := range packs {
		named := values(tree.Root.Field("languages"))
		if len(named) == 0 || slices.ContainsFunc(named, func(lang string) bool { return !slices.Contains(langs, lang) }) {
			t.Errorf("%s: languages are %q", name, named)
			continue
		}
		for _, key := range []string{"title", "subtitle", "foreword"} {
			inLanguages(t, name+": "+key, tree.Root.Field(key), named)
		}
		if place := tree.Root.Field("event").Field("place").Text(); place != "" && term(l, "places", place, "de") == "" {
			t.Errorf("%s: there is no place %s", name, place)
		}
		seen := map[string]bool{}
		sessions := items(tree.Root.Field("sessions"))
		if len(sessions) == 0 {
			t.Errorf("%s: no sessions", name)
		}
		for _, session := range sessions {
			title := session.Field("title")
			inLanguages(t, name+": a session's title", title, named)
			ids := values(session.Field("sheets"))
			if len(ids) == 0 {
				t.Errorf("%s: %q has no sheets", name, title.Field(named[0]).Text())
			}
			for _, id := range ids {
				if l.Catalogue.Entry(id) == nil {
					t.Errorf("%s: there is no sheet %s", name, id)
				}
				if seen[id] {
					t.Errorf("%s: %s is in it twice", name, id)
				}
				seen[id] = true
			}
		}
	}
}

// inLanguages holds that a text is stated in all languages of its pack.
func inLanguages(t *testing.T, what string, n *yamlnode.Node, named []string) {
	t.Helper()
	for _, lang := range named {
		if n.Field(lang).Text() == "" {
			t.Errorf("%s is not stated in %s", what, lang)
		}
	}
}

func values(n *yamlnode.Node) []string {
	var found []string
	for _, item := range items(n) {
		found = append(found, item.Text())
	}
	return found
}

func items(n *yamlnode.Node) []*yamlnode.Node {
	if n == nil {
		return nil
	}
	return n.Items
}
