package cli

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// packing is what the verb pack says.
var packing = struct {
	printed, wouldPrint, noPDF, unwritable                                                          diag.Text
	flagOut, flagLang, flagFacing, flagTheme, flagPlace, flagType, flagStatus, flagFormat, flagText diag.Text
}{
	printed: diag.Text{
		DE: "{out}: {sheets} auf {pages}, {size} KiB.",
		FR: "{out} : {sheets} sur {pages}, {size} Kio.",
		EN: "{out}: {sheets} on {pages}, {size} KiB."},
	wouldPrint: diag.Text{
		DE: "{sheets} auf {pages}; nicht vollständig übersetzt: {incomplete}. Mit -o DATEI.pdf wird gedruckt.",
		FR: "{sheets} sur {pages} ; traduction incomplète : {incomplete}. Avec -o FICHIER.pdf, le dossier est écrit.",
		EN: "{sheets} on {pages}; not fully translated: {incomplete}. With -o FILE.pdf the pack is written."},
	noPDF: diag.Text{
		DE: "„{path}“ endet nicht auf .pdf. Mit -o einen Namen wie mappe.pdf nennen.",
		FR: "« {path} » ne se termine pas par .pdf. Indiquer avec -o un nom comme dossier.pdf.",
		EN: "“{path}” does not end in .pdf. Name a file like pack.pdf with -o."},
	unwritable: diag.Text{
		DE: "{path} lässt sich nicht schreiben ({cause}). Einen anderen Ort mit {flag} nennen.",
		FR: "Impossible d’écrire {path} ({cause}). Indiquer un autre endroit avec {flag}.",
		EN: "{path} can’t be written ({cause}). Name another place with {flag}."},
	flagOut: diag.Text{
		DE: "die PDF-Datei: `FILE.pdf`; ohne sie wird nur gesagt, was gedruckt würde",
		FR: "le fichier PDF : `FILE.pdf` ; sans lui, la commande dit seulement ce qui serait imprimé",
		EN: "the PDF file: `FILE.pdf`; without it the command only says what would be printed"},
	flagLang: diag.Text{
		DE: "eine Sprache oder zwei nebeneinander: `de[,fr]` (sonst die der Mappe)",
		FR: "une langue, ou deux côte à côte : `de[,fr]` (sinon celles du dossier)",
		EN: "one language, or two side by side: `de[,fr]` (else the pack’s)"},
	flagFacing: diag.Text{
		DE: "zwei Sprachen auf gegenüberliegenden Seiten statt in Spalten",
		FR: "deux langues sur des pages en regard au lieu de colonnes",
		EN: "two languages on facing pages instead of in columns"},
	flagTheme:  diag.Text{DE: "nur Blätter zu diesen Themen: `T[,T…]`", FR: "seulement les fiches de ces thèmes : `T[,T…]`", EN: "sheets of these themes only: `T[,T…]`"},
	flagPlace:  diag.Text{DE: "nur Blätter aus diesen Orten: `P[,P…]`", FR: "seulement les fiches de ces lieux : `P[,P…]`", EN: "sheets from these places only: `P[,P…]`"},
	flagType:   diag.Text{DE: "nur Blätter dieser Art: `T[,T…]`", FR: "seulement les fiches de ce type : `T[,T…]`", EN: "sheets of this type only: `T[,T…]`"},
	flagStatus: diag.Text{DE: "nur Blätter mit diesem Stand: `S[,S…]`", FR: "seulement les fiches dans cet état : `S[,S…]`", EN: "sheets of this status only: `S[,S…]`"},
	flagFormat: diag.Text{
		DE: "das Papier: `a4|letter|a5-booklet` (sonst a4)",
		FR: "le papier : `a4|letter|a5-booklet` (sinon a4)",
		EN: "the paper: `a4|letter|a5-booklet` (else a4)"},
	flagText: diag.Text{
		DE: "die Schriftgröße: `large` für Großdruck",
		FR: "la taille des caractères : `large` pour de gros caractères",
		EN: "the size of the letters: `large` for large print"},
}

