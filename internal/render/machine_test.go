package render_test

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

var linkedData = regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`)

// A translation names the work that it translates, and the original its
// translations; what an editor writes can't end the element.
func TestLinkedData(t *testing.T) {
	files := sources(t)
	alpha := files["content/sheets/alpha/index.de.md"]
	alpha.Data = []byte(strings.Replace(string(alpha.Data), "title: Alpha & Omega", `title: Alpha </script><b> & Omega`, 1))
	all := site(t, files)
	type work struct {
		ID          string `json:"@id"`
		InLanguage  string
		Name        string
		Translation []struct{ InLanguage string } `json:"workTranslation"`
		Original    *struct {
			ID string `json:"@id"`
		} `json:"translationOfWork"`
	}
	read := func(page string) work {
		var w work
		m := linkedData.FindStringSubmatch(all[page])
		if m == nil {
			t.Fatalf("%s has no JSON-LD", page)
		}
		if err := json.Unmarshal([]byte(m[1]), &w); err != nil {
			t.Fatalf("%s: %v in %s", page, err, m[1])
		}
		return w
	}
	original, translation := read("de/sheets/alpha.html"), read("fr/sheets/alpha-fr.html")
	if original.Name != "Alpha </script><b> & Omega" || original.InLanguage != "de" || original.Original != nil {
		t.Errorf("the original is %+v", original)
	}
	if len(original.Translation) != 1 || original.Translation[0].InLanguage != "fr" {
		t.Errorf("its translations are %v, want French alone", original.Translation)
	}
	if translation.InLanguage != "fr" || translation.Original == nil || translation.Original.ID != original.ID {
		t.Errorf("the translation is %+v", translation)
	}
	if strings.Contains(all["en/sheets/alpha.html"], "ld+json") {
		t.Error("a fallback speaks as if it were a page of its own")
	}
}

// A feed has what its language really has, the last change first, under names
// that stay when a page is renamed.
func TestFeed(t *testing.T) {
	files := sources(t)
	add := func(id, head string) {
		alpha := *files["content/sheets/alpha/index.de.md"]
		alpha.Data = []byte("---\ntitle: " + id + "\n" + head + "\n---\n")
		files["content/sheets/"+id+"/index.de.md"] = &alpha
	}
	add("feed-old", "slug: renamed\npublished: 2020-01-01\nthemes: [housing]")
	add("feed-new", "published: 2020-01-01\nupdated: 2099-05-01")
	add("feed-vague", "published: 2020")
	all := site(t, files)
	type feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	var de, fr feed
	for path, to := range map[string]*feed{"de/feed.xml": &de, "fr/feed.xml": &fr} {
		if err := xml.Unmarshal([]byte(all[path]), to); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	if de.Updated != "2099-05-01T00:00:00Z" || len(de.Entries) < 2 || de.Entries[0].Updated != de.Updated {
		t.Errorf("the German feed is %+v", de)
	}
	found := false
	for _, e := range de.Entries {
		if e.ID == "tag:example.org,2026:praxis/feed-old/de" {
			found = e.Link.Href == "https://example.org/praxis/de/sheets/renamed.html"
		}
		if strings.Contains(e.ID, "vague") {
			t.Error("a practice without a full date is in the feed")
		}
	}
	if !found {
		t.Errorf("feed-old is not in the feed under its name: %+v", de.Entries)
	}
	if strings.Contains(all["fr/feed.xml"], "feed-old") {
		t.Error("a fallback is in the feed")
	}
}

func TestSecurity(t *testing.T) {
	if text := site(t, sources(t))["security.txt"]; !strings.HasPrefix(text, "Contact: mailto:post@example.org\nExpires: 2025-") || !strings.Contains(text, "de, fr, en") {
		t.Errorf("security.txt is %q", text)
	}
	files := sources(t)
	files["site.yaml"].Data = []byte(strings.Replace(string(files["site.yaml"].Data), ", email: post@example.org", "", 1))
	if text, ok := site(t, files)["security.txt"]; ok {
		t.Errorf("without an address security.txt is %q", text)
	}
}

// TestOneLineEach holds that no value of site.yaml adds a directive to the files that are read line by line, by whatever
// programs take for the end of one, nor an addressee to that of security.txt.
func TestOneLineEach(t *testing.T) {
	ends := func(c rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029\x1c\x1d\x1e\x00", c) }
	settings := string(sources(t)["site.yaml"].Data)
	for _, evil := range []string{`\nContact: https://evil.example/`, `\rDisallow: /`, `\r\nDisallow: /`, `\u0085Disallow: /`, `\u2028Disallow: /`, `\vDisallow: /`, `\fDisallow: /`, `\x1eDisallow: /`, `\0Disallow: /`,
		"?bcc=evil@evil.example", "&bcc=evil@evil.example", ",evil@evil.example", ";evil@evil.example", "%0ADisallow:%20/", "%2Cevil@evil.example", " # ", "#"} {
		files := sources(t)
		files["site.yaml"].Data = []byte(strings.NewReplacer("https://example.org/praxis/", `"https://example.org/praxis/`+evil+`"`, "post@example.org", `"post@example.org`+evil+`"`).Replace(settings))
		all := site(t, files)
		for name, want := range map[string]string{"security.txt": "", "robots.txt": "User-agent Allow Sitemap"} {
			var got []string
			for _, line := range strings.FieldsFunc(all[name], ends) {
				directive, _, _ := strings.Cut(line, ": ")
				got = append(got, directive)
			}
			if said := strings.Join(got, " "); said != want {
				t.Errorf("with %q, %s says %q", evil, name, all[name])
			}
		}
		files["site.yaml"].Data = []byte(strings.ReplaceAll(settings, "https://example.org/praxis/", `"https://example.org/praxis/`+evil+`"`))
		if text := site(t, files)["security.txt"]; strings.Count(text, ": ") != 4 || len(strings.FieldsFunc(text, ends)) != 4 {
			t.Errorf("with %q, security.txt says %q", evil, text)
		}
	}
}

