package content_test

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// questions are what a stranger must find an answer to within three steps from the home page: the texts of
// the links that they follow, and what then stands there.
var questions = []struct {
	question string
	ways     map[string][]string
	answers  map[string]string
}{
	{"which city housed refugees in private homes",
		map[string][]string{
			"de": {"Wohnen", "Aufruf an die Bevölkerung, Geflüchtete zu unterstützen"},
			"fr": {"Logement", "Appel aux habitants pour soutenir les réfugiés"},
			"en": {"Housing", "Appeal to residents to support refugees"},
		},
		map[string]string{"de": "in der eigenen Wohnung", "fr": "chez elles", "en": "in their own homes"}},
	{"who helps with work in Trier",
		map[string][]string{
			"de": {"Trier", "Café Bär: Beratung und Begegnung in Trier-West"},
			"fr": {"Trèves", "Le Café Bär\u00a0: conseil et rencontres à Trier-West"},
			"en": {"Trier", "Café Bär: advice and meeting place in Trier-West"},
		},
		map[string]string{"de": "Arbeit", "fr": "emploi", "en": "work"}},
	{"which practices came from another city",
		map[string][]string{
			"de": {"Was hat eine Stadt von einer anderen übernommen?"},
			"fr": {"Qu’est-ce qu’une ville a repris d’une autre\u202f?"},
			"en": {"What has one city adopted from another?"},
		},
		map[string]string{"de": "Ein Büro für Zuwanderung und Integration im Rathaus", "fr": "Un bureau de l’immigration et de l’intégration à la mairie", "en": "An immigration and integration office in the town hall"}},
	{"whom to ask about the health card",
		map[string][]string{
			"de": {"Gesundheit", "Gesundheitskarte für Geflüchtete"},
			"fr": {"Santé", "Une carte de santé pour les réfugiés"},
			"en": {"Health", "Health card for refugees"},
		},
		map[string]string{"de": "Ein Kontakt ist nicht angegeben. Träger ist: Stadt Monheim am Rhein", "fr": "Stadt Monheim am Rhein", "en": "No contact is stated. The lead organisation is: Stadt Monheim am Rhein"}},
	{"what is new",
		map[string][]string{"de": {"Was ist neu?"}, "fr": {"Quoi de neuf\u202f?"}, "en": {"What is new?"}},
		map[string]string{"de": "Aufgenommen am 22. November 2026", "fr": "Ajouts du 22 novembre 2026", "en": "Added on 22 November 2026"}},
}

func TestQuestionsOfAStranger(t *testing.T) {
	l := loaded(t)
	var sink output.Memory
	if err := l.Render(&sink); err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		for _, lang := range langs {
			at := lang + "/index.html"
			for _, text := range q.ways[lang] {
				to := follow(t, &sink, at, text)
				if to == "" {
					t.Fatalf("%s: %s has no link %q", q.question, at, text)
				}
				at = to
			}
			if words := mainOf(t, &sink, at); !strings.Contains(words, q.answers[lang]) {
				t.Errorf("%s: %s does not say %q", q.question, at, q.answers[lang])
			}
		}
	}
}

// follow returns where the first link with a text leads to.
func follow(t *testing.T, sink *output.Memory, at, text string) string {
	for n := range parsed(t, sink, at).Descendants() {
		if n.Data != "a" || strings.TrimSpace(textOf(n)) != text {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "href" {
				return path.Join(path.Dir(at), a.Val)
			}
		}
	}
	return ""
}

func mainOf(t *testing.T, sink *output.Memory, at string) string {
	for n := range parsed(t, sink, at).Descendants() {
		if n.Data == "main" {
			return textOf(n)
		}
	}
	return ""
}

func parsed(t *testing.T, sink *output.Memory, at string) *html.Node {
	t.Helper()
	data, ok := sink.Bytes(at)
	if !ok {
		t.Fatalf("there is no page %s", at)
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
