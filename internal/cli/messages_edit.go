package cli

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// editing is what the verbs say that help to write: fmt, schema, new, init, serve.
var editing = struct {
	flagCheck, left, nothingToFormat   diag.Text
	flagPage, flagSite, flagVocabulary diag.Text
}{
	flagCheck: diag.Text{
		DE: "nichts ändern; Rückgabewert 1, wenn etwas zu ändern wäre",
		FR: "ne rien modifier ; code de retour 1 s’il y avait quelque chose à modifier",
		EN: "change nothing; exit status 1 if something would be changed"},
	left: diag.Text{
		DE: "{path} ist nicht sicher zu lesen und bleibt, wie es ist. Erst beheben, was „praxisblatt check“ dazu sagt.",
		FR: "{path} ne se lit pas de façon sûre et reste tel quel. Corriger d’abord ce qu’en dit « praxisblatt check ».",
		EN: "{path} can’t be read for sure and stays as it is. First mend what “praxisblatt check” says of it."},
	nothingToFormat: diag.Text{
		DE: "Hier ist nichts zu ordnen: „fmt“ kennt die Blätter und Seiten in content/, die Vokabulare und site.yaml.",
		FR: "Il n’y a rien à ordonner ici : « fmt » s’occupe des fiches et pages de content/, des vocabulaires et de site.yaml.",
		EN: "There is nothing to format here: fmt knows the sheets and pages in content/, the vocabularies and site.yaml."},
	flagPage: diag.Text{
		DE: "für freie Seiten statt für Blätter",
		FR: "pour les pages libres au lieu des fiches",
		EN: "for free pages instead of sheets"},
	flagSite: diag.Text{
		DE: "für site.yaml",
		FR: "pour site.yaml",
		EN: "for site.yaml"},
	flagVocabulary: diag.Text{
		DE: "für ein Vokabular, `NAME` wie themes oder places",
		FR: "pour un vocabulaire, `NAME` comme themes ou places",
		EN: "for a vocabulary, `NAME` such as themes or places"},
}

// editVerbs is what the help says of the same verbs.
var editVerbs = struct {
	fmt, schema verbText
}{
	fmt: verbText{
		short: diag.Text{DE: "Kopfdaten ordnen", FR: "ordonner les données d’en-tête", EN: "put front matter in order"},
		long: diag.Text{
			DE: "Bringt die Angaben am Kopf der Blätter und Seiten und in site.yaml in die Reihenfolge des Formats und setzt Werte in Anführungszeichen, die andere Programme als Zahl oder Wahrheitswert läsen. Kommentare, Leerzeilen und Texte bleiben, wie sie sind; Kommentare wandern mit der Angabe, über der sie stehen. Eine Datei, die nicht sicher zu lesen ist, bleibt unberührt. Genannt wird, was geändert wurde.",
			FR: "Met les données en tête des fiches et des pages, et celles de site.yaml, dans l’ordre du format, et entre guillemets les valeurs que d’autres logiciels prendraient pour un nombre ou une valeur de vérité. Commentaires, lignes vides et textes restent tels quels ; un commentaire suit la donnée au-dessus de laquelle il se trouve. Un fichier qui ne se lit pas de façon sûre n’est pas touché. Les fichiers modifiés sont nommés.",
			EN: "Puts the fields at the head of sheets and pages, and those of site.yaml, in the order of the format, and values in quotes that other programs would read as a number or a truth value. Comments, blank lines and texts stay as they are; a comment moves with the field that it stands above. A file that can’t be read for sure is not touched. What was changed is named."},
		examples: []example{
			{"praxisblatt fmt", diag.Text{DE: "alles ordnen", FR: "tout ordonner", EN: "format everything"}},
			{"praxisblatt fmt --check content/sheets/trier-refugee-website", diag.Text{DE: "nur sagen, was zu ordnen wäre", FR: "dire seulement ce qu’il faudrait ordonner", EN: "only say what would be changed"}},
		},
		near: []string{"format", "tidy", "ordnen", "formatieren", "ordonner", "formater"},
	},
	schema: verbText{
		short: diag.Text{DE: "das JSON-Schema der Kopfdaten ausgeben", FR: "écrire le schéma JSON des données d’en-tête", EN: "print the JSON Schema of front matter"},
		long: diag.Text{
			DE: "Gibt ein JSON-Schema (2020-12) aus: mit ihm schlagen Editoren Angaben und Werte vor und erklären sie, in der Sprache von --ui. In einem Katalog werden die Schlüssel seiner Vokabulare vorgeschlagen.",
			FR: "Écrit un schéma JSON (2020-12) : avec lui, les éditeurs proposent les données et leurs valeurs et les expliquent, dans la langue de --ui. Dans un catalogue, les clés de ses vocabulaires sont proposées.",
			EN: "Prints a JSON Schema (2020-12), by which editors offer fields and values and explain them, in the language of --ui. In a catalogue the keys of its vocabularies are offered."},
		examples: []example{
			{"praxisblatt schema > .vscode/sheet.schema.json", diag.Text{DE: "für den Editor ablegen", FR: "l’enregistrer pour l’éditeur", EN: "store it for the editor"}},
			{"praxisblatt schema --vocabulary places --ui fr", diag.Text{DE: "für die Orte, auf Französisch", FR: "pour les lieux, en français", EN: "for the places, in French"}},
		},
		near: []string{"json-schema", "jsonschema", "schéma", "schema.json"},
	},
}
