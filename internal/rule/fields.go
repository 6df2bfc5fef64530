package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of fields: keys that do not exist, values of the wrong shape.
var (
	UnknownKey = diag.Rule{
		Name: "unknown-key", Severity: diag.Error,
		Message: diag.Text{DE: "Die Angabe „{key}“ gibt es hier nicht.", FR: "La donnée « {key} » n’existe pas ici.", EN: "There is no field “{key}” here."},
		Cure:    diag.Text{DE: "Möglich sind: {keys}.", FR: "Sont possibles : {keys}.", EN: "Possible are: {keys}."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
	}
	ExpectedText = diag.Rule{
		Name: "expected-text", Severity: diag.Error,
		Message: diag.Text{DE: "Hier wird ein Text erwartet, keine Liste und keine Unterangaben.", FR: "On attend ici un texte, ni une liste ni des sous-données.", EN: "A text is expected here, no list and no fields of its own."},
		Cure:    diag.Text{DE: "Aufzählungen im Text beginnen nach „|“ auf der nächsten Zeile, eingerückt.", FR: "Les énumérations dans un texte commencent après « | », à la ligne suivante, en retrait.", EN: "Bullets inside a text begin after “|” on the next line, indented."},
	}
	ExpectedList = diag.Rule{
		Name: "expected-list", Severity: diag.Error,
		Message: diag.Text{DE: "Hier wird eine Liste erwartet.", FR: "On attend ici une liste.", EN: "A list is expected here."},
		Cure:    diag.Text{DE: "Vor jeden Eintrag gehört ein Strich mit Leerzeichen: „- “.", FR: "Chaque élément commence par un tiret et une espace : « - ».", EN: "Each item begins with a dash and a blank: “- ”."},
	}
	ExpectedFields = diag.Rule{
		Name: "expected-fields", Severity: diag.Error,
		Message: diag.Text{DE: "Hier werden Unterangaben der Form „name: Wert“ erwartet.", FR: "On attend ici des sous-données de la forme « name: valeur ».", EN: "Fields of the form “name: value” are expected here."},
		Cure:    diag.Text{DE: "Eine je Zeile schreiben, eingerückt; „praxisblatt explain expected-fields“ zeigt ein Beispiel.", FR: "Une par ligne, en retrait ; « praxisblatt explain expected-fields » montre un exemple.", EN: "Write one a line, indented; “praxisblatt explain expected-fields” shows an example."},
	}
	ListAsText = diag.Rule{
		Name: "list-as-text", Severity: diag.Error,
		Message: diag.Text{DE: "Hier steht ein Text, wo eine Liste erwartet wird.", FR: "Il y a ici un texte, là où l’on attend une liste.", EN: "A text stands here where a list is expected."},
		Near:    diag.Text{DE: "In eckige Klammern setzen: {suggestion}", FR: "Mettre entre crochets : {suggestion}", EN: "Put it in square brackets: {suggestion}"},
	}
)

// RequiredField is for what a sheet of its type, or site.yaml, can't do without.
var RequiredField = diag.Rule{
	Name: "required-field", Severity: diag.Error,
	Message: diag.Text{DE: "Die Angabe „{field}“ fehlt.", FR: "La donnée « {field} » manque.", EN: "The field “{field}” is missing."},
	Cure:    diag.Text{DE: "Sie ist hier Pflicht: ergänzen.", FR: "Elle est obligatoire ici : la compléter.", EN: "It is required here: add it."},
}
