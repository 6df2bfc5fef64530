package site

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// A crawled is what a page refers to and can be referred to by.
type crawled struct {
	links     []string // of href, src and the like
	ids       map[string]bool
	hreflang  map[string]string // absolute URLs by language
	canonical string
	noindex   bool
	absolute  []string // other addresses for programs: og:url, og:image
}

func crawl(t *testing.T, f output.File) crawled {
	doc, err := html.Parse(bytes.NewReader(f.Bytes))
	if err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	c := crawled{ids: map[string]bool{}, hreflang: map[string]string{}}
	for n := range doc.Descendants() {
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		if id, ok := attr["id"]; ok {
			if c.ids[id] || id == "" {
				t.Errorf("%s: id %q twice or empty", f.Path, id)
			}
			c.ids[id] = true
		}
		if _, ok := attr["style"]; ok {
			t.Errorf("%s: <%s> has a style attribute", f.Path, n.Data)
		}
		if n.Data == "link" && attr["rel"] == "alternate" && attr["hreflang"] != "" {
			c.hreflang[attr["hreflang"]] = attr["href"]
			continue
		}
		switch {
		case n.Data == "link" && attr["rel"] == "canonical":
			c.canonical = attr["href"]
			continue
		case n.Data == "meta" && attr["name"] == "robots":
			c.noindex = strings.Contains(attr["content"], "noindex")
		case attr["property"] == "og:url" || attr["property"] == "og:image":
			c.absolute = append(c.absolute, attr["content"])
		}
		for _, key := range []string{"href", "src", "action"} {
			if link, ok := attr[key]; ok {
				c.links = append(c.links, link)
			}
		}
		for candidate := range strings.SplitSeq(attr["srcset"], ",") {
			if link, _, _ := strings.Cut(strings.TrimSpace(candidate), " "); link != "" {
				c.links = append(c.links, link)
			}
		}
	}
	return c
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	notShort(t)
	repository := os.DirFS("../..")
	for name, files := range map[string]fs.FS{
		"golden": golden(t), "generated": generated(120), "content": repository,
	} {
		t.Run(name, func(t *testing.T) {
			l, sink := rendered(t, files)
			checkLinks(t, sink, l.Site.URL(""))
		})
	}
}

func checkLinks(t *testing.T, sink *output.Memory, base string) {
	pages := map[string]crawled{}
	for f := range sink.All() {
		if strings.HasSuffix(f.Path, ".html") {
			pages[f.Path] = crawl(t, f)
		}
	}
	for from, page := range pages {
		for _, link := range page.links {
			checkLink(t, sink, pages, from, link)
		}
	}
	checkHreflang(t, pages)
	checkCanonical(t, sink, pages, base)
	checkCatalogue(t, sink)
}

func checkLink(t *testing.T, sink *output.Memory, pages map[string]crawled, from, link string) {
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: link %q: %v", from, link, err)
		return
	}
	if u.Scheme != "" || u.Host != "" {
		return // another site, or mail
	}
	if strings.HasPrefix(u.Path, "/") && from != "404.html" {
		t.Errorf("%s: link %q is not relative", from, link)
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if from == "404.html" && u.Path != "" { // found under any address, so it links by the site's path
		to = strings.TrimLeft(u.Path, "/")
		for _, base := range []string{"praxis/"} {
			to = strings.TrimPrefix(to, base)
		}
	}
	if _, ok := sink.Bytes(to); !ok {
		t.Errorf("%s: link %q leads nowhere", from, link)
	} else if u.Fragment != "" && !pages[to].ids[u.Fragment] {
		t.Errorf("%s: link %q: no such anchor", from, link)
	}
}

// Languages that a page names must name it back.
func checkHreflang(t *testing.T, pages map[string]crawled) {
	byURL := map[string]string{}
	for from, page := range pages {
		for lang, u := range page.hreflang {
			if lang != "x-default" && strings.HasSuffix(u, "/"+from) {
				byURL[u] = from
			}
		}
	}
	for from, page := range pages {
		for lang, u := range page.hreflang {
			to, ok := byURL[u]
			if !ok {
				t.Errorf("%s: hreflang %s leads to %s, which does not name itself", from, lang, u)
				continue
			}
			found := false
			for _, back := range pages[to].hreflang {
				found = found || strings.HasSuffix(back, "/"+from)
			}
			if !found {
				t.Errorf("%s: hreflang %s leads to %s, which does not lead back", from, lang, to)
			}
		}
	}
}

// A page is its own canonical one, or it is not to be found and names one that is; what it tells
// programs is there, and search engines are told of the pages that may be found and of no others.
func checkCanonical(t *testing.T, sink *output.Memory, pages map[string]crawled, base string) {
	found := map[string]bool{}
	for from, page := range pages {
		to, ok := strings.CutPrefix(page.canonical, base)
		switch own := to == from; {
		case from == "404.html":
			if page.canonical != "" || !page.noindex {
				t.Errorf("%s: canonical %q, noindex %v", from, page.canonical, page.noindex)
			}
			continue
		case !ok, pages[to].ids == nil:
			t.Errorf("%s: canonical %q leads nowhere", from, page.canonical)
		case !own && !page.noindex:
			t.Errorf("%s: is to be found, but canonical is %s", from, to)
		case !own && pages[to].canonical != page.canonical:
			t.Errorf("%s: canonical %s has another one", from, to)
		}
		found[page.canonical] = found[page.canonical] || !page.noindex
		if page.noindex && len(page.hreflang) > 0 {
			t.Errorf("%s: is not to be found, but is in a set of languages", from)
		}
		for _, u := range page.absolute {
			path, ok := strings.CutPrefix(u, base)
			if _, there := sink.Bytes(path); !ok || !there {
				t.Errorf("%s: tells programs of %s, which is not there", from, u)
			}
		}
	}
	sitemap, _ := sink.Bytes("sitemap.xml")
	for u, ok := range found {
		if listed := bytes.Contains(sitemap, []byte("<loc>"+u+"</loc>")); listed != ok {
			t.Errorf("sitemap: %s listed %v, to be found %v", u, listed, ok)
		}
	}
}

func checkCatalogue(t *testing.T, sink *output.Memory) {
	data, _ := sink.Bytes("catalogue.json")
	var c struct {
		Generator string
		Sheets    []struct {
			ID        string
			Languages map[string]struct{ Title, URL, State string }
		}
	}
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatalf("catalogue.json: %v", err)
	}
	if !strings.HasPrefix(c.Generator, "praxisblatt ") || len(c.Sheets) == 0 {
		t.Errorf("catalogue.json: generator %q, %d sheets", c.Generator, len(c.Sheets))
	}
	for _, s := range c.Sheets {
		for lang, l := range s.Languages {
			page, ok := sink.Bytes(l.URL)
			if !ok || !bytes.Contains(page, []byte(`<article data-sheet="`+s.ID+`">`)) {
				t.Errorf("catalogue.json: %s in %s: %q is not its page", s.ID, lang, l.URL)
			}
		}
	}
}
