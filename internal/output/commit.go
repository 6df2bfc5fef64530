package output

import (
	"errors"
	"io/fs"
	"os"
)

// Current reports whether the folder holds what a build with this stamp wrote
// into it, as far as names, sizes and times tell: no file of ours is missing, or
// was touched since.
func (s *Site) Current(stamp string) bool {
	return s.out != nil && !s.stale && stamp != "" && s.before == stamp
}

// Leave ends a Site that is current, without a change.
func (s *Site) Leave() Result {
	for e := range s.files.all() {
		e.state = kept
	}
	s.count()
	s.close()
	return s.result
}

// Stamp says what the site was made of, a word without blanks. It is noted when
// the site is committed.
func (s *Site) Stamp(stamp string) { s.stamp = stamp }

// trailer describes the site that lies in a folder, or will; nil where there is none.
func (s *Site) trailer(way string, folder *os.Root) trailer {
	t := trailer{way: way, stamp: s.stamp, dir: s.dir}
	if folder != nil {
		t.id = Identity(folder)
	}
	return t
}

// Commit makes the written files the site, and ends the Site. On failure the
// folder is as it was before Open; only when it fails while files are being
// moved one by one, the next Open finishes the work.
func (s *Site) Commit() (Result, error) {
	err := s.failed
	if err == nil {
		err = failure(s.dir, s.commit())
	}
	result := s.result
	s.close()
	if err != nil {
		return Result{}, err
	}
	return result, nil
}

func (s *Site) commit() error {
	s.knowing.Do(s.know)
	if s.stamp == "" {
		s.forgetInputs()
	}
	if s.count(); s.result.Written+s.result.Removed == 0 && s.out != nil {
		if !s.stale && s.stamp == s.before {
			return nil
		}
		return failure(s.opt.State, s.files.save(s.state, s.name, s.trailer(whole, s.out)))
	}
	t, err := s.begin()
	if err != nil {
		return err
	}
	s.noting = s.note()
	if !t.inside {
		err = s.replace(t)
		vanished := errors.Is(err, fs.ErrNotExist) // a file of ours, which no other way would bring back
		if err == nil || s.underway || s.out == nil || hopeless(err) || vanished {
			return err
		}
		if err := s.moveInside(); err != nil {
			return err
		}
	}
	t.close()
	return s.refill()
}

// forgetInputs forgets what files were made of: without a stamp nobody knows whether
// they were made of what the digests say.
func (s *Site) forgetInputs() {
	for e := range s.files.all() {
		e.inputs = Inputs{}
	}
}

// count settles what becomes of each file of ours, and lists those that this build writes or removes.
func (s *Site) count() {
	for e := range s.files.all() {
		switch e.state {
		case idle:
			e.state = gone
			s.result.Removed++
		case kept:
			s.result.Unchanged++
			continue
		case staged:
			s.result.Written++
		}
		s.changed = append(s.changed, e.path)
	}
	for _, f := range s.user {
		if !f.mode.IsDir() {
			s.result.Carried++
		}
	}
}

// intend writes down what the folder is going to hold.
func (s *Site) intend(way string, folder *os.Root) error {
	if err := s.step("intend"); err != nil {
		return err
	}
	n := s.noting
	if s.noting = nil; n == nil { // the second way into the folder
		n = s.note()
	}
	select {
	case n.trailer <- s.trailer(way, folder):
		return failure(s.opt.State, <-n.saved)
	case err := <-n.saved: // before there was anything to end
		return failure(s.opt.State, err)
	}
}

// conclude makes the intention the manifest.
func (s *Site) conclude() error {
	if err := s.step("conclude"); err != nil {
		return err
	}
	return failure(s.opt.State, s.state.Rename(s.name+intended, s.name))
}

// replace completes the stage and puts it in the folder's place.
func (s *Site) replace(t *stage) error {
	if !s.renew(t) {
		if err := s.link(t); err != nil {
			return err
		}
	}
	if err := s.intend(whole, t.root); err != nil {
		return err
	}
	// Windows does not rename folders that are open.
	t.close()
	fresh := s.out == nil
	if !fresh {
		s.out.Close()
	}
	left, err := s.swap(fresh)
	if err == nil {
		s.underway = true
	}
	if !fresh || err == nil {
		var errOpen error
		if s.out, errOpen = s.up.OpenRoot(s.base); errOpen != nil {
			s.out = nil
			return errors.Join(err, errOpen)
		}
	}
	if err != nil {
		return err
	}
	if !s.retire(left) {
		if err := s.sweep(left, s.files); err != nil {
			return err
		}
	}
	return s.conclude()
}

// swap exchanges folder and stage, and tells where the old folder is left. A
// fresh folder has none to exchange with.
func (s *Site) swap(fresh bool) (left string, err error) {
	stage, aside := s.beside(stageName), s.beside(asideName)
	if fresh {
		return "", s.rename("rename", stage, s.base)
	}
	if err := s.exchange(stage); err == nil || hopeless(err) {
		return stage, err
	}
	if err := s.rename("aside", s.base, aside); err != nil {
		return "", err
	}
	if err := s.rename("forward", stage, s.base); err != nil {
		return "", errors.Join(err, s.up.Rename(aside, s.base))
	}
	return aside, nil
}

func (s *Site) exchange(stage string) error {
	if err := s.step("exchange"); err != nil {
		return err
	}
	f, err := s.up.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	return exchange(f, s.base, stage)
}

func (s *Site) rename(step, from, to string) error {
	if err := s.step(step); err != nil {
		return err
	}
	return s.up.Rename(from, to)
}

// moveInside brings a stage that could not take the folder's place into it.
func (s *Site) moveInside() error {
	return s.rename("inside", s.beside(stageName), s.in(insideName))
}

// refill moves the files of the stage inside the folder to their places.
func (s *Site) refill() error {
	s.result.Stepwise = true
	if err := s.intend(stepwise, s.out); err != nil {
		return err
	}
	s.forgetFormer()
	s.underway = true
	if err := s.settle(s.files); err != nil {
		return err
	}
	return s.conclude()
}
