package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// most is how many annotations of a severity GitHub shows of one step.
const most = 10

// WriteAnnotations writes findings as the commands by which GitHub shows them
// beside the lines of a change. prefix is the catalogue's folder in the
// repository, "" for its root. What GitHub would not show is left out, so that the
// list of all findings is to be printed as well.
func WriteAnnotations(w io.Writer, ds []Diagnostic, lang, prefix string) error {
	var count [Note + 1]int
	commands := [...]string{"error", "warning", "notice"}
	for _, d := range ds {
		severity := d.Rule.Severity
		if count[severity]++; count[severity] > most {
			continue
		}
		f := d.Finding(lang)
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s\n", commands[severity],
			property.Replace(Visible(path.Join(prefix, f.Path))), f.Line, f.Column, f.EndLine, f.EndColumn, property.Replace(f.Rule), message.Replace(f.Message))
		if err != nil {
			return err
		}
	}
	return nil
}

// The characters that end a message or a property of GitHub's commands.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// codeQuality is a finding in GitLab's Code Quality report.
type codeQuality struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// WriteCodeQuality writes findings as GitLab's Code Quality report, by which
// merge requests show what is new. prefix is as for [WriteAnnotations].
func WriteCodeQuality(w io.Writer, ds []Diagnostic, lang, prefix string) error {
	severities := [...]string{"major", "minor", "info"}
	seen := map[string]int{}
	all := make([]codeQuality, len(ds))
	for i, d := range ds {
		f := d.Finding(lang)
		c := &all[i]
		c.Description, c.CheckName, c.Severity = f.Message, f.Rule, severities[d.Rule.Severity]
		c.Location.Path, c.Location.Lines.Begin = path.Join(prefix, f.Path), f.Line
		// Without the line, so that a finding which only moved is not new; and
		// without words, so that the language of the interface changes none.
		same := strings.Join(append([]string{c.Location.Path, f.Rule}, d.Args...), "\x00")
		seen[same]++
		sum := sha256.Sum256([]byte(same + "\x00" + strconv.Itoa(seen[same])))
		c.Fingerprint = hex.EncodeToString(sum[:16])
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}
