// Package content holds no code: its tests hold the catalogue of this
// repository, content/, to what it promises. The program's own rules look at
// the form of a catalogue; these tests look at what is in this one.
//
//	records    every record is there, in three languages, with its facts (testdata/facts.txt)
//	places     coordinates lie in their countries (testdata/outlines.txt)
//	typography the marks of each language
//	spelling   hunspell, with the names of testdata/words.*.txt
//	packs      the sheets that packs name
package content
