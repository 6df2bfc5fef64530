package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
	"time"
)

// An edit changes a catalogue, or what lies beside it, and tells what it did; "" where it found nothing to do.
type edit struct {
	name string
	do   func(*editor) string
}

// allEdits are the kinds of edits.
var allEdits = []edit{
	{"change a text", (*editor).changeText},
	{"change a value of a sheet", func(e *editor) string { return e.changeValue("content/sheets/") }},
	{"change a term", func(e *editor) string { return e.changeValue("content/vocabulary/") }},
	{"change a setting", func(e *editor) string { return e.changeValue("site.yaml") }},
	{"change a page or pack", func(e *editor) string { return e.changeValue("content/p") }},
	{"add a sheet", (*editor).addSheet},
	{"add a sheet", (*editor).addSheet},
	{"rename a sheet", (*editor).renameSheet},
	{"exchange two sheets", (*editor).exchangeSheets},
	{"drop a sheet", func(e *editor) string { return e.dropOne(e.sheets()) }},
	{"add a translation", (*editor).addTranslation},
	{"drop a translation", func(e *editor) string { return e.dropOne(e.holding("content/sheets/", "\ntranslation:")) }},
	{"drop an original", (*editor).dropOriginal},
	{"rename a term", (*editor).renameTerm},
	{"change a label", (*editor).changeLabel},
	{"settings", (*editor).settings},
	{"a layout", (*editor).layout},
	{"words", (*editor).words},
	{"a pack", (*editor).pack},
	{"a page", (*editor).page},
	{"a picture", (*editor).picture},
	{"exchange a picture", (*editor).exchangePicture},
	{"touch a file", (*editor).touch},
	{"change a letter unseen", (*editor).changeUnseen},
	{"take a file from before", (*editor).takeBack},
	{"take all from before", (*editor).takeAllBack},
	{"make a link", (*editor).makeLink},
	{"many sheets", (*editor).manySheets},
	{"nothing", func(*editor) string { return "at all" }},
	{"another day", (*editor).anotherDay},
	{"another version", (*editor).anotherVersion},
	{"other flags", (*editor).otherFlags},
	{"damage the memory", (*editor).damage},
	{"damage the memory", (*editor).damage},
	{"take an older memory", (*editor).olderMemory},
	{"damage the site", (*editor).damageSite},
}

// one picks a text; "" of none.
func (e *editor) one(from []string) string {
	if len(from) == 0 {
		return ""
	}
	return from[e.r.IntN(len(from))]
}

// files are the names of the catalogue's files below a folder.
func (e *editor) files(below string) []string { return slices.Sorted(maps.Keys(e.texts(below))) }

// holding are those of them that hold a text.
func (e *editor) holding(below, text string) []string {
	files := e.texts(below)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return !strings.Contains(files[name], text) })
}

// sheets are the folders of sheets.
func (e *editor) sheets() []string {
	var folders []string
	for _, name := range e.files("content/sheets/") {
		folders = append(folders, path.Dir(name))
	}
	return slices.Compact(folders)
}

func (e *editor) dropOne(from []string) string {
	name := e.one(from)
	if name != "" {
		e.drop(name)
	}
	return name
}

func (e *editor) changeText() string {
	name := e.one(e.holding("content/", "\n---\n"))
	if name == "" {
		return ""
	}
	e.put(name, e.texts(name)[name]+fmt.Sprintf("\nMehr dazu (%d) im [Beispiel](sheet:%s).\n", e.r.IntN(1000), path.Base(e.one(e.sheets()))))
	return name
}

// values are such as stand in catalogues somewhere, and some that should stand nowhere.
var values = []string{
	"housing", "living", "residents", "trier", "metz", "municipality", "association", "workshop", "short-entry", "host-families", "new-a",
	"Ein anderer Text", "Ein Text mit <b>Auszeichnung</b> & „Zeichen“", "2015", "2015-09-12", "2027-01-01", "5", "true", "", "de", "fr", "sheet", "event",
	"https://example.org/other/", "a@example.org", "high", "current", "photo.png",
}

