package output

import (
	"bufio"
	"errors"
)

// A note is an intention that is being written while files are linked: all but its trailer.
type note struct {
	trailer chan trailer
	saved   chan error
}

var errDropped = errors.New("the intention was dropped")

// note begins an intention.
func (s *Site) note() *note {
	n := &note{make(chan trailer), make(chan error, 1)}
	go func() {
		n.saved <- saveText(s.state, s.name+intended, func(w *bufio.Writer) error {
			s.files.write(w)
			t, intended := <-n.trailer
			if !intended {
				return errDropped
			}
			t.write(w, s.files.len())
			return nil
		})
	}()
	return n
}

// drop ends a note of which nothing comes.
func (n *note) drop() {
	close(n.trailer)
	<-n.saved
}
