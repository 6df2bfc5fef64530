package serve

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// page answers with a file of the site.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	at := s.now()
	if at.failed != nil {
		s.problem(w, at, at.failed)
		return
	}
	name, ok := strings.CutPrefix(r.URL.Path, at.base())
	if !ok {
		if r.URL.Path == "/" {
			http.Redirect(w, r, at.base(), http.StatusFound)
			return
		}
		name = "404.html"
	}
	data, err := at.file(name)
	status := http.StatusOK
	if !ok || errors.Is(err, errNone) {
		status, name = http.StatusNotFound, "404.html"
		data, err = at.file(name)
	}
	if err != nil {
		s.problem(w, at, err)
		return
	}
	kind := contentType(name)
	if strings.HasPrefix(kind, "text/html") {
		data = inject(data, at.version)
	}
	if status == http.StatusOK && strings.HasPrefix(name, "assets/") {
		// Their names change with their bytes, so that a page which loads again
		// need not wait for them.
		w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	w.Write(data)
}

// contentType is the type of a file by its name, the same on every machine.
func contentType(name string) string {
	switch path.Ext(name) {
	case "", ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

// script is the one element that a build does not write.
func script(version int) string {
	return `<script src="` + Editors + `/serve.js?v=` + strconv.Itoa(version) + `" defer></script>` + "\n"
}

// inject puts the script into a page and allows it to ask this server.
func inject(page []byte, version int) []byte {
	const policy = `http-equiv="Content-Security-Policy" content="`
	if i := bytes.Index(page, []byte(policy)); i >= 0 {
		i += len(policy)
		if n := bytes.IndexByte(page[i:], '"'); n >= 0 {
			page = bytes.Join([][]byte{page[:i], allow(page[i : i+n]), page[i+n:]}, nil)
		}
	}
	i := bytes.Index(page, []byte("</head>"))
	if i < 0 {
		i = len(page)
	}
	return bytes.Join([][]byte{page[:i], []byte(script(version)), page[i:]}, nil)
}

// allow adds to a policy what the script needs and the page may lack.
func allow(policy []byte) []byte {
	for _, directive := range []string{"script-src", "connect-src"} {
		if !bytes.Contains(policy, []byte(directive)) {
			policy = fmt.Appendf(bytes.Clone(policy), "; %s 'self'", directive)
		}
	}
	return policy
}

// problem is shown where there is no page, and goes when there is one.
func (s *server) problem(w http.ResponseWriter, at *state, err error) {
	lang := s.o.Lang
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprintf(w, `<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<link rel="stylesheet" href="%s/serve.css">
%s</head>
<body class="praxisblatt-page">
<main>
<h1>%[2]s</h1>
<p>%[5]s</p>
<p>%[6]s</p>
</main>
</body>
</html>
`, lang, html.EscapeString(words.noPage.In(lang)), Editors, script(at.version), html.EscapeString(s.o.Word(err)), html.EscapeString(words.heals.In(lang)))
}

// policy is that of the server's own pages.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