// changeValue puts another value in place of any that stands in some files.
func (e *editor) changeValue(below string) string {
	files := fstest.MapFS{}
	for name, text := range e.texts(below) {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	all := slots(files)
	if len(all) == 0 {
		return ""
	}
	at, value := all[e.r.IntN(len(all))], e.one(values)
	was := string(files[at.file].Data)
	text := string(with(files, func(int) string { return value }, at)[at.file].Data)
	if text == was {
		return ""
	}
	e.put(at.file, text)
	return fmt.Sprintf("%s at byte %d: %q", at.file, at.start, value)
}

// ids are names that sheets come to have, and have again.
var ids = []string{"new-a", "new-b", "new-c", "a-meeting", "short-entry", "two-workshops"}

func (e *editor) addSheet() string {
	id, lang := e.one(ids), e.one([]string{"de", "fr", "en"})
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntype: %s\ntitle: Blatt %d\n", e.one([]string{"sheet", "example"}), e.r.IntN(50))
	for _, line := range []string{
		"themes: [housing]", "themes: [living, housing]", "audience: [residents]", "carrier: {name: Stadt, kind: municipality, place: trier}",
		"period: {from: 2015}", "slug: blatt", "aliases: [alt.html]", "published: 2026-11-19", "updated: 2026-11-22", "partners:\n  - {place: metz}",
		"adopted:\n  - {place: metz, sheet: short-entry, year: 2016}", "images:\n  - {file: photo.png, alt: Foto}", "figures:\n  - {label: Plätze, value: 3}",
		"contact: {office: Amt, review_by: 2026-12-24}", "description: |\n  Siehe [dort](sheet:new-a), ein Ehrenamt.",
	} {
		if e.r.IntN(2) == 0 {
			fmt.Fprintln(&b, line)
		}
	}
	fmt.Fprintf(&b, "---\nEine Geschichte.\n")
	name := "content/sheets/" + id + "/index." + lang + ".md"
	e.put(name, b.String())
	return name
}

func (e *editor) renameSheet() string {
	from, to := e.one(e.sheets()), "content/sheets/"+e.one(ids)
	if _, err := os.Lstat(filepath.Join(e.dir, to)); err == nil || from == "" {
		return ""
	}
	e.move(from, to)
	return from + " to " + to
}

func (e *editor) exchangeSheets() string {
	a, b := e.one(e.sheets()), e.one(e.sheets())
	if a == b {
		return ""
	}
	e.move(a, a+".aside")
	e.move(b, a)
	e.move(a+".aside", b)
	return a + " and " + b
}

func (e *editor) addTranslation() string {
	from := e.one(e.holding("content/sheets/", "\npublished:"))
	if from == "" {
		return ""
	}
	lang, to := e.one([]string{"de", "fr", "en"}), strings.Split(path.Base(from), ".")[1]
	name := path.Dir(from) + "/index." + lang + ".md"
	if lang == to {
		return ""
	}
	e.put(name, fmt.Sprintf("---\ntitle: Übersetzt %d\ntranslation: {of: %s}\n---\nText.\n", e.r.IntN(10), to))
	return name
}

func (e *editor) dropOriginal() string {
	originals := slices.DeleteFunc(e.files("content/sheets/"), func(name string) bool {
		return !strings.HasSuffix(name, ".md") || strings.Contains(e.texts(name)[name], "\ntranslation:")
	})
	return e.dropOne(originals)
}

// renameTerm gives a term another key, wherever it stands.
func (e *editor) renameTerm() string {
	from, to := "housing", "lodging"
	if len(e.holding("content/", from)) == 0 {
		from, to = to, from
	}
	all := e.holding("content/", from)
	for _, name := range all {
		e.put(name, strings.ReplaceAll(e.texts(name)[name], from, to))
	}
	return fmt.Sprint(from, " in ", all)
}

// changeLabel changes what nearly all pages show.
func (e *editor) changeLabel() string {
	const name = "content/vocabulary/places.yaml"
	text, label := e.texts(name)[name], fmt.Sprintf("de: Trier %d,", e.r.IntN(10))
	if at := strings.Index(text, "de: Trier"); at >= 0 {
		end := strings.Index(text[at:], ",")
		e.put(name, text[:at]+label+text[at+end+1:])
		return label
	}
	return ""
}

func (e *editor) settings() string {
	line := e.one([]string{
		"languages: [de, fr]", "languages: [fr, de, en]", "languages: [de, fr, en]", "title: {de: Anderer Titel, fr: Autre titre, en: Another title}",
		"base_url: https://example.org/elsewhere/", "review_interval: 6m", "pdf: {sheets: true, packs: true}", "pdf: {packs: false}", "raw_html: true",
		"map: {center: [49, 6]}", "license: CC0-1.0", "repository: https://gitlab.example.org/other/", "publisher: {name: Andere Stadt, email: x@example.org}",
	})
	key, _, _ := strings.Cut(line, ":")
	var lines []string
	for l := range strings.Lines(e.texts("site.yaml")["site.yaml"]) {
		if !strings.HasPrefix(l, key+":") {
			lines = append(lines, l)
		}
	}
	e.put("site.yaml", strings.Join(lines, "")+line+"\n")
	return line
}

// either puts one of some files, or drops one.
func (e *editor) either(files [][2]string) string {
	f := files[e.r.IntN(len(files))]
	if _, there := e.texts(f[0])[f[0]]; there && e.r.IntN(2) == 0 {
		e.drop(f[0])
		return f[0] + " goes"
	}
	e.put(f[0], f[1])
	return f[0]
}

func (e *editor) layout() string {
	return e.either([][2]string{
		{"layouts/robots.txt", "User-agent: *\n"}, {"layouts/tokens.css", ":root { --mine: 1px }\n"}, {"layouts/style.css", "p { color: red }\n"},
		{"layouts/root.html", `{{define "main"}}<h1>Eigene</h1>{{end}}`}, {"layouts/glossary.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`},
		{"layouts/sheet.html", `{{define "main"}}<h1>{{.Nothing}}</h1>{{end}}`}, {"layouts/sheet.html", `{{define "main"}}<h1>{{end}}`},
	})
}

func (e *editor) words() string {
	return e.either([][2]string{
		{"i18n/de.yaml", "list: {title: Alle Blätter}\n"}, {"i18n/de.yaml", "fields: {title: Überschrift}\n"}, {"i18n/de.yaml", "dates: {day: \"{day}/{month}/{year}\"}\n"},
		{"i18n/fr.yaml", "language: Langue\n"}, {"i18n/en.yaml", "nonsense: true\n"},
	})
}

func (e *editor) pack() string {
	name := "content/packs/" + e.one([]string{"second", "meeting"}) + ".yaml"
	return e.either([][2]string{
		{name, "title: {de: Auswahl}\nlanguages: [de]\nsessions:\n  - title: {de: Eins}\n    sheets: [short-entry]\n"},
		{name, "title: {de: Andere Auswahl, fr: Autre choix}\nlanguages: [de, fr]\nsessions:\n  - title: {de: Eins, fr: Un}\n    sheets: [short-entry, new-a]\n"},
	})
}

func (e *editor) page() string {
	id, lang := e.one([]string{"news", "imprint", "privacy", "about"}), e.one([]string{"de", "fr"})
	return e.either([][2]string{{"content/pages/" + id + "/index." + lang + ".md", fmt.Sprintf("---\ntitle: Seite %d\n---\nZum [Blatt](sheet:new-a).\n", e.r.IntN(10))}})
}

// drawn is a picture whose size in bytes does not depend on its colour.
func drawn(width int, shade uint8) string {
	m := image.NewGray(image.Rect(0, 0, width, 20))
	for i := range m.Pix {
		m.Pix[i] = shade + uint8(i%7)
	}
	m.SetGray(0, 0, color.Gray{shade})
	var b bytes.Buffer
	_ = (&png.Encoder{CompressionLevel: png.NoCompression}).Encode(&b, m) // a buffer takes all
	return b.String()
}

func (e *editor) picture() string {
	sheet := e.one(e.sheets())
	return e.either([][2]string{{sheet + "/photo.png", drawn([]int{30, 1400}[e.r.IntN(2)], uint8(e.r.IntN(200)))}, {sheet + "/photo.png", "no picture"}, {sheet + "/photo.png", drawn(30, 9)[:90]}})
}

// exchangePicture puts another picture of the same size in its place, with the time of the old one.
func (e *editor) exchangePicture() string {
	name := e.one(e.holding("content/sheets/", "\x89PNG"))
	if name == "" {
		e.picture()
		return ""
	}
	info, err := os.Stat(filepath.Join(e.dir, name))
	e.must(err)
	e.put(name, drawn(map[bool]int{false: 30, true: 1400}[info.Size() > 5000], uint8(e.r.IntN(200))))
	e.times(name, info.ModTime())
	return name
}

func (e *editor) touch() string {
	name := e.one(e.files(""))
	e.times(name, time.Unix(int64(e.r.IntN(2e9)), 0))
	return name
}

// changeUnseen changes a digit or a small letter, and neither size nor time.
func (e *editor) changeUnseen() string {
	name := e.one(e.files(""))
	data := []byte(e.texts(name)[name])
	at := e.r.IntN(len(data) + 1)
	for ; at < len(data) && (data[at] < 'a' || data[at] > 'y') && (data[at] < '0' || data[at] > '8'); at++ {
	}
	if at == len(data) {
		return ""
	}
	data[at]++
	info, err := os.Stat(filepath.Join(e.dir, name))
	e.must(err)
	e.put(name, string(data))
	e.times(name, info.ModTime())
	return name + " at byte " + strconv.Itoa(at)
}

// takeBack puts a file back as it was at first, as old as a checkout makes it.
func (e *editor) takeBack() string {
	name := e.one(slices.Sorted(maps.Keys(e.before)))
	e.put(name, e.before[name])
	e.times(name, time.Unix(1.5e9, 0))
	return name
}

func (e *editor) takeAllBack() string {
	for _, name := range e.files("") {
		if _, ok := e.before[name]; !ok {
			e.drop(name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.before)) {
		e.put(name, e.before[name])
	}
	return "all"
}

// makeLink lets a file of a sheet be a link to one that lies elsewhere, or changes that one.
func (e *editor) makeLink() string {
	name := e.one(e.holding("content/sheets/", "\n---\n"))
	if name == "" {
		return ""
	}
	elsewhere := filepath.Join(e.dir, "elsewhere.md")
	text := e.texts(name)[name] + fmt.Sprintf("\nAnderswo %d.\n", e.r.IntN(100))
	e.must(os.WriteFile(elsewhere, []byte(text), 0o644))
	e.drop(name)
	e.must(os.Symlink("../../../elsewhere.md", filepath.Join(e.dir, name)))
	e.changed = append(e.changed, ".") // who watches can't see what links lead to
	return name
}

// manySheets brings so many that lists have several pages, or takes them away.
func (e *editor) manySheets() string {
	if there := e.holding("content/sheets/many-", ""); len(there) > 0 {
		for _, name := range there {
			e.drop(path.Dir(name))
		}
		return "go"
	}
	for i := range 52 {
		e.put(fmt.Sprintf("content/sheets/many-%d/index.de.md", i), fmt.Sprintf("---\ntype: example\ntitle: Nummer %d\nthemes: [housing]\ndescription: Kurz.\n---\n", i*7%52))
	}
	return "come"
}
