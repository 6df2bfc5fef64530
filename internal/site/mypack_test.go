package site

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// order waits until the pack on the page has these entries, and all that is loaded is there.
func order(p *browser.Page, ids ...string) {
	p.Wait(fmt.Sprintf(`!document.querySelector("[aria-busy]") && Array.from(document.querySelectorAll(".order > li"), e => e.dataset.id).join() === %q`, strings.Join(ids, ",")))
}

// A reader collects entries from a list and a sheet, orders them with keys alone, finds
// them again, prints them, and passes them on without harm to the other's own pack.
func TestMyPack(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for name, base := range map[string]string{"http": server.URL, "file": "file://" + filepath.ToSlash(out)} {
		t.Run(name, func(t *testing.T) {
			p := b.Open(t, base+"/de/sheets/index.html", browser.View{})
			collect(t, p, base)
			arrange(t, p, base)
			share(t, b, p, base)
			p.Sound("gone-away")
		})
	}
}

func collect(t *testing.T, p *browser.Page, base string) {
	p.Wait(`document.querySelector(".over") && document.querySelector(".row .collect button")`)
	focused(t, p, `[data-sheet="short-entry"] .collect button`)
	p.Press(" ")
	p.Wait(`document.querySelector("[data-pack]").textContent === "Meine Mappe (1)"`)
	if said := browser.Eval[string](p, `document.querySelector("body > [role=status]").textContent`); said != "In die Mappe gelegt: Ein kurzer Eintrag" {
		t.Errorf("a screen reader hears %q", said)
	}
	if !browser.Eval[bool](p, `document.activeElement.getAttribute("aria-label") === "Aus meiner Mappe nehmen: Ein kurzer Eintrag"`) {
		t.Error("the button does not say what it does now")
	}
	p.Press(" ")
	p.Wait(`document.querySelector("[data-pack]").textContent === "Meine Mappe"`)
	p.Press(" ")
	p.Visit(base + "/de/sheets/index.html?sort=newest") // rows that a script has put there
	p.Wait(`document.querySelectorAll(".row .collect button").length === document.querySelectorAll(".row").length && document.querySelector(".row .collect .in")`)
	p.Visit(base + "/de/sheets/wohnen-bei-gastgebern.html")
	p.Click("article .collect button")
	p.Wait(`document.querySelector("[data-pack]").textContent === "Meine Mappe (2)"`)
	p.Visit(base + "/de/packs/meeting.html")
	p.Wait(`document.querySelectorAll(".row .in").length === 2`)
	p.Visit(base + "/de/sheets/a-meeting.html")
	p.Click("article .collect button")
}

