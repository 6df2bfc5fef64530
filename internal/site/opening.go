package site

import (
	"os"
	"path/filepath"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// An opening is an output folder that is opened while something else is done: what lies in
// it is looked at, which of a large site takes as long as reading what it is made of.
type opening struct {
	done chan struct{} // closed when what follows is known
	out  *output.Site
	err  error
}

// openAhead begins to open an output folder. One that is not there yet is left for later, when
// it is sure that there is something to put in.
func (v *Visit) openAhead(dir string) *opening {
	if !exists(dir) {
		return nil
	}
	o := &opening{done: make(chan struct{})}
	go func() {
		defer close(o.done)
		o.out, o.err = v.openOutput(dir)
	}()
	return o
}

// open opens the output folder, unless that has been begun.
func (v *Visit) open(dir string) (*output.Site, error) {
	o := v.opening
	if v.opening = nil; o == nil {
		return v.openOutput(dir)
	}
	<-o.done
	return o.out, o.err
}

// abort ends an opening of which nobody has made use.
func (o *opening) abort() {
	if o == nil {
		return
	}
	if <-o.done; o.err == nil {
		o.out.Abort()
	}
}

// openOutput opens the output folder of a catalogue.
func (v *Visit) openOutput(out string) (*output.Site, error) {
	dir, err := filepath.Abs(v.options.Dir)
	if err != nil {
		return nil, &Error{Unreadable, v.options.Dir, err}
	}
	return output.Open(output.Options{
		Dir: out, Root: dir, State: filepath.Join(dir, ".praxisblatt"), Protected: protected(dir),
		Owns: func(path string, langs []string) bool { return v.loaded.owns(path, langs) }, // asked when the first file is written
	})
}

// protected are the folders of the catalogue that no build may touch.
func protected(dir string) []string {
	var folders []string
	for _, name := range []string{"content", "layouts", "i18n", ".git", ".praxisblatt", "cmd", "internal"} {
		if path := filepath.Join(dir, name); exists(path) {
			folders = append(folders, path)
		}
	}
	return folders
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
