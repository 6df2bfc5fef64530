package cli

import (
	"fmt"
	"strconv"
	"sync"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// patience is how long work may take before a terminal is told what goes on.
const patience = time.Second

// working shows on a terminal what goes on and for how many seconds, once that is more
// than one, until what it returns is called; the line is gone then. Into files and pipes
// nothing is written.
func (c console) working(what diag.Text) (done func()) {
	if !c.live {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		start, tick := time.Now(), time.NewTicker(patience)
		defer tick.Stop()
		shown := false
		for {
			select {
			case <-tick.C:
				passed := strconv.Itoa(int(time.Since(start).Seconds()))
				fmt.Fprint(c.err, "\r", what.In(c.lang), " … ", passed, "\u00a0s\x1b[K")
				shown = true
			case <-stop:
				if shown {
					fmt.Fprint(c.err, "\r\x1b[K")
				}
				return
			}
		}
	}()
	return sync.OnceFunc(func() {
		close(stop)
		<-stopped
	})
}

// What may take its time.
var (
	reading  = diag.Text{DE: "Katalog lesen und prüfen", FR: "Lecture et vérification du catalogue", EN: "Reading and checking the catalogue"}
	writing  = diag.Text{DE: "Seiten schreiben", FR: "Écriture des pages", EN: "Writing the pages"}
	printing = diag.Text{DE: "Mappe setzen", FR: "Composition du dossier", EN: "Setting the pack"}
	indexing = diag.Text{DE: "Suche vorbereiten", FR: "Préparation de la recherche", EN: "Preparing the search"}
)
