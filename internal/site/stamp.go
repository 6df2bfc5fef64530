package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A stamp tells of a PDF what it was made of, and what it is, so that it need not
// be printed again. It is trusted only where both hold.
type stamp struct {
	Inputs string `json:"inputs"` // digest of all that goes into it
	Sum    string `json:"sum"`    // digest of the file
	Pages  int    `json:"pages"`
	Bytes  int    `json:"bytes"`
}

// stamps are those of all editions, by path.
type stamps map[string]stamp

// A recipe knows what goes into an edition: what all share, and what its sheets say.
// Rather too much than too little: what is printed in vain costs a moment, what is not
// printed would be wrong.
type recipe struct {
	loaded *Loaded
	shared string
}

// newRecipe digests what all editions share: the program, the day, the settings, the
// terms, the words, the fonts, and where each sheet's page is.
func (l *Loaded) newRecipe() (recipe, error) {
	tool, err := makerOf(l.state())
	if err != nil {
		return recipe{}, &Error{Unreadable, os.Args[0], err}
	}
	h := sha256.New()
	d := digester{h, l.files}
	d.say(tool, l.options.Version, fmt.Sprint(l.Catalogue.Now), l.Site.BaseURL.Text)
	d.file(config.Path)
	d.folder("content/vocabulary", "")
	d.folder("i18n", "")
	d.folder("content/packs", ".yaml") // logos lie there
	for _, f := range l.Site.PDF.Fonts {
		d.file(path.Clean(f.Text))
	}
	for _, p := range l.Catalogue.Pages {
		d.say(p.ID)
	}
	for _, e := range l.Catalogue.Entries {
		d.say(e.ID, e.Type())
		for _, lang := range l.Plan.Langs {
			title := e.Title(lang)
			d.say(title.Lang, title.Text, l.Plan.SheetPath(e, lang), l.Plan.Permalink(e, lang))
		}
	}
	return recipe{l, hex.EncodeToString(h.Sum(nil))}, nil
}

// of digests what goes into one edition.
func (r recipe) of(e plan.Edition) string {
	h := sha256.New()
	d := digester{h, r.loaded.files}
	d.say(append([]string{r.shared, e.Path}, e.Langs...)...)
	entries := []*catalogue.Entry{e.Entry}
	if e.Pack != nil {
		entries = e.Pack.Entries()
		d.say(e.Pack.File.Source.Text())
	}
	for _, entry := range entries {
		d.entry(entry)
		d.folder("content/sheets/"+entry.ID, ".md")
		for _, other := range entry.Relations { // its page says what others say of it
			d.entry(other.From)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A digester takes texts and files, each set off from the next.
type digester struct {
	io.Writer
	files fs.FS
}

func (d digester) say(texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(d, "%d:%s", len(t), t)
	}
}

func (d digester) entry(e *catalogue.Entry) {
	d.say(e.ID)
	for _, f := range e.Files {
		d.say(f.Lang, f.Source.Text())
	}
}

// file takes a file; one that can't be read is said to be missing.
func (d digester) file(name string) {
	data, err := fs.ReadFile(d.files, name)
	if err != nil {
		d.say(name, "missing")
		return
	}
	d.say(name, "there", digest(data))
}

// folder takes the files of a folder and those below it, without those whose names
// have an ending; walks are in the order of names.
func (d digester) folder(name, but string) {
	err := fs.WalkDir(d.files, name, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && (but == "" || !strings.HasSuffix(path, but)) {
			d.file(path)
		}
		return err
	})
	if err != nil {
		d.say(name, "missing")
	}
}
