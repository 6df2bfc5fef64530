package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of the site: paths and names that pages get, vocabularies, and
// what every site of a public body needs.
var (
	PathCollision = diag.Rule{
		Name: "path-collision", Severity: diag.Error,
		Message: diag.Text{DE: "Zwei Seiten bekämen dieselbe Adresse „{path}“.", FR: "Deux pages auraient la même adresse « {path} ».", EN: "Two pages would get the same address “{path}”."},
		Cure:    diag.Text{DE: "Eine von beiden umbenennen.", FR: "Renommer l’une des deux.", EN: "Rename one of the two."},
		Explain: diag.Text{
			DE: "Unter einer Adresse kann nur eine Seite liegen; die andere fehlte. Groß- und Kleinschreibung macht keinen Unterschied, weil manche Rechner sie nicht beachten.",
			FR: "Une adresse ne peut mener qu’à une page ; l’autre manquerait. Majuscules et minuscules ne font pas de différence, car certains ordinateurs les ignorent.",
			EN: "Only one page can lie at an address; the other would be missing. Capitals make no difference, since some computers ignore them."},
		Wrong: "# trier-website/index.de.md\nslug: website\n\n# metz-website/index.de.md\nslug: website", Right: "# trier-website/index.de.md\nslug: website-trier\n\n# metz-website/index.de.md\nslug: website-metz",
	}
	ReservedName = diag.Rule{
		Name: "reserved-name", Severity: diag.Error,
		Message: diag.Text{DE: "Der Name „{name}“ ist für eine Seite vergeben, die praxisblatt selbst anlegt.", FR: "Le nom « {name} » est réservé à une page que praxisblatt crée lui-même.", EN: "The name “{name}” is taken by a page that praxisblatt makes itself."},
		Cure:    diag.Text{DE: "Einen anderen Namen wählen.", FR: "Choisir un autre nom.", EN: "Choose another name."},
		Explain: diag.Text{
			DE: "Namen wie index, map oder search gehören den Seiten, die in jedem Katalog vorkommen. Ein Blatt dieses Namens würde eine davon überschreiben.",
			FR: "Des noms comme index, map ou search appartiennent aux pages présentes dans tout catalogue. Une fiche de ce nom en écraserait une.",
			EN: "Names such as index, map or search belong to pages that every catalogue has. A sheet of that name would overwrite one."},
		Wrong: "slug: index", Right: "slug: index-sozialer-angebote",
	}
	LabelMissing = diag.Rule{
		Name: "label-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "„{name}“ hat keine Bezeichnung in: {langs}.", FR: "« {name} » n’a pas de libellé en : {langs}.", EN: "“{name}” has no label in: {langs}."},
		Cure:    diag.Text{DE: "Sie ergänzen; bis dahin erscheint die Bezeichnung einer anderen Sprache.", FR: "L’ajouter ; en attendant, celui d’une autre langue apparaît.", EN: "Add it; until then that of another language shows."},
		Explain: diag.Text{
			DE: "Begriffe und Titel erscheinen auf jeder Seite der Website. Fehlt die Bezeichnung in einer Sprache, steht dort ein fremdes Wort.",
			FR: "Termes et titres apparaissent sur chaque page du site. Si le libellé manque dans une langue, un mot étranger s’y affiche.",
			EN: "Terms and titles appear on every page of the site. Without a label in a language, a foreign word stands there."},
		Wrong: "housing:\n  label: {de: Wohnen}", Right: "housing:\n  label: {de: Wohnen, fr: Logement, en: Housing}",
	}
	BroaderCircular = diag.Rule{
		Name: "broader-circular", Severity: diag.Error,
		Message: diag.Text{DE: "„{key}“ ist über broader sich selbst untergeordnet.", FR: "Par broader, « {key} » est subordonné à lui-même.", EN: "By broader, “{key}” stands below itself."},
		Cure:    diag.Text{DE: "Bei einem der Begriffe broader löschen.", FR: "Supprimer broader dans l’un des termes.", EN: "Delete broader in one of the terms."},
		Explain: diag.Text{
			DE: "Begriffe bilden einen Baum. In einem Kreis gäbe es keinen obersten Begriff, und keiner davon erschiene in der Übersicht.",
			FR: "Les termes forment un arbre. Dans un cercle, il n’y aurait pas de terme supérieur, et aucun n’apparaîtrait dans la liste.",
			EN: "Terms form a tree. In a circle there would be no top term, and none of them would appear in the overview."},
		Wrong: "housing: {broader: living}\nliving: {broader: housing}", Right: "housing: {broader: living}\nliving: {}",
	}
	LanguageDoubled = diag.Rule{
		Name: "language-doubled", Severity: diag.Error,
		Message: diag.Text{DE: "Die Sprache „{lang}“ steht hier zum zweiten Mal.", FR: "La langue « {lang} » figure ici une deuxième fois.", EN: "The language “{lang}” stands here a second time."},
		Cure:    diag.Text{DE: "Einmal löschen.", FR: "La supprimer une fois.", EN: "Delete it once."},
		Explain: diag.Text{
			DE: "Jede Sprache bekommt einen Ordner in der Website; zweimal dieselbe gäbe doppelte Seiten.",
			FR: "Chaque langue reçoit un dossier du site ; deux fois la même donnerait des pages en double.",
			EN: "Every language gets a folder of the site; the same one twice would make double pages."},
		Wrong: "languages: [de, fr, de]", Right: "languages: [de, fr, en]",
	}
	ImprintMissing = diag.Rule{
		Name: "imprint-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "Es fehlt das Impressum.", FR: "Les mentions légales manquent.", EN: "The imprint is missing."},
		Cure:    diag.Text{DE: "In site.yaml publisher ausfüllen oder content/pages/imprint/index.<Sprache>.md anlegen.", FR: "Remplir publisher dans site.yaml ou créer content/pages/imprint/index.<langue>.md.", EN: "Fill in publisher in site.yaml, or add content/pages/imprint/index.<language>.md."},
		Explain: diag.Text{
			DE: "Wer eine Website anbietet, muss sagen, wer dafür verantwortlich ist. Aus publisher macht praxisblatt die Seite selbst.",
			FR: "Qui propose un site doit dire qui en est responsable. À partir de publisher, praxisblatt crée la page lui-même.",
			EN: "Who offers a website must say who answers for it. From publisher praxisblatt makes the page itself."},
		Wrong: "title: Gute Praxis", Right: "title: Gute Praxis\npublisher: {name: Stadt Trier, address: \"Am Augustinerhof, 54290 Trier\", email: info@trier.de}",
	}
	AccessibilityMissing = diag.Rule{
		Name: "accessibility-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "Es fehlt die Erklärung zur Barrierefreiheit.", FR: "La déclaration d’accessibilité manque.", EN: "The accessibility statement is missing."},
		Cure:    diag.Text{DE: "In site.yaml accessibility ausfüllen oder content/pages/accessibility/index.<Sprache>.md anlegen.", FR: "Remplir accessibility dans site.yaml ou créer content/pages/accessibility/index.<langue>.md.", EN: "Fill in accessibility in site.yaml, or add content/pages/accessibility/index.<language>.md."},
		Explain: diag.Text{
			DE: "Öffentliche Stellen in der EU müssen erklären, wieweit ihre Website barrierefrei ist und wo man Mängel meldet.",
			FR: "Les organismes publics de l’UE doivent déclarer dans quelle mesure leur site est accessible et où signaler les défauts.",
			EN: "Public bodies in the EU must state how far their website is accessible and where to report faults."},
		Wrong: "title: Gute Praxis", Right: "title: Gute Praxis\naccessibility: {law: [de], status: partial, assessed: 2026-11-01, method: self}",
	}
)

// FirstPath is the text of the other place of a [PathCollision].
var FirstPath = diag.Text{DE: "Diese Seite hat die Adresse schon.", FR: "Cette page a déjà cette adresse.", EN: "This page has the address already."}

// Texts of related places.
var (
	FirstOriginal = diag.Text{DE: "Dies ist das Original.", FR: "Ceci est l’original.", EN: "This is the original."}
	OriginalValue = diag.Text{DE: "Hier steht der Wert des Originals.", FR: "La valeur de l’original figure ici.", EN: "The original’s value stands here."}
)
