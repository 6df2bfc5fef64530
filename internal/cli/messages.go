package cli

import (
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// messages are all sentences of the program but for those of failures
// (messages_failure.go) and help (messages_help.go).
var messages = struct {
	noVerb, noFlag, noValue, badChoice, tooFew, tooMany, badNow, badEpoch, noPath, pathOutside, noRule diag.Text
	didYouMean, seeHelp, failed                                                                        diag.Text
	sumUp, light, stopped, leftOut, built, hasErrors                                                   diag.Text
	colSheet, colType, colParts, colReview, due                                                        diag.Text
	marked, removed, nothingToMark, stillMissing, noTranslation                                        diag.Text

	headUsage, headVerbs, headFlags, headGlobal, headExamples, verbUse, moreHelp, mousetrap diag.Text

	flagDir, flagUI, flagNow, flagHelp, flagVersion, flagFormat, flagStrict, flagJSON diag.Text
	flagOut, flagBaseURL, flagForce, flagPDF, flagLang, flagField, builtPDFs          diag.Text
}{
	noVerb: diag.Text{
		DE: "Einen Befehl „{verb}“ gibt es nicht.",
		FR: "La commande « {verb} » n’existe pas.",
		EN: "There is no command “{verb}”."},
	noFlag: diag.Text{
		DE: "Die Option {flag} gibt es hier nicht.",
		FR: "L’option {flag} n’existe pas ici.",
		EN: "There is no flag {flag} here."},
	noValue: diag.Text{
		DE: "Nach {flag} fehlt der Wert.",
		FR: "Il manque une valeur après {flag}.",
		EN: "{flag} needs a value after it."},
	badChoice: diag.Text{
		DE: "„{value}“ passt nicht zu {flag}. Möglich sind: {values}.",
		FR: "« {value} » ne convient pas à {flag}. Valeurs possibles : {values}.",
		EN: "“{value}” does not fit {flag}. Possible are: {values}."},
	tooFew: diag.Text{
		DE: "Es fehlt eine Angabe. Der Aufruf lautet: {use}",
		FR: "Il manque un argument. La commande s’écrit : {use}",
		EN: "An argument is missing. The command reads: {use}"},
	tooMany: diag.Text{
		DE: "„{arg}“ ist zu viel. Der Aufruf lautet: {use}",
		FR: "« {arg} » est de trop. La commande s’écrit : {use}",
		EN: "“{arg}” is one too many. The command reads: {use}"},
	badNow: diag.Text{
		DE: "„{value}“ ist kein Tag für --now. Er wird so geschrieben: 2026-11-01.",
		FR: "« {value} » n’est pas un jour pour --now. Il s’écrit ainsi : 2026-11-01.",
		EN: "“{value}” is no day for --now. Days are written like 2026-11-01."},
	badEpoch: diag.Text{
		DE: "SOURCE_DATE_EPOCH ist „{value}“, es muss eine Zahl von Sekunden seit 1970 sein.",
		FR: "SOURCE_DATE_EPOCH vaut « {value} » ; il faut un nombre de secondes depuis 1970.",
		EN: "SOURCE_DATE_EPOCH is “{value}”; it must be a number of seconds since 1970."},
	noPath: diag.Text{
		DE: "„{path}“ gibt es nicht.",
		FR: "« {path} » n’existe pas.",
		EN: "“{path}” does not exist."},
	pathOutside: diag.Text{
		DE: "{path} liegt nicht im Katalog {dir}. Mit -C einen anderen Katalog wählen.",
		FR: "{path} n’est pas dans le catalogue {dir}. Choisir un autre catalogue avec -C.",
		EN: "{path} is not in the catalogue {dir}. Choose another catalogue with -C."},
	noRule: diag.Text{
		DE: "Eine Regel „{rule}“ gibt es nicht. „praxisblatt explain“ zeigt alle.",
		FR: "La règle « {rule} » n’existe pas. « praxisblatt explain » les montre toutes.",
		EN: "There is no rule “{rule}”. “praxisblatt explain” lists them all."},
	didYouMean: diag.Text{
		DE: "Gemeint ist wohl „{suggestion}“.",
		FR: "Peut-être « {suggestion} » ?",
		EN: "Did you mean “{suggestion}”?"},
	seeHelp: diag.Text{
		DE: "Mehr dazu: {command}",
		FR: "Pour en savoir plus : {command}",
		EN: "For more: {command}"},
	failed: diag.Text{
		DE: "Das ist nicht gelungen: {cause}.",
		FR: "Cela a échoué : {cause}.",
		EN: "This has failed: {cause}."},

	sumUp: diag.Text{
		DE: "{counts} in {files}.",
		FR: "{counts} dans {files}.",
		EN: "{counts} in {files}."},
	light: diag.Text{
		DE: "{counts}: siehe „praxisblatt check“.",
		FR: "{counts} : voir « praxisblatt check ».",
		EN: "{counts}: see “praxisblatt check”."},
	stopped: diag.Text{
		DE: "Nichts wurde geschrieben. Beheben, was oben steht, oder mit --force trotzdem bauen; Blätter mit Fehlern werden dann weggelassen.",
		FR: "Rien n’a été écrit. Corriger ce qui figure ci-dessus, ou construire quand même avec --force ; les fiches qui ont des erreurs sont alors omises.",
		EN: "Nothing was written. Mend what stands above, or build all the same with --force; sheets with errors are then left out."},
	leftOut: diag.Text{
		DE: "Wegen ihrer Fehler weggelassen: {ids}.",
		FR: "Omises à cause de leurs erreurs : {ids}.",
		EN: "Left out for their errors: {ids}."},
	built: diag.Text{
		DE: "{pages} in {out}: {written} geschrieben, {unchanged} unverändert, {removed} entfernt, {seconds} s.",
		FR: "{pages} dans {out} : {written} écrits, {unchanged} inchangés, {removed} supprimés, {seconds} s.",
		EN: "{pages} in {out}: {written} written, {unchanged} unchanged, {removed} removed, {seconds} s."},
	builtPDFs: diag.Text{
		DE: "{pdfs}: {printed} neu gedruckt, {kept} unverändert.",
		FR: "{pdfs} : {printed} imprimés à nouveau, {kept} inchangés.",
		EN: "{pdfs}: {printed} printed anew, {kept} unchanged."},
	hasErrors: diag.Text{
		DE: "Der Katalog hat {errors}, so dass hier etwas fehlen kann: siehe „praxisblatt check“.",
		FR: "Le catalogue a {errors}, ce tableau peut donc être incomplet : voir « praxisblatt check ».",
		EN: "The catalogue has {errors}, so something may be missing here: see “praxisblatt check”."},

	colSheet:  diag.Text{DE: "Blatt", FR: "Fiche", EN: "Sheet"},
	colType:   diag.Text{DE: "Art", FR: "Type", EN: "Type"},
	colParts:  diag.Text{DE: "Teile", FR: "Parties", EN: "Parts"},
	colReview: diag.Text{DE: "Prüfung", FR: "Révision", EN: "Review"},
	due:       diag.Text{DE: "fällig", FR: "à faire", EN: "due"},

	marked: diag.Text{
		DE: "Als aktuell vermerkt: {fields}.",
		FR: "Marqués comme à jour : {fields}.",
		EN: "Marked as current: {fields}."},
	removed: diag.Text{
		DE: "Nicht mehr im Original, Vermerk entfernt: {fields}.",
		FR: "Absents de l’original, marques retirées : {fields}.",
		EN: "No longer in the original, marks removed: {fields}."},
	nothingToMark: diag.Text{
		DE: "Nichts zu vermerken.",
		FR: "Rien à marquer.",
		EN: "Nothing to mark."},
	stillMissing: diag.Text{
		DE: "Noch nicht übersetzt: {fields}.",
		FR: "Pas encore traduits : {fields}.",
		EN: "Not translated yet: {fields}."},
	noTranslation: diag.Text{
		DE: "{id} hat keine Übersetzung; es gibt nichts zu vermerken.",
		FR: "{id} n’a pas de traduction ; il n’y a rien à marquer.",
		EN: "{id} has no translation; there is nothing to mark."},

	headUsage:    diag.Text{DE: "Aufruf:", FR: "Utilisation :", EN: "Usage:"},
	headVerbs:    diag.Text{DE: "Befehle:", FR: "Commandes :", EN: "Commands:"},
	headFlags:    diag.Text{DE: "Optionen:", FR: "Options :", EN: "Flags:"},
	headGlobal:   diag.Text{DE: "Optionen aller Befehle:", FR: "Options de toutes les commandes :", EN: "Flags of all commands:"},
	headExamples: diag.Text{DE: "Beispiele:", FR: "Exemples :", EN: "Examples:"},
	verbUse:      diag.Text{DE: "BEFEHL [OPTIONEN]", FR: "COMMANDE [OPTIONS]", EN: "COMMAND [FLAGS]"},
	moreHelp: diag.Text{
		DE: "„praxisblatt BEFEHL --help“ sagt mehr zu einem Befehl.",
		FR: "« praxisblatt COMMANDE --help » en dit plus sur une commande.",
		EN: "“praxisblatt COMMAND --help” says more about a command."},
	mousetrap: diag.Text{
		DE: "praxisblatt ist ein Programm für die Kommandozeile: ein Terminal öffnen (Windows-Taste, „Terminal“)\nund dort „praxisblatt --help“ eingeben.",
		FR: "praxisblatt s’utilise en ligne de commande : ouvrir un terminal (touche Windows, « Terminal »)\net y taper « praxisblatt --help ».",
		EN: "praxisblatt is a program for the command line: open a terminal (Windows key, “Terminal”)\nand type “praxisblatt --help” there."},

	flagDir: diag.Text{
		DE: "`DIR`, der Ordner des Katalogs (sonst der, in dem man ist)",
		FR: "`DIR`, le dossier du catalogue (sinon celui où l’on est)",
		EN: "`DIR`, the catalogue’s folder (else the one you are in)"},
	flagUI: diag.Text{
		DE: "Sprache der Meldungen: `de|fr|en` (sonst nach LC_ALL, LC_MESSAGES, LANG, dann die erste des Katalogs)",
		FR: "langue des messages : `de|fr|en` (sinon d’après LC_ALL, LC_MESSAGES, LANG, puis la première du catalogue)",
		EN: "language of messages: `de|fr|en` (else by LC_ALL, LC_MESSAGES, LANG, then the catalogue’s first)"},
	flagNow: diag.Text{
		DE: "der Tag, der als heute gilt, als `DATE` wie 2026-11-01 (sonst nach SOURCE_DATE_EPOCH)",
		FR: "le jour qui vaut pour aujourd’hui, une `DATE` comme 2026-11-01 (sinon d’après SOURCE_DATE_EPOCH)",
		EN: "the day that is taken for today, a `DATE` like 2026-11-01 (else by SOURCE_DATE_EPOCH)"},
	flagHelp: diag.Text{DE: "diese Hilfe", FR: "cette aide", EN: "this help"},
	flagVersion: diag.Text{
		DE: "die Version des Programms",
		FR: "la version du programme",
		EN: "the version of the program"},
	flagFormat: diag.Text{
		DE: "`text|json`: Zeilen zum Lesen oder ein Feld von Objekten für Programme (sonst text)",
		FR: "`text|json` : des lignes à lire, ou un tableau d’objets pour des programmes (sinon text)",
		EN: "`text|json`: lines to read, or an array of objects for programs (else text)"},
	flagStrict: diag.Text{
		DE: "Warnungen zählen wie Fehler",
		FR: "les avertissements comptent comme des erreurs",
		EN: "warnings count like errors"},
	flagJSON: diag.Text{
		DE: "ein Feld von Objekten für Programme",
		FR: "un tableau d’objets pour des programmes",
		EN: "an array of objects for programs"},
	flagOut: diag.Text{
		DE: "der Ordner, in den geschrieben wird (sonst public im Katalog): `DIR`",
		FR: "le dossier où écrire (sinon public dans le catalogue) : `DIR`",
		EN: "the folder to write to (else public in the catalogue): `DIR`"},
	flagBaseURL: diag.Text{
		DE: "die Adresse der Website statt base_url in site.yaml: `URL`",
		FR: "l’adresse du site au lieu de base_url dans site.yaml : `URL`",
		EN: "the site’s address instead of base_url in site.yaml: `URL`"},
	flagPDF: diag.Text{
		DE: "die PDFs mitschreiben, die site.yaml unter pdf: verlangt (sonst die der Mappen); gedruckt wird nur, was sich geändert hat",
		FR: "écrire aussi les PDF que site.yaml demande sous pdf: (sinon ceux des dossiers) ; seul ce qui a changé est imprimé",
		EN: "write the PDFs too that site.yaml asks for under pdf: (else those of the packs); only what has changed is printed"},
	flagForce: diag.Text{
		DE: "trotz Fehlern bauen; die Blätter, die sie haben, werden weggelassen und genannt",
		FR: "construire malgré les erreurs ; les fiches concernées sont omises et nommées",
		EN: "build although there are errors; the sheets that have them are left out and named"},
	flagLang: diag.Text{
		DE: "nur die Übersetzung in dieser Sprache: `L`, etwa fr",
		FR: "seulement la traduction dans cette langue : `L`, par exemple fr",
		EN: "only the translation in this language: `L`, such as fr"},
	flagField: diag.Text{
		DE: "nur dieser Text: `F`, etwa description oder resources.staff",
		FR: "seulement ce texte : `F`, par exemple description ou resources.staff",
		EN: "only this text: `F`, such as description or resources.staff"},
}

// A plural is a number of things. French counts nothing as one.
type plural struct{ one, many diag.Text }

func (p plural) of(lang string, n int) string {
	text := p.many
	if n == 1 || n == 0 && lang == "fr" {
		text = p.one
	}
	return text.Format(lang, "n", strconv.Itoa(n))
}

var (
	errorCount = plural{
		diag.Text{DE: "{n} Fehler", FR: "{n} erreur", EN: "{n} error"},
		diag.Text{DE: "{n} Fehler", FR: "{n} erreurs", EN: "{n} errors"}}
	warningCount = plural{
		diag.Text{DE: "{n} Warnung", FR: "{n} avertissement", EN: "{n} warning"},
		diag.Text{DE: "{n} Warnungen", FR: "{n} avertissements", EN: "{n} warnings"}}
	noteCount = plural{
		diag.Text{DE: "{n} Hinweis", FR: "{n} remarque", EN: "{n} note"},
		diag.Text{DE: "{n} Hinweise", FR: "{n} remarques", EN: "{n} notes"}}
	pdfCount = plural{
		diag.Text{DE: "{n} PDF", FR: "{n} PDF", EN: "{n} PDF"},
		diag.Text{DE: "{n} PDFs", FR: "{n} PDF", EN: "{n} PDFs"}}
	fileCount = plural{
		diag.Text{DE: "{n} Datei", FR: "{n} fichier", EN: "{n} file"},
		diag.Text{DE: "{n} Dateien", FR: "{n} fichiers", EN: "{n} files"}}
	pageCount = plural{
		diag.Text{DE: "{n} Seite", FR: "{n} page", EN: "{n} page"},
		diag.Text{DE: "{n} Seiten", FR: "{n} pages", EN: "{n} pages"}}
	sheetCount = plural{
		diag.Text{DE: "{n} Blatt", FR: "{n} fiche", EN: "{n} sheet"},
		diag.Text{DE: "{n} Blätter", FR: "{n} fiches", EN: "{n} sheets"}}
	reviewCount = plural{
		diag.Text{DE: "{n} Prüfung ist fällig.", FR: "{n} révision est à faire.", EN: "{n} review is due."},
		diag.Text{DE: "{n} Prüfungen sind fällig.", FR: "{n} révisions sont à faire.", EN: "{n} reviews are due."}}
)

var typeNames = map[string]diag.Text{
	"sheet":       {DE: "Praxisblatt", FR: "fiche", EN: "sheet"},
	"example":     {DE: "Kurzbeispiel", FR: "exemple", EN: "example"},
	"partnership": {DE: "Partnerschaft", FR: "partenariat", EN: "partnership"},
	"event":       {DE: "Veranstaltung", FR: "manifestation", EN: "event"},
}
