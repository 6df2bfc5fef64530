package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of words: files in i18n/, which change or translate the words of
// the site's interface.
var (
	UnknownWord = diag.Rule{
		Name: "unknown-word", Severity: diag.Error,
		Message: diag.Text{DE: "Ein Wort „{key}“ kennt die Oberfläche nicht.", FR: "L’interface ne connaît pas de mot « {key} ».", EN: "The interface has no word “{key}”."},
		Cure:    diag.Text{DE: "Die Zeile streichen; alle Wörter stehen in der mitgelieferten Datei en.yaml.", FR: "Supprimer la ligne ; tous les mots figurent dans le fichier fourni en.yaml.", EN: "Remove the line; all words stand in the en.yaml that comes with the program."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{DE: "Ein Schlüssel, den keine Seite verwendet, ist meist ein Tippfehler; das Wort bliebe ohne Wirkung.", FR: "Une clé qu’aucune page n’utilise est le plus souvent une faute de frappe ; le mot resterait sans effet.", EN: "A key that no page uses is mostly a slip; the word would have no effect."},
		Wrong:   "nav:\n  shets: Practices", Right: "nav:\n  sheets: Practices",
	}
	WordShape = diag.Rule{
		Name: "word-shape", Severity: diag.Error,
		Message: diag.Text{DE: "Für „{key}“ wird hier {shape} erwartet.", FR: "Pour « {key} », on attend ici : {shape}.", EN: "For “{key}”, this is expected here: {shape}."},
		Cure:    diag.Text{DE: "Die mitgelieferte Datei en.yaml zeigt die Form.", FR: "Le fichier fourni en.yaml montre la forme.", EN: "The en.yaml that comes with the program shows the form."},
		Explain: diag.Text{DE: "Manche Wörter sind ein Text, manche haben Mehrzahlformen, Monate und Jahreszeiten sind Listen fester Länge.", FR: "Certains mots sont un texte, d’autres ont des formes plurielles ; mois et saisons sont des listes de longueur fixe.", EN: "Some words are one text, some have plural forms; months and seasons are lists of a fixed length."},
		Wrong:   "months: January", Right: "months: [January, February, …, December]",
	}
	PluralForm = diag.Rule{
		Name: "plural-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{key}“ braucht in dieser Sprache die Formen {forms}; geschrieben ist {found}.", FR: "Dans cette langue, « {key} » demande les formes {forms} ; on trouve {found}.", EN: "In this language “{key}” needs the forms {forms}; written is {found}."},
		Cure:    diag.Text{DE: "Genau diese Formen schreiben.", FR: "Écrire exactement ces formes.", EN: "Write exactly these forms."},
		Explain: diag.Text{DE: "Sprachen zählen verschieden: Deutsch kennt one und other, Arabisch sechs Formen. Welche es sind, sagt das CLDR von Unicode.", FR: "Les langues comptent différemment : l’allemand connaît one et other, l’arabe six formes. Le CLDR d’Unicode les définit.", EN: "Languages count differently: German has one and other, Arabic six forms. Unicode’s CLDR says which."},
		Wrong:   "list.count: {other: \"{n} entries\"}", Right: "list.count: {one: \"{n} entry\", other: \"{n} entries\"}",
	}
	WordPlaceholder = diag.Rule{
		Name: "word-placeholder", Severity: diag.Error,
		Message: diag.Text{DE: "Den Platzhalter „{placeholder}“ gibt es in „{key}“ nicht.", FR: "L’espace réservé « {placeholder} » n’existe pas dans « {key} ».", EN: "There is no placeholder “{placeholder}” in “{key}”."},
		Cure:    diag.Text{DE: "Möglich sind: {placeholders}.", FR: "Sont possibles : {placeholders}.", EN: "Possible are: {placeholders}."},
		Explain: diag.Text{DE: "Ein unbekannter Platzhalter stünde so auf der Seite, mit seinen Klammern.", FR: "Un espace réservé inconnu apparaîtrait tel quel sur la page, accolades comprises.", EN: "An unknown placeholder would appear on the page as it is, braces and all."},
		Wrong:   "list.page: Page {number}", Right: "list.page: Page {page} of {pages}",
	}
	WordsMissing = diag.Rule{
		Name: "words-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "In der Sprache „{lang}“ fehlen {count} Wörter der Oberfläche, darunter {words}; sie erscheinen auf Englisch.", FR: "Dans la langue « {lang} », il manque {count} mots de l’interface, dont {words} ; ils apparaissent en anglais.", EN: "In the language “{lang}”, {count} words of the interface are missing, {words} among them; they appear in English."},
		Cure:    diag.Text{DE: "In i18n/{lang}.yaml ergänzen.", FR: "Les ajouter dans i18n/{lang}.yaml.", EN: "Add them in i18n/{lang}.yaml."},
		Explain: diag.Text{DE: "Deutsch, Französisch, Englisch und Luxemburgisch sind eingebaut; jede andere Sprache braucht eine Datei mit allen Wörtern.", FR: "L’allemand, le français, l’anglais et le luxembourgeois sont intégrés ; toute autre langue demande un fichier contenant tous les mots.", EN: "German, French, English and Luxembourgish are built in; any other language needs a file with all words."},
		Wrong:   "languages: [de, ar]   # site.yaml, without i18n/ar.yaml", Right: "languages: [de, ar]   # site.yaml, and every word in i18n/ar.yaml",
	}
)