var choiceFailures = map[plan.ChoiceKind]diag.Text{
	plan.NoChoice: {
		DE: "Es fehlt, was gedruckt werden soll: eine Mappe ({known}), Blätter mit ihren Namen, oder ein Filter wie --theme.",
		FR: "Il manque ce qu’il faut imprimer : un dossier ({known}), des fiches par leur nom, ou un filtre comme --theme.",
		EN: "What to print is missing: a pack ({known}), sheets by their names, or a filter such as --theme."},
	plan.NoSuchSheet: {
		DE: "Weder eine Mappe noch ein Blatt heißt „{value}“.",
		FR: "Ni dossier ni fiche ne s’appelle « {value} ».",
		EN: "Neither a pack nor a sheet is called “{value}”."},
	plan.NoSuchTerm: {
		DE: "„{value}“ gibt es im Katalog nicht. Möglich sind: {known}.",
		FR: "« {value} » n’existe pas dans le catalogue. Valeurs possibles : {known}.",
		EN: "The catalogue has no “{value}”. Possible are: {known}."},
	plan.NoSuchLang: {
		DE: "Der Katalog hat die Sprache „{value}“ nicht. Möglich sind: {known}.",
		FR: "Le catalogue n’a pas la langue « {value} ». Valeurs possibles : {known}.",
		EN: "The catalogue does not have the language “{value}”. Possible are: {known}."},
	plan.TooManyLangs: {
		DE: "Nebeneinander stehen höchstens zwei Sprachen. Mit --lang eine oder zwei nennen, etwa de,fr.",
		FR: "Deux langues au plus tiennent côte à côte. En indiquer une ou deux avec --lang, par exemple de,fr.",
		EN: "At most two languages stand side by side. Name one or two with --lang, such as de,fr."},
	plan.NothingChosen: {
		DE: "Kein Blatt passt zu allen Filtern. Einen davon weglassen.",
		FR: "Aucune fiche ne correspond à tous les filtres. En retirer un.",
		EN: "No sheet meets all filters. Leave one of them out."},
}

var packVerb = verbText{
	short: diag.Text{DE: "Blätter als PDF drucken", FR: "imprimer des fiches en PDF", EN: "print sheets as a PDF"},
	long: diag.Text{
		DE: "Macht aus Blättern ein PDF zum Drucken: Deckblatt, Inhalt mit Seitenzahlen, die Blätter im Aufbau des Formulars, Register und Impressum. Was darin steht, sagt eine Mappe aus content/packs/, eine Liste von Blättern oder ein Filter; Werte eines Filters sind Alternativen, mehrere Filter gelten zusammen. Ohne -o wird nur gesagt, was gedruckt würde.",
		FR: "Fait de fiches un PDF à imprimer : couverture, sommaire paginé, fiches selon le formulaire, index et mentions légales. Le contenu vient d’un dossier de content/packs/, d’une liste de fiches ou d’un filtre ; les valeurs d’un filtre sont des alternatives, plusieurs filtres valent ensemble. Sans -o, la commande dit seulement ce qui serait imprimé.",
		EN: "Makes a PDF of sheets, to be printed: cover, contents with page numbers, the sheets in the layout of the form, index and imprint. A pack of content/packs/ says what is in it, or a list of sheets, or a filter; values of one filter are alternatives, filters combine. Without -o it only says what would be printed."},
	examples: []example{
		{"praxisblatt pack quattropole-conference -o mappe.pdf", diag.Text{DE: "die Mappe einer Konferenz, in ihren Sprachen", FR: "le dossier d’une conférence, dans ses langues", EN: "a conference’s pack, in its languages"}},
		{"praxisblatt pack --theme housing,work --lang fr -o dossier.pdf", diag.Text{DE: "alles zu zwei Themen, auf Französisch", FR: "tout sur deux thèmes, en français", EN: "everything on two themes, in French"}},
		{"praxisblatt pack trier-refugee-website metz-call-for-support", diag.Text{DE: "sagen, was zwei Blätter ergäben", FR: "dire ce que donneraient deux fiches", EN: "say what two sheets would come to"}},
	},
	near: []string{"print", "pdf", "mappe", "drucken", "imprimer", "dossier", "booklet"},
}