func arrange(t *testing.T, p *browser.Page, base string) {
	p.Visit(base + "/de/my-pack.html")
	order(p, "short-entry", "host-families", "a-meeting")
	const focus = `document.activeElement.getAttribute("aria-label")`
	focused(t, p, `.order > li:last-child button`)
	p.Press(" ")
	order(p, "short-entry", "a-meeting", "host-families")
	if said := browser.Eval[string](p, `document.querySelector("[data-part=status]").textContent`); !strings.HasSuffix(said, "“ ist jetzt Nummer 2 von 3.") {
		t.Errorf("a screen reader hears %q", said)
	}
	p.Press(" ")
	order(p, "a-meeting", "short-entry", "host-families")
	if at := browser.Eval[string](p, focus); !strings.HasPrefix(at, "Nach unten: ") {
		t.Errorf("at the top the focus is on %q", at)
	}
	// The pointer can do it too.
	browser.Eval[any](p, `(() => {
		const [first, , last] = document.querySelectorAll(".order > li"), data = new DataTransfer();
		const send = (e, type, y) => e.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true, clientY: y}));
		send(first.querySelector(".handle"), "dragstart");
		send(last, "dragover", last.getBoundingClientRect().bottom - 1);
		send(first.querySelector(".handle"), "dragend");
		return 0;
	})()`)
	order(p, "short-entry", "host-families", "a-meeting")
	focused(t, p, `.order > li:first-child button:last-child`)
	p.Press(" ")
	order(p, "host-families", "a-meeting")
	if at := browser.Eval[string](p, focus); at != "Herausnehmen: Wohnen bei Gastgebern" {
		t.Errorf("after an entry is taken out the focus is on %q", at)
	}
	p.Click("[data-act=undo]")
	order(p, "short-entry", "host-families", "a-meeting")
	p.Type("[data-part=title]", "Für <b>Metz</b>: „Ämter“ & Straßen")
	browser.Eval[any](p, `(() => { const s = document.querySelector("[data-part=second]"); s.value = "fr"; s.dispatchEvent(new Event("change")); return 0 })()`)
	p.Wait(`document.querySelectorAll(".booklet .pair").length === 3 && !document.querySelector("[aria-busy]")`)
	p.Visit(base + "/de/my-pack.html")
	order(p, "short-entry", "host-families", "a-meeting")
	for part, want := range map[string]string{
		"title":   "Für <b>Metz</b>: „Ämter“ & Straßen",
		"command": "praxisblatt pack short-entry host-families a-meeting --lang de,fr -o fur-b-metz-b-amter-strassen.pdf",
		"file":    "title: {de: \"Für <b>Metz</b>: „Ämter“ & Straßen\", fr: \"Für <b>Metz</b>: „Ämter“ & Straßen\"}\nlanguages: [de, fr]\nsheets:\n  - short-entry\n  - host-families\n  - a-meeting\n",
	} {
		if got := browser.Eval[string](p, fmt.Sprintf(`document.querySelector("[data-part=%s]").value`, part)); got != want {
			t.Errorf("%s: %q, not %q", part, got, want)
		}
	}
	if link := browser.Eval[string](p, `document.querySelector("[data-part=link]").value`); link != browser.Eval[string](p, `location.href`) {
		t.Errorf("the link %q is not the address", link)
	}
}

// share opens the link of another pack: the own one stays until the reader says so.
func share(t *testing.T, b *browser.Browser, p *browser.Page, base string) {
	const own = `JSON.parse(Object.entries(localStorage).find(e => e[0].startsWith("praxisblatt "))[1]).ids.join()`
	p.Visit(base + "/fr/index.html")
	p.Visit(base + "/fr/my-pack.html#sheets=two-workshops,gone-away,short-entry&lang=fr&title=De%20Metz")
	order(p, "two-workshops", "gone-away", "short-entry")
	if !browser.Eval[bool](p, `!document.querySelector("[data-part=shared]").hidden && document.querySelector(".lost").textContent.includes("gone-away")`) {
		t.Error("the page does not say that the pack is another's, or what can't be loaded")
	}
	if command := browser.Eval[string](p, `document.querySelector("[data-part=command]").value`); command != "praxisblatt pack two-workshops short-entry --lang fr -o de-metz.pdf" {
		t.Errorf("the command is %q", command)
	}
	p.Click(".order > li:nth-child(2) button:last-child")
	order(p, "two-workshops", "short-entry")
	if kept := browser.Eval[string](p, own); kept != "short-entry,host-families,a-meeting" {
		t.Errorf("a link has changed the reader's pack to %s", kept)
	}
	p.Visit(browser.Eval[string](p, `document.querySelector(".languages a[hreflang=en]").href`))
	order(p, "two-workshops", "short-entry")
	p.Click("[data-act=merge]")
	order(p, "short-entry", "host-families", "a-meeting", "two-workshops")
	p.Click("[data-act=undo]")
	order(p, "short-entry", "host-families", "a-meeting")
	// What another tab does is seen here, and here nothing of it is lost.
	other := b.Open(t, base+"/en/sheets/two-workshops.html", browser.View{})
	other.Click("article .collect button")
	order(p, "short-entry", "host-families", "a-meeting", "two-workshops")
	p.Click("[data-act=clear]")
	p.Wait(`!document.querySelector("[data-part=empty]").hidden`)
	other.Wait(`document.querySelector("article .collect button").textContent === "Add to my pack"`)
	p.Click("[data-act=undo]")
	order(p, "short-entry", "host-families", "a-meeting", "two-workshops")
}

