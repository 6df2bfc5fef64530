package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/accept"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// fail says why the program could not do what it was asked: cause and cure, in
// the language of the interface.
func (a *app) fail(err error) exit {
	text := word(err, a.lang)
	if e, ok := errors.AsType[*usageError](err); ok {
		text += "\n" + messages.seeHelp.Format(a.lang, "command", e.path+" --help")
	}
	fmt.Fprintln(a.err, "praxisblatt: "+text)
	return failed
}

// word words an error.
func word(err error, lang string) string {
	if e, ok := errors.AsType[*usageError](err); ok {
		return near(e.text.Format(lang, e.args...), e.near, lang)
	}
	if e, ok := errors.AsType[*accept.Error](err); ok {
		return wordAccept(e, lang)
	}
	if text, ok := wordServe(err, lang); ok {
		return text
	}
	if e, ok := errors.AsType[*edit.Error](err); ok {
		return editFailures[e.Kind].Format(lang, "path", e.Path, "cause", cause(e.Err, lang))
	}
	if e, ok := errors.AsType[*site.Error](err); ok {
		return siteFailures[e.Kind].Format(lang, "path", e.Path, "cause", cause(e.Err, lang))
	}
	if e, ok := errors.AsType[*output.Error](err); ok {
		return outputFailures[e.Kind].Format(lang, "path", e.Path, "names", strings.Join(e.Names, ", "), "cause", cause(e.Err, lang))
	}
	return messages.failed.Format(lang, "cause", cause(err, lang))
}

func wordAccept(e *accept.Error, lang string) string {
	text := acceptFailures[e.Kind].Format(lang, "path", e.Path, "names", strings.Join(e.Names, ", "), "cause", cause(e.Err, lang))
	return near(text, e.Suggestion, lang)
}

// near adds what was probably meant.
func near(text, suggestion, lang string) string {
	if suggestion == "" {
		return text
	}
	return text + " " + messages.didYouMean.Format(lang, "suggestion", suggestion)
}

// cause words what the system says. The path is left out where the message
// names it already; what has no words here stays as the system has it.
func cause(err error, lang string) string {
	if err == nil {
		return "–"
	}
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return c.text.In(lang)
		}
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// causes are the system's refusals that users meet.
var causes = []struct {
	err  error
	text diag.Text
}{
	{fs.ErrPermission, diag.Text{DE: "keine Berechtigung", FR: "droits insuffisants", EN: "permission denied"}},
	{fs.ErrNotExist, diag.Text{DE: "nicht vorhanden", FR: "introuvable", EN: "not found"}},
	{syscall.ENOSPC, diag.Text{DE: "der Datenträger ist voll", FR: "le disque est plein", EN: "the disk is full"}},
	{syscall.EROFS, diag.Text{DE: "der Datenträger ist schreibgeschützt", FR: "le disque est en lecture seule", EN: "the disk is read-only"}},
	{fs.ErrExist, diag.Text{DE: "schon vorhanden", FR: "existe déjà", EN: "exists already"}},
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
