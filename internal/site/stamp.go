package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
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

// stamps are those of all editions, by path. On disk a line with the digest of
// the rest comes first: a damaged file, as an absent one, holds none.
type stamps map[string]stamp

func (l *Loaded) stampPath() string {
	return filepath.Join(l.options.Dir, ".praxisblatt", "editions")
}

func readStamps(name string) stamps {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	sum, rest, _ := strings.Cut(string(data), "\n")
	var s stamps
	if sum != digest([]byte(rest)) || json.Unmarshal([]byte(rest), &s) != nil {
		return nil
	}
	return s
}

// write exchanges the file as a whole.
func (s stamps) write(name string) error {
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".editions-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(digest(data) + "\n" + string(data))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // the failure before says more
	}
	return err
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// inputs know what goes into an edition: what all share, and what its sheets say.
// Rather too much than too little: what is printed in vain costs a moment, what is not
// printed would be wrong.
type inputs struct {
	loaded *Loaded
	shared string
}

// newInputs digests what all editions share: the program, the day, the settings, the
// terms, the words, the fonts, and where each sheet's page is.
func (l *Loaded) newInputs() (inputs, error) {
	h := sha256.New()
	if err := program(h); err != nil {
		return inputs{}, &Error{Unreadable, os.Args[0], err}
	}
	d := digester{h, l.files}
	d.say(l.options.Version, fmt.Sprint(l.Catalogue.Now), l.Site.BaseURL.Text)
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
	return inputs{l, hex.EncodeToString(h.Sum(nil))}, nil
}

// program digests the program itself: two that are made of different sources may
// have the same version.
func program(h hash.Hash) error {
	name, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(h, f)
	return err
}

// of digests what goes into one edition.
func (in inputs) of(e plan.Edition) string {
	h := sha256.New()
	d := digester{h, in.loaded.files}
	d.say(append([]string{in.shared, e.Path}, e.Langs...)...)
	entries := []*catalogue.Entry{e.Entry}
	if e.Pack != nil {
		entries = e.Pack.Entries()
		d.say(e.Pack.File.Source.Text)
	}
	for _, entry := range entries {
		d.entry(entry)
		d.folder("content/sheets/"+entry.ID, ".md")
		for _, r := range entry.Relations { // its page says what others say of it
			d.entry(r.From)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A digester takes texts and files, each set off from the next.
type digester struct {
	hash.Hash
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
		d.say(f.Lang, f.Source.Text)
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

// folder takes the files of a folder, without those whose names have an ending.
func (d digester) folder(name, but string) {
	entries, err := fs.ReadDir(d.files, name)
	if err != nil {
		return
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if !e.IsDir() && (but == "" || !strings.HasSuffix(e.Name(), but)) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	for _, n := range names {
		d.file(name + "/" + n)
	}
}
