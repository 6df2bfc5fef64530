package render

import (
	"encoding/json"
	"html/template"
	"maps"
	"net/url"
	"path"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// submitView is what submit.html is given: what the catalogue says of submitting, and
// the form. Its script makes a file of what is filled in; nothing is sent but by the reader.
type submitView struct {
	Title, Lead Text
	Notices     []notice
	Body        Prose
	Words       string // JSON of what the script needs
	Langs       []option
	Parts       []formPart
	Blank       template.URL // an empty sheet to fill in with an editor, "" where there is none
	BlankName   string
	Email       string
	EmailHref   template.URL
	Repository  Link
}

func (c *context) submit() (title, description string, view any) {
	v := submitView{Title: Text{Text: c.T("submit.title")}, Lead: Text{Text: c.T("submit.about")}, Words: c.submitWords(), Parts: c.formParts()}
	if p := c.page.Free; p != nil {
		s := p.View(c.Lang)
		c.files = pageFolder(p)
		v.Title, v.Lead = c.text(p.Title(c.Lang)), c.text(s.Summary)
		v.Notices = c.notices(p.State(c.Lang), p.Original.Lang, p.Langs())
		v.Body = c.prose(s.Body, "text", 1)
	}
	for _, lang := range c.plan.Langs {
		v.Langs = append(v.Langs, option{Value: lang, Label: Text{Text: c.LanguageName(lang)}, Chosen: lang == c.Lang})
	}
	if to := c.names[blankName(c.Lang)]; to != "" {
		v.Blank, v.BlankName = c.href(to), "index."+c.Lang+".md"
	}
	if href := config.Mailto(c.site.Publisher.Email.Text); href != "" {
		v.Email, v.EmailHref = c.site.Publisher.Email.Text, template.URL(href)
	}
	if r := c.repository(); r.address != "" {
		v.Repository = web(r.address, Text{Text: config.Bare(r.address)})
	}
	return v.Title.Text, v.Lead.Text, v
}

func blankName(lang string) string { return "new-sheet." + lang + ".md" }

// addBlanks makes assets of empty sheets, by language.
func (r *Renderer) addBlanks(blanks map[string]string) {
	for _, lang := range r.plan.Langs {
		if text := blanks[lang]; text != "" && r.plan.TakesSubmissions() {
			name := blankName(lang)
			to := "assets/" + strings.TrimSuffix(name, path.Ext(name)) + "." + hash([]byte(text)) + path.Ext(name)
			r.names[name] = to
			r.assets = append(r.assets, output.File{Path: to, Bytes: []byte(text)})
		}
	}
}

// submitWords are those that the script needs, by its names for them, and where the file
// may be taken to.
func (c *context) submitWords() string {
	words := map[string]string{"email": c.site.Publisher.Email.Text, "root": string(c.href(""))}
	if r := c.repository(); r.address != "" {
		words["new_file"], words["host"] = r.newFile, r.host
	}
	maps.Copy(words, map[string]string{
		"item":           c.T("submit.item"),
		"remove":         c.T("submit.remove"),
		"removed":        c.T("submit.removed"),
		"title_error":    c.T("submit.title_error"),
		"file_for":       c.T("submit.file_for"),
		"mail_subject":   c.T("submit.mail_subject"),
		"mail_body":      c.T("submit.mail_body"),
		"mail_attach":    c.T("submit.mail_attach"),
		"open":           c.T("submit.open"),
		"copied":         c.T("submit.copied"),
		"copy_failed":    c.T("submit.copy_failed"),
		"kept":           c.T("submit.kept"),
		"not_kept":       c.T("submit.not_kept"),
		"delete":         c.T("submit.delete"),
		"deleted":        c.T("submit.deleted"),
		"undo":           c.T("submit.undo"),
		"wrong_required": c.T("submit.wrong_required"),
		"wrong_url":      c.T("submit.wrong_url"),
		"wrong_email":    c.T("submit.wrong_email"),
		"wrong_phone":    c.T("submit.wrong_phone"),
		"wrong_number":   c.T("submit.wrong_number"),
		"wrong_edtf":     c.T("submit.wrong_edtf"),
		"wrong_day":      c.T("submit.wrong_day"),
		"wrong_order":    c.T("submit.wrong_order"),
	})
	data, err := json.Marshal(words)
	if err != nil && c.failed == nil {
		c.failed = err
	}
	return string(data)
}

// A repository is where the catalogue's files lie, as the web shows them.
type repository struct {
	address, host string
	file          string // the beginning of a file's page
	newFile       string // the page on which a file is made: {path} and {text} stand for its name and text
}

// repository knows the addresses of GitLab, GitHub and Gitea by the host's name; what is
// none of the others is taken for GitLab. Gitea fills nothing in.
func (c *context) repository() repository {
	u, err := url.Parse(c.site.Repository.Text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return repository{}
	}
	branch := url.PathEscape(c.site.Branch.Text)
	if branch == "" {
		branch = "main"
	}
	r := repository{address: strings.TrimSuffix(strings.TrimSuffix(u.String(), "/"), ".git"), host: u.Host}
	switch {
	case strings.Contains(u.Host, "github"):
		r.file = r.address + "/blob/" + branch + "/"
		r.newFile = r.address + "/new/" + branch + "?filename={path}&value={text}"
	case strings.Contains(u.Host, "codeberg"), strings.Contains(u.Host, "gitea"):
		r.file = r.address + "/src/branch/" + branch + "/"
		r.newFile = r.address + "/_new/" + branch + "/"
	default:
		r.file = r.address + "/-/blob/" + branch + "/"
		r.newFile = r.address + "/-/new/" + branch + "?file_name={path}&content={text}"
	}
	return r
}

// suggest is the address of the page's file in the repository.
func (c *context) suggest(e *catalogue.Entry) template.URL {
	r := c.repository()
	if r.address == "" {
		return ""
	}
	f := e.File(c.Lang)
	if f == nil {
		f = e.Original
	}
	return template.URL(r.file + sheetFolder(e) + "/index." + f.Lang + ".md")
}
