package cli

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// verbs is what the help says of each verb.
var verbs = struct {
	root, check, build, explain, status, search, accept, completion, help verbText
}{
	root: verbText{
		long: diag.Text{
			DE: "praxisblatt macht aus Blättern guter kommunaler Praxis eine mehrsprachige Website: Es liest Markdown mit Kopfdaten, prüft alles und schreibt Dateien, die auf jedem Server und vom USB-Stick laufen.",
			FR: "praxisblatt fait d’un recueil de bonnes pratiques communales un site multilingue : il lit du Markdown avec ses données d’en-tête, vérifie tout et écrit des fichiers qui fonctionnent sur tout serveur et depuis une clé USB.",
			EN: "praxisblatt turns sheets of good municipal practice into a multilingual site: it reads Markdown with front matter, checks everything, and writes files that work on any server and from a USB stick."},
		examples: []example{
			{"praxisblatt check", diag.Text{DE: "prüfen, was in diesem Ordner liegt", FR: "vérifier le contenu de ce dossier", EN: "check what is in this folder"}},
			{"praxisblatt build -o website", diag.Text{DE: "die Website in einen Ordner schreiben", FR: "écrire le site dans un dossier", EN: "write the site to a folder"}},
		},
	},
	check: verbText{
		short: diag.Text{DE: "alle Befunde zeigen", FR: "montrer toutes les anomalies", EN: "report every finding"},
		long: diag.Text{
			DE: "Prüft den ganzen Katalog und zeigt alle Befunde auf einmal: Datei, Zeile und Spalte, Schwere (error, warning, note), Ursache und Abhilfe, und in eckigen Klammern die Regel. Mit PATH nur die in diesen Dateien und Ordnern.\nDer Rückgabewert ist 0, bei Fehlern 1, bei falschem Aufruf 2.",
			FR: "Vérifie tout le catalogue et montre toutes les anomalies à la fois : fichier, ligne et colonne, gravité (error, warning, note), cause et remède, et la règle entre crochets. Avec PATH, seulement celles de ces fichiers et dossiers.\nLe code de retour est 0, 1 s’il y a des erreurs, 2 si la commande est mal écrite.",
			EN: "Checks the whole catalogue and reports all findings at once: file, line and column, severity (error, warning, note), cause and cure, and the rule in brackets. With PATH only those in these files and folders.\nThe exit status is 0, with errors 1, for wrong usage 2."},
		examples: []example{
			{"praxisblatt check content/sheets/trier-refugee-website", diag.Text{DE: "nur ein Blatt, in allen Sprachen", FR: "une seule fiche, dans toutes les langues", EN: "one sheet only, in all languages"}},
			{"praxisblatt check --format json --strict", diag.Text{DE: "für eine CI: Warnungen zählen", FR: "pour une CI : les avertissements comptent", EN: "for CI: warnings count"}},
		},
		near: []string{"lint", "validate", "verify", "test", "prüfen", "pruefe", "vérifier", "vérifie", "contrôler"},
	},
	build: verbText{
		short: diag.Text{DE: "die Website schreiben", FR: "écrire le site", EN: "write the site"},
		long: diag.Text{
			DE: "Prüft den Katalog und schreibt die Website. Fehler werden ausgeschrieben und halten auf; von Warnungen und Hinweisen steht nur die Zahl da. Die Website wird als Ganzes ausgetauscht: Bis dahin bleibt die alte, wie sie ist. Ein Ordner, den „build“ nicht angelegt hat, wird nie geleert.",
			FR: "Vérifie le catalogue et écrit le site. Les erreurs sont écrites en entier et arrêtent tout ; des avertissements et remarques, seul le nombre apparaît. Le site est remplacé d’un seul coup : jusque-là, l’ancien reste intact. Un dossier que « build » n’a pas créé n’est jamais vidé.",
			EN: "Checks the catalogue and writes the site. Errors are printed in full and stop it; of warnings and notes only the number is. The site is exchanged as a whole: until then the old one stays as it is. A folder that build did not make is never emptied."},
		examples: []example{
			{"praxisblatt build", diag.Text{DE: "in den Ordner public schreiben", FR: "écrire dans le dossier public", EN: "write to the folder public"}},
			{"praxisblatt build --pdf", diag.Text{DE: "mit den PDFs der Mappen", FR: "avec les PDF des dossiers", EN: "with the PDFs of the packs"}},
			{"praxisblatt build -C catalogue -o site --base-url https://example.org/praxis/", diag.Text{DE: "einen anderen Katalog, für eine andere Adresse", FR: "un autre catalogue, pour une autre adresse", EN: "another catalogue, for another address"}},
		},
		near: []string{"make", "generate", "render", "bauen", "bau", "erstellen", "construire", "générer"},
	},
	explain: verbText{
		short: diag.Text{DE: "eine Regel erklären", FR: "expliquer une règle", EN: "explain a rule"},
		long: diag.Text{
			DE: "Sagt, was eine Regel will und warum, mit einem Beispiel. Ihr Name steht am Ende jedes Befunds in eckigen Klammern. Ohne RULE werden alle Regeln genannt.",
			FR: "Dit ce que veut une règle et pourquoi, avec un exemple. Son nom figure à la fin de chaque anomalie, entre crochets. Sans RULE, toutes les règles sont nommées.",
			EN: "Says what a rule wants and why, with an example. Its name stands in brackets at the end of every finding. Without RULE all rules are listed."},
		examples: []example{
			{"praxisblatt explain unknown-key", diag.Text{DE: "was dieser Befund bedeutet", FR: "ce que signifie cette anomalie", EN: "what this finding means"}},
		},
		near: []string{"rule", "rules", "erklären", "erkläre", "expliquer", "regel", "règle"},
	},
	status: verbText{
		short: diag.Text{DE: "den Stand der Übersetzungen zeigen", FR: "montrer l’état des traductions", EN: "show the state of translations"},
		long: diag.Text{
			DE: "Eine Zeile für jedes Blatt: der Stand in jeder Sprache (bei veralteten und unvollständigen mit der Zahl der Texte), wie viele der acht Teile ausgefüllt sind, und wann das Blatt wieder zu prüfen ist. Dann die Summen.",
			FR: "Une ligne par fiche : son état dans chaque langue (avec le nombre de textes périmés ou absents), combien des huit parties sont remplies, et quand la fiche est à revoir. Puis les totaux.",
			EN: "One row a sheet: its state in each language (with the number of texts that are outdated or missing), how many of the eight parts are stated, and when the sheet is to be reviewed. Then the totals."},
		examples: []example{
			{"praxisblatt status --json", diag.Text{DE: "mit den Namen der Texte, für Programme", FR: "avec les noms des textes, pour des programmes", EN: "with the names of the texts, for programs"}},
		},
		near: []string{"stand", "übersetzungen", "translations", "état", "etat", "list"},
	},
	search: verbText{
		short: diag.Text{DE: "Blätter suchen", FR: "chercher des fiches", EN: "search the sheets"},
		long: diag.Text{
			DE: "Zeigt dieselben Ergebnisse in derselben Reihenfolge wie die Suche der Website: Wörter in allen Formen und Sprachen, \"Wörter in Folge\", -Wort schließt aus, Namen von Orten filtern. Mit --expert gilt bleves Abfragesprache über alle Felder; ihr Index liegt in .praxisblatt und entsteht beim ersten Mal.",
			FR: "Montre les mêmes résultats dans le même ordre que la recherche du site : les mots dans toutes leurs formes et langues, \"des mots qui se suivent\", -mot exclut, les noms de lieux filtrent. Avec --expert vaut le langage de requête de bleve sur tous les champs ; son index se trouve dans .praxisblatt et naît à la première demande.",
			EN: "Shows the same results in the same order as the site’s search: words in all forms and languages, \"words in a row\", -word leaves out, names of places filter. With --expert bleve’s query language counts, over all fields; its index lies in .praxisblatt and is made when first asked for."},
		examples: []example{
			{"praxisblatt search Wohnraum", diag.Text{DE: "wie auf der Website", FR: "comme sur le site", EN: "as on the site"}},
			{"praxisblatt search --lang fr --theme housing logement", diag.Text{DE: "auf Französisch, zu einem Thema", FR: "en français, dans un thème", EN: "in French, under one theme"}},
			{"praxisblatt search --expert 'title:App -status:finished'", diag.Text{DE: "nach Feldern", FR: "par champs", EN: "by fields"}},
		},
		near: []string{"find", "query", "grep", "suche", "suchen", "finden", "chercher", "cherche", "recherche", "trouver"},
	},
	accept: verbText{
		short: diag.Text{DE: "eine Übersetzung als aktuell vermerken", FR: "marquer une traduction comme à jour", EN: "mark a translation as current"},
		long: diag.Text{
			DE: "Vermerkt in den Übersetzungen eines Blatts oder einer Seite, dass sie dem jetzigen Original entsprechen. Vorher sind sie zu lesen und anzupassen: Das tut der Befehl nicht. Er ändert nur die Prüfzahlen unter „translation“; ein Text, der noch fehlt, bleibt als fehlend stehen.",
			FR: "Note dans les traductions d’une fiche ou d’une page qu’elles correspondent à l’original actuel. Il faut d’abord les relire et les adapter : la commande ne le fait pas. Elle ne change que les empreintes sous « translation » ; un texte encore absent le reste.",
			EN: "Notes in the translations of a sheet or a page that they match the original as it is now. Read and adapt them first: the command does not. It changes nothing but the digests under “translation”; a text that is missing stays missing."},
		examples: []example{
			{"praxisblatt accept trier-refugee-website --lang fr", diag.Text{DE: "die französische Übersetzung ist geprüft", FR: "la traduction française est relue", EN: "the French translation was reviewed"}},
			{"praxisblatt accept trier-refugee-website --field description", diag.Text{DE: "nur ein Text, in allen Übersetzungen", FR: "un seul texte, dans toutes les traductions", EN: "one text only, in all translations"}},
		},
		near: []string{"mark", "vermerken", "annehmen", "bestätigen", "accepter", "marquer", "valider"},
	},
	completion: verbText{
		short: diag.Text{DE: "Vervollständigung für die Shell", FR: "complétion pour le shell", EN: "completion for the shell"},
		long: diag.Text{
			DE: "Schreibt ein Skript, mit dem die Shell Befehle, Optionen, Blätter und Regeln vervollständigt.",
			FR: "Écrit un script qui permet au shell de compléter commandes, options, fiches et règles.",
			EN: "Prints a script by which the shell completes commands, flags, sheets and rules."},
		examples: []example{
			{"source <(praxisblatt completion bash)", diag.Text{DE: "für diese Sitzung", FR: "pour cette session", EN: "for this session"}},
		},
	},
	help: verbText{
		short: diag.Text{DE: "Hilfe zu einem Befehl", FR: "aide sur une commande", EN: "help on a command"},
		long: diag.Text{
			DE: "Sagt, was ein Befehl tut und welche Optionen er hat.",
			FR: "Dit ce que fait une commande et quelles options elle a.",
			EN: "Says what a command does and which flags it has."},
		near: []string{"hilfe", "aide", "?"},
	},
}
