package cli

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// editing is what the verbs say that help to write: fmt, schema, new, init, serve.
var editing = struct {
	flagCheck, flagTypography, left, nothingToFormat diag.Text

	flagAddr, flagOpen, serving, noBrowser   diag.Text
	flagReport                               diag.Text
	flagCI, notEmpty, notFolder, initialised diag.Text

	flagType, flagNewLang, flagTranslate                                                    diag.Text
	badID, taken, noSheet, isOriginal, noOriginal, faulty, created, translated, bodyFollows diag.Text

	flagPage, flagSite, flagPack, flagVocabulary diag.Text
}{
	flagCheck: diag.Text{
		DE: "nichts ändern; Rückgabewert 1, wenn etwas zu ändern wäre",
		FR: "ne rien modifier ; code de retour 1 s’il y avait quelque chose à modifier",
		EN: "change nothing; exit status 1 if something would be changed"},
	flagTypography: diag.Text{
		DE: "auch Anführungszeichen, französische Leerzeichen und „bis“-Striche in den Texten richtigstellen",
		FR: "corriger aussi, dans les textes, guillemets, espaces insécables et tirets d’intervalle",
		EN: "also mend quotes, French spaces and dashes of ranges in the texts"},
	left: diag.Text{
		DE: "{path} ist nicht sicher zu lesen und bleibt, wie es ist. Erst beheben, was „praxisblatt check“ dazu sagt.",
		FR: "{path} ne se lit pas de façon sûre et reste tel quel. Corriger d’abord ce qu’en dit « praxisblatt check ».",
		EN: "{path} can’t be read for sure and stays as it is. First mend what “praxisblatt check” says of it."},
	nothingToFormat: diag.Text{
		DE: "Hier ist nichts zu ordnen: „fmt“ kennt die Blätter und Seiten in content/, die Vokabulare und site.yaml.",
		FR: "Il n’y a rien à ordonner ici : « fmt » s’occupe des fiches et pages de content/, des vocabulaires et de site.yaml.",
		EN: "There is nothing to format here: fmt knows the sheets and pages in content/, the vocabularies and site.yaml."},

	flagAddr: diag.Text{
		DE: "wo die Vorschau zu sehen ist: `HOST:PORT` (sonst 127.0.0.1:8080, nur auf diesem Rechner)",
		FR: "où l’aperçu est visible : `HOST:PORT` (sinon 127.0.0.1:8080, sur cette machine seulement)",
		EN: "where the preview can be seen: `HOST:PORT` (else 127.0.0.1:8080, on this machine only)"},
	flagOpen: diag.Text{
		DE: "die Vorschau im Browser öffnen",
		FR: "ouvrir l’aperçu dans le navigateur",
		EN: "open the preview in the browser"},
	serving: diag.Text{
		DE: "Vorschau: {url}\nAlle Befunde und Übersetzungen stehen dort unter {editors}. Mit Strg+C beenden.",
		FR: "Aperçu : {url}\nToutes les anomalies et traductions y figurent sous {editors}. Ctrl+C pour arrêter.",
		EN: "Preview: {url}\nAll findings and translations are there at {editors}. Ctrl+C ends it."},
	noBrowser: diag.Text{
		DE: "Der Browser lässt sich nicht öffnen; dort {url} eingeben.",
		FR: "Impossible d’ouvrir le navigateur ; y saisir {url}.",
		EN: "The browser can’t be opened; type {url} there."},
	flagReport: diag.Text{
		DE: "dazu ein Code-Quality-Bericht für GitLab in `FILE` (in GitLab CI von selbst gl-code-quality-report.json)",
		FR: "en plus, un rapport Code Quality pour GitLab dans `FILE` (dans GitLab CI, gl-code-quality-report.json sans autre demande)",
		EN: "also a Code Quality report for GitLab in `FILE` (in GitLab CI gl-code-quality-report.json by itself)"},
	flagCI: diag.Text{
		DE: "für wen die Pipeline geschrieben wird: `gitlab|github|none` (sonst gitlab)",
		FR: "pour qui la chaîne d’intégration est écrite : `gitlab|github|none` (sinon gitlab)",
		EN: "whom the pipeline is written for: `gitlab|github|none` (else gitlab)"},
	notEmpty: diag.Text{
		DE: "{dir} ist nicht leer ({names}) und bleibt, wie es ist. Einen neuen oder leeren Ordner nennen.",
		FR: "{dir} n’est pas vide ({names}) et reste tel quel. Indiquer un dossier nouveau ou vide.",
		EN: "{dir} is not empty ({names}) and stays as it is. Name a new or an empty folder."},
	notFolder: diag.Text{
		DE: "{dir} ist kein Ordner. Einen neuen oder leeren Ordner nennen.",
		FR: "{dir} n’est pas un dossier. Indiquer un dossier nouveau ou vide.",
		EN: "{dir} is no folder. Name a new or an empty one."},
	initialised: diag.Text{
		DE: "{files} in {dir}. Weiter geht es so:\n  site.yaml ausfüllen\n  praxisblatt serve -C {dir} --open\n  praxisblatt new -C {dir} mein-blatt",
		FR: "{files} dans {dir}. Pour la suite :\n  remplir site.yaml\n  praxisblatt serve -C {dir} --open\n  praxisblatt new -C {dir} ma-fiche",
		EN: "{files} in {dir}. This is how it goes on:\n  fill in site.yaml\n  praxisblatt serve -C {dir} --open\n  praxisblatt new -C {dir} my-sheet"},
	flagType: diag.Text{
		DE: "die Art: `sheet|example|partnership|event` (sonst sheet)",
		FR: "le type : `sheet|example|partnership|event` (sinon sheet)",
		EN: "the type: `sheet|example|partnership|event` (else sheet)"},
	flagNewLang: diag.Text{
		DE: "die Sprache des Blatts: `L`, etwa fr (sonst die erste des Katalogs)",
		FR: "la langue de la fiche : `L`, par exemple fr (sinon la première du catalogue)",
		EN: "the sheet’s language: `L`, such as fr (else the catalogue’s first)"},
	flagTranslate: diag.Text{
		DE: "statt eines neuen Blatts die Übersetzung von ID in diese Sprache: `L`",
		FR: "au lieu d’une nouvelle fiche, la traduction de ID dans cette langue : `L`",
		EN: "instead of a new sheet the translation of ID into this language: `L`"},
	badID: diag.Text{
		DE: "„{id}“ kann nicht der Name eines Blatts sein: Er besteht aus Kleinbuchstaben von a bis z, Ziffern und einzelnen Strichen und ist nicht der einer festen Seite.",
		FR: "« {id} » ne peut pas être le nom d’une fiche : il se compose de minuscules de a à z, de chiffres et de tirets simples, et n’est pas celui d’une page fixe.",
		EN: "“{id}” can’t be the name of a sheet: it is made of small letters from a to z, digits and single hyphens, and is not that of a fixed page."},
	taken: diag.Text{
		DE: "Ein Blatt „{id}“ gibt es schon; nichts wurde geändert. Eine Übersetzung beginnt „praxisblatt new {id} --translate L“.",
		FR: "La fiche « {id} » existe déjà ; rien n’a été modifié. « praxisblatt new {id} --translate L » commence une traduction.",
		EN: "There is a sheet “{id}” already; nothing was changed. “praxisblatt new {id} --translate L” begins a translation."},
	noSheet: diag.Text{
		DE: "Weder ein Blatt noch eine Seite heißt „{id}“.",
		FR: "Aucune fiche et aucune page ne s’appelle « {id} ».",
		EN: "No sheet and no page is called “{id}”."},
	isOriginal: diag.Text{
		DE: "{path} ist das Original. Mit --translate eine andere Sprache nennen.",
		FR: "{path} est l’original. Indiquer une autre langue avec --translate.",
		EN: "{path} is the original. Name another language with --translate."},
	noOriginal: diag.Text{
		DE: "Alle Dateien von {id} sagen, sie seien Übersetzungen. Aus der des Originals „translation“ entfernen.",
		FR: "Tous les fichiers de {id} se disent traductions. Retirer « translation » de celui de l’original.",
		EN: "All files of {id} say that they are translations. Remove “translation” from the original’s."},
	faulty: diag.Text{
		DE: "{path} hat Fehler. Erst beheben, was „praxisblatt check“ dazu sagt.",
		FR: "{path} a des erreurs. Corriger d’abord ce qu’en dit « praxisblatt check ».",
		EN: "{path} has errors. First mend what “praxisblatt check” says of it."},
	created: diag.Text{
		DE: "Angelegt. In {path} ausfüllen, was bekannt ist, den Rest löschen oder leer lassen; „praxisblatt check“ prüft es.",
		FR: "Créé. Remplir dans {path} ce qui est connu, effacer le reste ou le laisser vide ; « praxisblatt check » vérifie.",
		EN: "Created. Fill in what is known in {path}, delete the rest or leave it empty; “praxisblatt check” checks it."},
	translated: diag.Text{
		DE: "Angelegt. In {path} steht über jeder Angabe der Text des Originals; was leer bleibt, gilt als noch nicht übersetzt.",
		FR: "Créé. Dans {path}, le texte de l’original figure au-dessus de chaque donnée ; ce qui reste vide n’est pas encore traduit.",
		EN: "Created. In {path} the original’s text stands above each field; what is left empty counts as not translated yet."},
	bodyFollows: diag.Text{
		DE: "Unter die Zeile --- gehört die Übersetzung von:",
		FR: "Sous la ligne ---, la traduction de :",
		EN: "Below the line --- goes the translation of:"},

	flagPage: diag.Text{
		DE: "für freie Seiten statt für Blätter",
		FR: "pour les pages libres au lieu des fiches",
		EN: "for free pages instead of sheets"},
	flagSite: diag.Text{
		DE: "für site.yaml",
		FR: "pour site.yaml",
		EN: "for site.yaml"},
	flagPack: diag.Text{
		DE: "das Schema einer Mappe aus content/packs/",
		FR: "le schéma d’un dossier de content/packs/",
		EN: "the schema of a pack of content/packs/"},
	flagVocabulary: diag.Text{
		DE: "für ein Vokabular, `NAME` wie themes oder places",
		FR: "pour un vocabulaire, `NAME` comme themes ou places",
		EN: "for a vocabulary, `NAME` such as themes or places"},
}

