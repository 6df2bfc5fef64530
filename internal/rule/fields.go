package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of fields: keys that do not exist, values of the wrong shape.
var (
	UnknownKey = diag.Rule{
		Name: "unknown-key", Severity: diag.Error,
		Message: diag.Text{DE: "Die Angabe „{key}“ gibt es hier nicht.", FR: "La donnée « {key} » n’existe pas ici.", EN: "There is no field “{key}” here."},
		Cure:    diag.Text{DE: "Möglich sind: {keys}.", FR: "Sont possibles : {keys}.", EN: "Possible are: {keys}."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Eine Angabe mit falschem Namen ginge sonst unbemerkt verloren. Die Namen sind in allen Sprachen gleich und englisch.",
			FR: "Sinon, une donnée mal nommée se perdrait sans qu’on le remarque. Les noms sont les mêmes dans toutes les langues, en anglais.",
			EN: "A field with a wrong name would be lost unnoticed. The names are the same in every language, and English."},
		Wrong: "titel: Treffpunkt", Right: "title: Treffpunkt",
	}
	ExpectedText = diag.Rule{
		Name: "expected-text", Severity: diag.Error,
		Message: diag.Text{DE: "Hier wird ein Text erwartet, keine Liste und keine Unterangaben.", FR: "On attend ici un texte, ni une liste ni des sous-données.", EN: "A text is expected here, no list and no fields of its own."},
		Cure:    diag.Text{DE: "Aufzählungen im Text beginnen nach „|“ auf der nächsten Zeile, eingerückt.", FR: "Les énumérations dans un texte commencent après « | », à la ligne suivante, en retrait.", EN: "Bullets inside a text begin after “|” on the next line, indented."},
		Explain: diag.Text{
			DE: "An dieser Stelle zeigt die Seite einen Text. Beginnt eine Zeile mit einem Strich, liest YAML sie als Liste.",
			FR: "À cet endroit, la page montre un texte. Une ligne qui commence par un tiret est lue par YAML comme une liste.",
			EN: "In this place the page shows a text. A line that begins with a dash is read by YAML as a list."},
		Wrong: "description:\n  - Beratung\n  - Begleitung", Right: "description: |\n  - Beratung\n  - Begleitung",
	}
	ExpectedList = diag.Rule{
		Name: "expected-list", Severity: diag.Error,
		Message: diag.Text{DE: "Hier wird eine Liste erwartet.", FR: "On attend ici une liste.", EN: "A list is expected here."},
		Cure:    diag.Text{DE: "Vor jeden Eintrag gehört ein Strich mit Leerzeichen: „- “.", FR: "Chaque élément commence par un tiret et une espace : « - ».", EN: "Each item begins with a dash and a blank: “- ”."},
		Explain: diag.Text{
			DE: "Hier sind mehrere Einträge möglich, deshalb ist auch ein einzelner als Liste zu schreiben.",
			FR: "Plusieurs éléments sont possibles ici ; même un seul s’écrit donc comme une liste.",
			EN: "Several items are possible here, so even one is written as a list."},
		Wrong: "links: {label: Website}", Right: "links:\n  - {label: Website}",
	}
	ExpectedFields = diag.Rule{
		Name: "expected-fields", Severity: diag.Error,
		Message: diag.Text{DE: "Hier werden Unterangaben der Form „name: Wert“ erwartet.", FR: "On attend ici des sous-données de la forme « name: valeur ».", EN: "Fields of the form “name: value” are expected here."},
		Cure:    diag.Text{DE: "Eine je Zeile schreiben, eingerückt; „praxisblatt explain expected-fields“ zeigt ein Beispiel.", FR: "Une par ligne, en retrait ; « praxisblatt explain expected-fields » montre un exemple.", EN: "Write one a line, indented; “praxisblatt explain expected-fields” shows an example."},
		Near:    diag.Text{DE: "Etwa so: {suggestion}", FR: "Par exemple : {suggestion}", EN: "Such as: {suggestion}"},
		Explain: diag.Text{
			DE: "Diese Angabe besteht aus mehreren Teilen, die je einen Namen haben.",
			FR: "Cette donnée se compose de plusieurs parties, dont chacune a un nom.",
			EN: "This field is made of several parts, each with a name."},
		Wrong: "carrier: Stadt Trier", Right: "carrier:\n  name: Stadt Trier\n  kind: municipality",
	}
	ListAsText = diag.Rule{
		Name: "list-as-text", Severity: diag.Error,
		Message: diag.Text{DE: "Hier steht ein Text, wo eine Liste erwartet wird.", FR: "Il y a ici un texte, là où l’on attend une liste.", EN: "A text stands here where a list is expected."},
		Near:    diag.Text{DE: "In eckige Klammern setzen: {suggestion}", FR: "Mettre entre crochets : {suggestion}", EN: "Put it in square brackets: {suggestion}"},
		Explain: diag.Text{
			DE: "Ohne Klammern ist „a, b“ ein einziger Text und kein Begriff, den es gibt.",
			FR: "Sans crochets, « a, b » est un seul texte et non un terme existant.",
			EN: "Without brackets “a, b” is one text, and no term that exists."},
		Wrong: "themes: housing, work", Right: "themes: [housing, work]",
	}
)

// RequiredField is for what a sheet of its type, or site.yaml, can't do without.
var RequiredField = diag.Rule{
	Name: "required-field", Severity: diag.Error,
	Message: diag.Text{DE: "Die Angabe „{field}“ fehlt.", FR: "La donnée « {field} » manque.", EN: "The field “{field}” is missing."},
	Cure:    diag.Text{DE: "Sie ist hier Pflicht: ergänzen.", FR: "Elle est obligatoire ici : la compléter.", EN: "It is required here: add it."},
	Explain: diag.Text{
		DE: "Ohne diese Angabe lässt sich die Seite nicht sinnvoll zeigen: ein Blatt braucht einen Titel, ein Beispiel seine Beschreibung, eine Veranstaltung ihre Zeit, eine Partnerschaft ihre Aktivitäten.",
		FR: "Sans cette donnée, la page n’a pas de sens : une fiche a besoin d’un titre, un exemple de sa description, une manifestation de sa date, un partenariat de ses activités.",
		EN: "Without this field the page makes no sense: a sheet needs a title, an example its description, an event its time, a partnership its activities."},
	Wrong: "type: event\ntitle: Konferenz", Right: "type: event\ntitle: Konferenz\nperiod: 2015-10-13",
}
