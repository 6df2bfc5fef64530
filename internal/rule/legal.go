package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of the pages that law asks for, as far as they are made from site.yaml.
var (
	PageIncomplete = diag.Rule{
		Name: "page-incomplete", Severity: diag.Note,
		Message: diag.Text{DE: "Für die Seite „{page}“ fehlen in site.yaml: {fields}.", FR: "Pour la page « {page} », il manque dans site.yaml : {fields}.", EN: "For the page “{page}”, site.yaml lacks: {fields}."},
		Cure:    diag.Text{DE: "Sie ergänzen, oder eine eigene Seite content/pages/{page}/index.<Sprache>.md anlegen.", FR: "Les ajouter, ou créer sa propre page content/pages/{page}/index.<langue>.md.", EN: "Add them, or write a page of your own, content/pages/{page}/index.<language>.md."},
		Explain: diag.Text{
			DE: "Impressum, Datenschutz und die Erklärung zur Barrierefreiheit entstehen aus site.yaml. Sie sagen nur, was dort steht; was das Recht verlangt und dort fehlt, fehlt auch auf der Seite. Welches Recht gilt, sagt accessibility.law. Ein Katalog unter einer Adresse für Beispiele wird danach nicht gefragt.",
			FR: "Mentions légales, protection des données et déclaration d’accessibilité sont tirées de site.yaml. Elles ne disent que ce qui s’y trouve ; ce que le droit demande et qui n’y figure pas manque aussi sur la page. Le droit applicable est indiqué par accessibility.law. Un catalogue à une adresse d’exemple n’est pas concerné.",
			EN: "Imprint, privacy page and accessibility statement are made from site.yaml. They say only what stands there; what the law asks for and is not there is missing on the page too. Which law applies, accessibility.law says. A catalogue at an address for examples is not asked."},
		Wrong: "publisher: {name: Stadt Trier}", Right: "publisher:\n  name: Stadt Trier\n  address: |\n    Am Augustinerhof\n    54290 Trier\n  email: info@trier.de\n  represented_by: die Oberbürgermeisterin oder der Oberbürgermeister",
	}
	ExampleValue = diag.Rule{
		Name: "example-value", Severity: diag.Note,
		Message: diag.Text{DE: "„{value}“ ist eine Adresse für Beispiele, die niemandem gehört.", FR: "« {value} » est une adresse d’exemple, qui n’appartient à personne.", EN: "“{value}” is an address for examples that belongs to nobody."},
		Cure:    diag.Text{DE: "Die wirkliche eintragen; bis dahin sagen Impressum und Erklärungen, dass sie ein Beispiel sind.", FR: "Indiquer la vraie ; d’ici là, mentions légales et déclarations se présentent comme un exemple.", EN: "Enter the real one; until then imprint and statements say that they are an example."},
		Explain: diag.Text{
			DE: "Namen wie example.org sind für Beispiele reserviert. Steht einer davon noch bei publisher, während die Website schon eine wirkliche Adresse hat, nennt das Impressum niemanden, der verantwortlich ist.",
			FR: "Des noms comme example.org sont réservés aux exemples. Si l’un d’eux figure encore dans publisher alors que le site a déjà une vraie adresse, les mentions légales ne nomment aucun responsable.",
			EN: "Names such as example.org are reserved for examples. While one still stands in publisher and the site has a real address already, the imprint names nobody who answers for it."},
		Wrong: "base_url: https://praxis.trier.de/\npublisher: {name: Stadt Trier, email: redaktion@example.org}", Right: "base_url: https://praxis.trier.de/\npublisher: {name: Stadt Trier, email: info@trier.de}",
	}
	StatementOverdue = diag.Rule{
		Name: "statement-overdue", Severity: diag.Note,
		Message: diag.Text{DE: "Die Erklärung zur Barrierefreiheit ist vom {date} und damit älter als ein Jahr.", FR: "La déclaration d’accessibilité date du {date} : elle a plus d’un an.", EN: "The accessibility statement is of {date} and so more than a year old."},
		Cure:    diag.Text{DE: "Die Website neu bewerten und den Tag eintragen.", FR: "Réévaluer le site et indiquer le jour.", EN: "Assess the site again and enter the day."},
		Explain: diag.Text{
			DE: "Die Erklärung soll jedes Jahr überprüft werden. Als ihr Tag gilt accessibility.assessed in site.yaml, bei einer eigenen Seite sonst deren updated.",
			FR: "La déclaration doit être revue chaque année. Son jour est accessibility.assessed dans site.yaml, sinon, pour une page propre, la valeur updated de celle-ci.",
			EN: "The statement should be reviewed every year. Its day is accessibility.assessed in site.yaml, else, with a page of your own, the page’s updated."},
		Wrong: "accessibility: {law: [de], status: partial, assessed: 2020-01-31, method: self}", Right: "accessibility: {law: [de], status: partial, assessed: 2026-11-01, method: self}",
	}
)