// Links to a page show the picture of its theme, else that of the site, and it is there.
func TestPictureForLinks(t *testing.T) {
	all := site(t, sources(t))
	image := regexp.MustCompile(`<meta property="og:image" content="https?://[^/]+/(?:[^"]*/)?(assets/link/[0-9a-f]{10}\.png)">`)
	of := map[string]string{}
	for path, text := range all {
		m := image.FindStringSubmatch(text)
		if m == nil {
			if strings.Contains(text, `property="og:`) {
				t.Errorf("%s: no picture", path)
			}
			continue
		}
		of[path] = m[1]
		if data := all[m[1]]; !strings.HasPrefix(data, "\x89PNG") || len(data) > 20_000 {
			t.Errorf("%s: %s is %d bytes", path, m[1], len(data))
		}
		if !strings.Contains(text, `property="og:image:alt" content="`) {
			t.Errorf("%s: the picture is not described", path)
		}
	}
	if len(of) < 10 {
		t.Fatalf("only %d pages have a picture", len(of))
	}
	for path, picture := range of {
		theme := strings.Contains(path, "/themes/") && !strings.HasSuffix(path, "/index.html")
		if home := of[path[:2]+"/index.html"]; strings.Contains(path, "/") && theme == (picture == home) && !strings.Contains(path, "/sheets/") {
			t.Errorf("%s has the picture %s, the home page %s", path, picture, home)
		}
	}
}

// A browser can offer the site's own search.
func TestFinder(t *testing.T) {
	all := site(t, sources(t))
	for path, text := range all {
		if strings.HasSuffix(path, "/index.html") && !strings.Contains(text, `<link rel="search" type="application/opensearchdescription+xml"`) {
			t.Errorf("%s does not name it", path)
		}
	}
	var d struct {
		XMLName   xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName string
		URL       []struct {
			Type     string `xml:"type,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Url"`
	}
	if err := xml.Unmarshal([]byte(all["de/opensearch.xml"]), &d); err != nil {
		t.Fatalf("%v:\n%s", err, all["de/opensearch.xml"])
	}
	if d.ShortName == "" || utf8.RuneCountInString(d.ShortName) > 16 || len(d.URL) != 2 || d.URL[0].Type != "text/html" || !strings.HasSuffix(d.URL[0].Template, "/de/search.html?q={searchTerms}") {
		t.Errorf("%+v", d)
	}
}
