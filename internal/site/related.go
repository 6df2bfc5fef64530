package site

import "encoding/hex"

// relatives are the practices that are related, by their numbers, as the last build found
// them: to find them again costs more than all else that one edit asks for.
type relatives struct {
	Key     string
	Related [][]int
}

// knowRelated tells the plan which practices are related, and returns what notes it
// for the next build.
func (l *Loaded) knowRelated() (remembers func()) {
	if l.sums == nil {
		return func() {}
	}
	key := hash(hex.EncodeToString(l.sums.Shared[:]), l.Plan.RelatedKey())
	var last relatives
	if recall(l.state(), relatedName, &last) && last.Key == key && l.Plan.KnowRelated(last.Related) {
		return func() {}
	}
	return func() {
		_ = remember(l.state(), relatedName, relatives{key, l.Plan.RelatedNumbers()}) // else they are found anew
	}
}
