package browser

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	logging "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A log collects what a page does. Chromium's events arrive on another goroutine.
type log struct {
	mu         sync.Mutex
	origin     string
	console    []string
	violations []string
	foreign    []string
	failed     []string
	addresses  map[network.RequestID]string
}

func newLog(address string) *log {
	return &log{origin: origin(address), addresses: map[network.RequestID]string{}}
}

// moveTo makes an address the page's own.
func (l *log) moveTo(address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.origin = origin(address)
}

// origin is scheme and host; all files are of one origin, though browsers let them see less of each other.
func origin(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}

// add takes one event of the page.
func (l *log) add(event any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		l.console = append(l.console, string(e.Type)+": "+arguments(e.Args))
	case *runtime.EventExceptionThrown:
		l.console = append(l.console, "exception: "+exception(e.ExceptionDetails))
	case *logging.EventEntryAdded:
		l.entry(e.Entry)
	case *network.EventRequestWillBeSent:
		l.addresses[e.RequestID] = e.Request.URL
		l.request(e.Request.URL)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			l.failed = append(l.failed, fmt.Sprintf("%d: %s", e.Response.Status, e.Response.URL))
		}
	case *network.EventLoadingFailed:
		l.failure(e)
	}
}

// failure takes a resource that did not load. What the policy refused is a violation, and what the test
// itself blocked or left behind by moving on is no failure.
func (l *log) failure(e *network.EventLoadingFailed) {
	if !e.Canceled && e.BlockedReason != network.BlockedReasonCsp && e.BlockedReason != network.BlockedReasonInspector {
		l.failed = append(l.failed, e.ErrorText+": "+l.addresses[e.RequestID])
	}
}

// entry takes an entry of Chromium's own log. What the network did is known from its events, of which the
// log tells only a part.
func (l *log) entry(e *logging.Entry) {
	text := e.Text
	if e.URL != "" {
		text += " (" + e.URL + ")"
	}
	switch {
	case strings.Contains(e.Text, "Content Security Policy"):
		l.violations = append(l.violations, text)
	case e.Source != logging.EntrySourceNetwork:
		l.console = append(l.console, string(e.Level)+": "+text)
	}
}

// request takes a request; what never leaves the page is none of anyone's origin.
func (l *log) request(address string) {
	for _, own := range []string{l.origin + "/", "data:", "blob:", "about:"} {
		if strings.HasPrefix(address, own) {
			return
		}
	}
	l.foreign = append(l.foreign, address)
}

// arguments are what a page gave console.log and its like.
func arguments(args []*runtime.RemoteObject) string {
	texts := make([]string, len(args))
	for i, a := range args {
		texts[i] = a.Description
		if len(a.Value) > 0 && json.Unmarshal(a.Value, &texts[i]) != nil {
			texts[i] = string(a.Value)
		}
	}
	return strings.Join(texts, " ")
}

func exception(e *runtime.ExceptionDetails) string {
	if e.Exception != nil && e.Exception.Description != "" {
		return e.Exception.Description
	}
	return e.Text
}

// Console returns what the page has written to the console so far, uncaught exceptions and Chromium's own
// warnings included, each with its kind before it: "error: …". A finished page has nothing to say.
func (p *Page) Console() []string { return p.read(&p.log.console) }

// Violations returns what the Content-Security-Policy refused so far.
func (p *Page) Violations() []string { return p.read(&p.log.violations) }

// Sound fails the test where a page has said something on its console, broken its policy,
// asked another origin or missed a file; what holds one of the words is expected.
func (p *Page) Sound(expected ...string) {
	p.t.Helper()
	for what, found := range map[string][]string{"console": p.Console(), "policy": p.Violations(), "foreign": p.Foreign(), "failed": p.Failed()} {
		for _, f := range found {
			if !slices.ContainsFunc(expected, func(word string) bool { return strings.Contains(f, word) }) {
				p.t.Errorf("%s: %s", what, f)
			}
		}
	}
}

// Foreign returns the requests that left the origin of the page.
func (p *Page) Foreign() []string { return p.read(&p.log.foreign) }

// Failed returns what did not load, with the status or Chromium's reason before the address: "404: …".
func (p *Page) Failed() []string { return p.read(&p.log.failed) }

// read copies one list. Events and answers to commands arrive in one order, so that after an answer those of
// the page's loading are in.
func (p *Page) read(list *[]string) []string {
	p.t.Helper()
	run(p, "settle", chromedp.Evaluate[chromedp.Void](`0`))
	p.log.mu.Lock()
	defer p.log.mu.Unlock()
	return slices.Clone(*list)
}