// editVerbs is what the help says of the same verbs.
var editVerbs = struct {
	fmt, schema, new, init, serve verbText
}{
	fmt: verbText{
		short: diag.Text{DE: "Kopfdaten ordnen", FR: "ordonner les données d’en-tête", EN: "put front matter in order"},
		long: diag.Text{
			DE: "Bringt die Angaben am Kopf der Blätter und Seiten und in site.yaml in die Reihenfolge des Formats und setzt Werte in Anführungszeichen, die andere Programme als Zahl oder Wahrheitswert läsen. Kommentare, Leerzeilen und Texte bleiben, wie sie sind; Kommentare wandern mit der Angabe, über der sie stehen. Mit --typography werden auch die Texte richtig gesetzt, jeder in seiner Sprache; Code, Adressen und Namen bleiben, und Übersetzungen gelten weiter als aktuell. Eine Datei, die nicht sicher zu lesen ist, bleibt unberührt. Genannt wird, was geändert wurde.",
			FR: "Met les données en tête des fiches et des pages, et celles de site.yaml, dans l’ordre du format, et entre guillemets les valeurs que d’autres logiciels prendraient pour un nombre ou une valeur de vérité. Commentaires, lignes vides et textes restent tels quels ; un commentaire suit la donnée au-dessus de laquelle il se trouve. Avec --typography, les textes aussi reçoivent la typographie de leur langue ; code, adresses et noms restent, et les traductions demeurent à jour. Un fichier qui ne se lit pas de façon sûre n’est pas touché. Les fichiers modifiés sont nommés.",
			EN: "Puts the fields at the head of sheets and pages, and those of site.yaml, in the order of the format, and values in quotes that other programs would read as a number or a truth value. Comments, blank lines and texts stay as they are; a comment moves with the field that it stands above. With --typography the texts are set in the typography of their language as well; code, addresses and names stay, and translations remain current. A file that can’t be read for sure is not touched. What was changed is named."},
		examples: []example{
			{"praxisblatt fmt", diag.Text{DE: "alles ordnen", FR: "tout ordonner", EN: "format everything"}},
			{"praxisblatt fmt --typography --check", diag.Text{DE: "zeigen, welche Zeichen richtigzustellen wären", FR: "montrer quels signes seraient corrigés", EN: "show which marks would be mended"}},
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
	new: verbText{
		short: diag.Text{DE: "ein Blatt oder eine Übersetzung beginnen", FR: "commencer une fiche ou une traduction", EN: "begin a sheet or a translation"},
		long: diag.Text{
			DE: "Legt ein neues Blatt an, in dem jede Angabe in der Sprache von --ui erklärt ist; es lässt sich sofort bauen. Mit --translate entsteht das Gerüst einer Übersetzung: über jeder Angabe der Text des Originals, dazu der Vermerk, aus welchem Stand übersetzt wird. Eine Datei, die es schon gibt, bleibt, wie sie ist.",
			FR: "Crée une fiche où chaque donnée est expliquée dans la langue de --ui ; elle se construit aussitôt. Avec --translate, c’est l’ébauche d’une traduction : le texte de l’original au-dessus de chaque donnée, et la version dont on traduit. Un fichier qui existe déjà reste tel quel.",
			EN: "Makes a new sheet in which every field is explained in the language of --ui; it builds at once. With --translate it is the skeleton of a translation: the original’s text above each field, and the version that is translated from. A file that is there already stays as it is."},
		examples: []example{
			{"praxisblatt new health-card", diag.Text{DE: "ein Blatt in der ersten Sprache des Katalogs", FR: "une fiche dans la première langue du catalogue", EN: "a sheet in the catalogue’s first language"}},
			{"praxisblatt new summer-meeting --type event --lang fr", diag.Text{DE: "eine Veranstaltung auf Französisch", FR: "une manifestation en français", EN: "an event in French"}},
			{"praxisblatt new health-card --translate fr", diag.Text{DE: "die französische Übersetzung", FR: "la traduction française", EN: "the French translation"}},
		},
		near: []string{"add", "create", "neu", "anlegen", "nouveau", "nouvelle", "créer", "translate", "übersetzen", "traduire"},
	},
	init: verbText{
		short: diag.Text{DE: "einen neuen Katalog anlegen", FR: "créer un nouveau catalogue", EN: "make a new catalogue"},
		long: diag.Text{
			DE: "Legt in einem neuen oder leeren Ordner einen Katalog an, der sich sofort bauen lässt: site.yaml mit Erklärungen, Vokabulare, ein Beispielblatt und die festen Seiten in drei Sprachen, eine Pipeline für GitLab Pages oder GitHub Pages und Einstellungen für VS Code. Ein Ordner, in dem etwas liegt, bleibt unberührt.",
			FR: "Crée dans un dossier nouveau ou vide un catalogue qui se construit aussitôt : site.yaml avec ses explications, des vocabulaires, une fiche d’exemple et les pages fixes en trois langues, une chaîne d’intégration pour GitLab Pages ou GitHub Pages et des réglages pour VS Code. Un dossier qui contient quelque chose n’est pas touché.",
			EN: "Makes a catalogue in a new or empty folder that builds at once: site.yaml with explanations, vocabularies, a sample sheet and the fixed pages in three languages, a pipeline for GitLab Pages or GitHub Pages, and settings for VS Code. A folder with something in it is not touched."},
		examples: []example{
			{"praxisblatt init catalogue", diag.Text{DE: "mit einer Pipeline für GitLab", FR: "avec une chaîne d’intégration pour GitLab", EN: "with a pipeline for GitLab"}},
			{"praxisblatt init catalogue --ci github --ui fr", diag.Text{DE: "für GitHub, auf Französisch erklärt", FR: "pour GitHub, expliqué en français", EN: "for GitHub, explained in French"}},
		},
		near: []string{"start", "setup", "anfangen", "initialiser", "commencer"},
	},
	serve: verbText{
		short: diag.Text{DE: "die Website beim Schreiben ansehen", FR: "voir le site pendant qu’on écrit", EN: "see the site while you write"},
		long: diag.Text{
			DE: "Zeigt die Website im Browser, ohne etwas zu schreiben. Wird eine Datei gespeichert, lädt die Seite neu; was zu beheben ist, steht mit Datei und Zeile darüber. Unter /editors stehen alle Befunde und der Stand der Übersetzungen. Fehler im Katalog beenden die Vorschau nicht. Sie ist nur auf diesem Rechner zu sehen, wenn --addr nichts anderes sagt.",
			FR: "Montre le site dans le navigateur, sans rien écrire. Quand un fichier est enregistré, la page se recharge ; ce qui est à corriger s’affiche par-dessus, avec fichier et ligne. Sous /editors figurent toutes les anomalies et l’état des traductions. Les erreurs du catalogue n’arrêtent pas l’aperçu. Il n’est visible que sur cette machine, sauf si --addr en dispose autrement.",
			EN: "Shows the site in the browser and writes nothing. When a file is saved the page loads again; what is to be mended stands over it, with file and line. At /editors are all findings and the state of every translation. Errors in the catalogue don’t end the preview. It can be seen on this machine only, unless --addr says otherwise."},
		examples: []example{
			{"praxisblatt serve --open", diag.Text{DE: "die Vorschau im Browser öffnen", FR: "ouvrir l’aperçu dans le navigateur", EN: "open the preview in the browser"}},
			{"praxisblatt serve --addr 127.0.0.1:8081", diag.Text{DE: "auf einem anderen Port", FR: "sur un autre port", EN: "on another port"}},
		},
		near: []string{"server", "preview", "watch", "dev", "vorschau", "aperçu", "servir"},
	},
}