// TestMyPackPrinted: every entry begins on a page of its own, with all of its text.
func TestMyPackPrinted(t *testing.T) {
	out := built(t)
	b := browser.Start(t)
	p := b.Open(t, "file://"+filepath.ToSlash(out)+"/de/my-pack.html#sheets=host-families,a-meeting,short-entry,two-workshops&lang=de,fr&title=Mappe", browser.View{Print: true})
	order(p, "host-families", "a-meeting", "short-entry", "two-workshops")
	f := pages(t, p.PDF())
	if !strings.Contains(f[0], "Mappe") || !strings.Contains(f[1], "Inhalt") || !strings.Contains(f[len(f)-1], "Impressum") {
		t.Errorf("no cover, contents or imprint: %q", f)
	}
	all := strings.Join(f, " ")
	for _, want := range []string{"Es fehlt an Wohnungen.", "On manque de logements.", "Eine längere Geschichte.", "Une histoire plus longue.", "Caritas", "+49 651 7180", "Mit Beratung"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	for _, title := range []string{"Wohnen bei Gastgebern", "A meeting", "Zwei Workshops"} {
		first := 0
		for i := 2; i < len(f) && first == 0; i++ {
			if at := strings.Index(f[i], title); at >= 0 {
				first = i
				if at > 60 {
					t.Errorf("%q begins in the middle of page %d: %q", title, i+1, f[i])
				}
			}
		}
		if first == 0 {
			t.Errorf("%q is on no page of its own", title)
		}
	}
	// What a column would only repeat of the other is said there, and parts stand beside one
	// another.
	if n := strings.Count(all, "Er steht in der anderen Spalte."); n != browser.Eval[int](p, `document.querySelectorAll(".pair p.absent[lang=de]").length`) || n == 0 {
		t.Errorf("%d parts are left to the other column", n)
	}
	if apart := browser.Eval[[]string](p, `Array.from(document.querySelectorAll(".pair .across")).filter(row => {
		const [a, b] = Array.from(row.children, e => e.firstElementChild);
		return a && b && Math.abs(a.getBoundingClientRect().top - b.getBoundingClientRect().top) > 1;
	}).map(row => row.textContent.slice(0, 60))`); len(apart) > 0 {
		t.Errorf("not side by side: %q", apart)
	}
	if rows := browser.Eval[int](p, `document.querySelectorAll(".pair .across").length`); rows < 15 {
		t.Errorf("only %d rows of two languages", rows)
	}
}

// TestMyPackBadInput: what comes by a link or stands in the storage is never more than ids,
// languages and a title.
func TestMyPackBadInput(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	p := browser.Start(t).Open(t, server.URL+"/de/index.html", browser.View{})
	const evil = `<img src=x data-evil onerror=alert(1)>`
	for name, test := range map[string]struct {
		hash string
		want []string
	}{
		"markup":        {"sheets=short-entry," + evil + "&lang=" + evil + "&title=" + evil, []string{"short-entry"}},
		"paths":         {"sheets=../../x,short-entry,//evil.example/x,short-entry,javascript:alert(1),__proto__,constructor", []string{"short-entry", "constructor"}},
		"nothing":       {"sheets=&lang=xx,de,de,fr,en&title=", nil},
		"percent":       {"sheets=%E0%A4%A,short-entry&title=%", []string{"short-entry"}},
		"only title":    {"title=" + evil, nil},
		"half a letter": {"sheets=short-entry&title=" + strings.Repeat("a", 119) + "😀", []string{"short-entry"}},
	} {
		p.Visit(server.URL + "/de/index.html")
		p.Visit(server.URL + "/de/my-pack.html")
		browser.Eval[any](p, fmt.Sprintf(`(location.hash = %q, 0)`, test.hash))
		order(p, test.want...)
		if browser.Eval[bool](p, `!!document.querySelector("[data-evil]")`) {
			t.Errorf("%s: markup came in", name)
		}
	}
	p.Visit(server.URL + "/de/index.html")
	p.Visit(server.URL + "/de/my-pack.html#sheets=" + strings.TrimSuffix(strings.Repeat("short-entry,", 3000), ","))
	order(p, "short-entry")
	many := make([]string, 300)
	for i := range many {
		many[i] = fmt.Sprintf("x%d", i)
	}
	p.Visit(server.URL + "/de/index.html")
	p.Visit(server.URL + "/de/my-pack.html#sheets=" + strings.Join(many, ","))
	order(p, many[:200]...)
	if said := p.Text("[data-part=status]"); said != "Eine Mappe fasst höchstens 200 Einträge. Die übrigen sind weggelassen." {
		t.Errorf("of too many entries it says %q", said)
	}
	for _, stored := range []string{`{"ids":"short-entry"}`, `[1,2]`, `null`, `{`, `{"ids":[{},null,"../x","` + strings.Repeat("x", 300) + `","short-entry"],"langs":{"a":1},"title":{"b":2}}`, `{"__proto__":{"ids":["short-entry"]},"title":"` + evil + `"}`, `{"ids":["short-entry"],"title":"\ud83d"}`} {
		browser.Eval[any](p, fmt.Sprintf(`(localStorage.setItem("praxisblatt /", %q), 0)`, stored))
		p.Visit(server.URL + "/de/index.html")
		p.Visit(server.URL + "/de/my-pack.html")
		p.Wait(`!document.querySelector("[data-part=own]").hidden && !document.querySelector("[aria-busy]")`)
		if n := browser.Eval[int](p, `document.querySelectorAll(".order > li, [data-evil]").length`); n > 1 {
			t.Errorf("%s: %d entries", stored, n)
		}
	}
	if filled := browser.Eval[string](p, `praxisblattPack.fill("{n} {constructor} {__proto__}", {n: 1})`); filled != "1 {constructor} {__proto__}" {
		t.Errorf("words are filled in with %s", filled)
	}
	// A link that is no address takes nothing else from the pack.
	p.Visit(server.URL + "/de/index.html")
	p.Visit(server.URL + "/de/my-pack.html#sheets=a-meeting")
	order(p, "a-meeting")
	browser.Eval[any](p, `(praxisblattCard("de", "a-meeting", "a-meeting.html", "<article><h1>x</h1><a href='http://['>y</a></article>"), location.hash += "&title=z", 0)`)
	p.Wait(`document.querySelector("[data-part=sheets] a:not([href])")`)
	p.Sound(".js")
}

// TestMyPackWithoutStorage: where the browser stores nothing, the pack lives in its address.
func TestMyPackWithoutStorage(t *testing.T) {
	files := http.FileServer(http.Dir(built(t)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts allow-top-navigation") // an origin of its own, which has no storage
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	p := browser.Start(t).Open(t, server.URL+"/de/sheets/wohnen-bei-gastgebern.html", browser.View{})
	p.Click("article .collect a")
	order(p, "host-families")
	if !browser.Eval[bool](p, `!document.querySelector("[data-part=unsaved]").hidden && document.querySelector("[data-part=shared]").hidden`) {
		t.Error("the page does not say that nothing is stored")
	}
	p.Visit(server.URL + "/de/index.html")
	p.Visit(server.URL + "/de/my-pack.html#sheets=host-families,short-entry")
	order(p, "host-families", "short-entry")
	p.Click(".order > li:first-child button:nth-child(2)")
	order(p, "short-entry", "host-families")
	if at := browser.Eval[string](p, `location.hash`); at != "#sheets=short-entry,host-families&lang=de" {
		t.Errorf("the address ends in %q", at)
	}
}

// pages are the texts of a PDF's pages, white space folded, in the order in which they were drawn.
func pages(t *testing.T, data []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no pdftotext, and in CI no test may be left out: apt-get install poppler-utils")
		}
		t.Skip("TEST OF PRINTING LEFT OUT: there is no pdftotext; make test installs it")
	}
	path := filepath.Join(t.TempDir(), "pack.pdf")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i := range all {
		all[i] = strings.Join(strings.Fields(all[i]), " ")
	}
	return all
}
