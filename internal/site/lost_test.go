package site

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// allFields is a sheet that says everything: a word that begins with z for each text, and facts.
const allFields = `---
type: TYPE
title: ztitle
summary: zsummary
carrier: {name: zcarrier, kind: carrier, place: here, url: "https://zcarrier.example/"}
period: {from: 2015-06, to: 2016-12}
status: finished
themes: [theme]
audience: [audience]
offered_languages: [ru]
context: zcontext
description: zdescription
resources: {staff: zstaff, material: zmaterial, funding: zfunding}
partners: [{name: zpartner, place: there, kind: partner, url: "https://zpartner.example/"}]
outcome: {text: zoutcome, direct: zdirect, indirect: zindirect}
figures: [{label: zsum, value: 471, unit: zunit, total: true}, {label: zfigure, value: 471, unit: zother, total: false}]
transferability: {text: ztransfer, conditions: [zcondition], effort: high}
adopted: [{place: yonder, sheet: other, year: 2008, note: znote}]
activities: [{title: zactivity, kind: activity, period: {from: 2003, to: 2004}, place: beyond, aspect: aspect}]
contact: {office: zoffice, person: zperson, role: zrole, email: z@z.example, phone: "+49 651 333", url: "https://zcontact.example/", basis: consent, review_by: 2027-06-30}
links: [{label: zlink, url: "https://zlink.example/", lang: fr}]
images: [{file: photo.png, alt: zimage, credit: zcredit}]
source: {title: zsource, publisher: zpublisher, lang: fr, date: 2014-10, url: "https://zsource.example/"}
published: 2026-01-11
updated: 2026-02-12
reviewed: 2026-10-13
slug: zslug
aliases: [zalias.html]
---
zbody
`

// TestNothingIsLost holds that whatever a sheet of any type says is on its page and in its PDF. When a contact has to be confirmed, and why
// it may be named, is for the editors; the summary of a short entry says in print what the text below it does.
func TestNothingIsLost(t *testing.T) {
	files := map[string]string{"content/sheets/other/index.de.md": "---\ntitle: zother-sheet\n---\n"}
	for scheme, keys := range map[string]string{
		"themes": "theme", "audiences": "audience", "carriers": "carrier partner", "places": "here there yonder beyond", "activities": "activity", "aspects": "aspect",
	} {
		for key := range strings.FieldsSeq(keys) {
			files["content/vocabulary/"+scheme+".yaml"] += key + ": {label: {de: z" + key + "-term}}\n"
		}
	}
	said := append(regexp.MustCompile(`\bz[a-z-]+\b`).FindAllString(allFields, -1),
		"zother-sheet", "ztheme-term", "zaudience-term", "zcarrier-term", "zpartner-term", "zhere-term", "zthere-term", "zyonder-term", "zbeyond-term", "zactivity-term", "zaspect-term",
		"zcarrier.example", "zpartner.example", "zcontact.example", "zlink.example", "zsource.example", "z@z.example", "+49 651 333",
		"Juni 2015", "Dezember 2016", "Abgeschlossen", "Russisch", "Französisch", "471", "Hoch", "2008", "2003", "2004", "Oktober 2014", "11. Januar 2026", "12. Februar 2026", "13. Oktober 2026")
	for _, kind := range []string{"sheet", "example", "partnership", "event"} {
		t.Run(kind, func(t *testing.T) {
			files[sheetA], files["content/sheets/a/photo.png"] = strings.Replace(allFields, "TYPE", kind, 1), greyPNG(30, 20)
			all := fstest.MapFS{"site.yaml": {Data: []byte("title: {de: Katalog, fr: Recueil}\nbase_url: https://a.example/\nlanguages: [de, fr]\n")}}
			for name, text := range files {
				all[name] = &fstest.MapFile{Data: []byte(text)}
			}
			l, sink := rendered(t, all)
			for v := range field.Walk(sheet.Fields(), l.Catalogue.Entry("a").Original.Sheet()) {
				if v.Field.Key != "" && !v.Value.Stated() && // else a value stands for the whole map
					!strings.HasPrefix(v.Path, "translation") {
					t.Errorf("this test says nothing of %s", v.Path)
				}
			}
			data, _ := sink.Bytes("de/sheets/zslug.html")
			page := html.UnescapeString(string(data))
			_, pdf := printed(t, files, one("de"))
			var alts string
			for _, e := range pdf.Find("Figure") {
				alts += e.Alt + "\n"
			}
			for _, word := range said {
				if !strings.Contains(page, word) && word != "zalias" {
					t.Errorf("%q is not on the page", word)
				}
				if kind == "example" && word == "zsummary" || word == "zslug" || word == "zalias" {
					continue
				}
				if !strings.Contains(pdf.Text(), pdfcheck.Fold(word)) && !strings.Contains(alts, word) {
					t.Errorf("%q is not in the PDF", word)
				}
			}
			if _, ok := sink.Bytes("de/sheets/zalias.html"); !ok {
				t.Error("no page redirects")
			}
		})
	}
}
