package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of people and figures: contacts, reviews, sums.
var (
	ContactExpired = diag.Rule{
		Name: "contact-expired", Severity: diag.Warning,
		Message: diag.Text{DE: "Dieser Kontakt war bis {date} zu prüfen; er wird nicht mehr gezeigt.", FR: "Ce contact était à vérifier avant le {date} ; il n’est plus affiché.", EN: "This contact was to be reviewed by {date}; it is shown no longer."},
		Cure:    diag.Text{DE: "Nachfragen, ob er noch stimmt, dann review_by neu setzen.", FR: "Demander s’il est encore valable, puis fixer un nouveau review_by.", EN: "Ask whether it is still right, then set a new review_by."},
		Explain: diag.Text{
			DE: "Zuständigkeiten ändern sich. Nach Ablauf der Frist verschwindet der Kontakt aus Seiten, Suche, PDF und Feeds, damit niemand veraltete Daten von Personen veröffentlicht.",
			FR: "Les responsabilités changent. Passé le délai, le contact disparaît des pages, de la recherche, des PDF et des flux, pour que personne ne publie de données personnelles périmées.",
			EN: "Responsibilities change. Once the date has passed the contact disappears from pages, search, PDF and feeds, so that nobody publishes outdated personal data."},
		Wrong: "contact: {office: Sozialamt, review_by: 2020-06-30}", Right: "contact: {office: Sozialamt, review_by: 2027-06-30}",
	}
	ContactBasis = diag.Rule{
		Name: "contact-basis", Severity: diag.Warning,
		Message: diag.Text{DE: "Für „{person}“ ist nicht angegeben, weshalb der Name veröffentlicht werden darf.", FR: "Rien n’indique pourquoi le nom « {person} » peut être publié.", EN: "Nothing says why the name “{person}” may be published."},
		Cure:    diag.Text{DE: "basis: public_function (öffentliche Funktion) oder basis: consent (Einwilligung) ergänzen, oder nur die Stelle nennen.", FR: "Ajouter basis: public_function (fonction publique) ou basis: consent (accord), ou ne nommer que le service.", EN: "Add basis: public_function or basis: consent, or name the office only."},
		Explain: diag.Text{
			DE: "Namen von Personen sind personenbezogene Daten. Das Datenschutzrecht verlangt einen Grund, sie zu veröffentlichen; eine Stelle zu nennen genügt meist.",
			FR: "Les noms de personnes sont des données personnelles. La protection des données exige un motif pour les publier ; nommer un service suffit le plus souvent.",
			EN: "Names of people are personal data. The law asks for a reason to publish them; naming an office is mostly enough."},
		Wrong: "contact: {person: Anna Muster, review_by: 2027-06-30}", Right: "contact: {person: Anna Muster, basis: consent, review_by: 2027-06-30}",
	}
	ContactReview = diag.Rule{
		Name: "contact-review", Severity: diag.Warning,
		Message: diag.Text{DE: "Für „{person}“ fehlt der Tag, bis zu dem der Kontakt zu prüfen ist.", FR: "Pour « {person} », il manque le jour jusqu’auquel le contact est à vérifier.", EN: "“{person}” lacks the day by which the contact is to be reviewed."},
		Cure:    diag.Text{DE: "review_by ergänzen, etwa in einem Jahr.", FR: "Ajouter review_by, par exemple dans un an.", EN: "Add review_by, a year from now for example."},
		Explain: diag.Text{
			DE: "Personen wechseln die Stelle. Mit einem Prüftag verschwindet ihr Name von selbst, wenn niemand ihn bestätigt.",
			FR: "Les personnes changent de poste. Avec un jour de vérification, leur nom disparaît de lui-même si personne ne le confirme.",
			EN: "People change jobs. With a day of review their name disappears by itself unless someone confirms it."},
		Wrong: "contact: {person: Anna Muster, basis: consent}", Right: "contact: {person: Anna Muster, basis: consent, review_by: 2027-06-30}",
	}
	ReviewOverdue = diag.Rule{
		Name: "review-overdue", Severity: diag.Note,
		Message: diag.Text{DE: "Zuletzt am {date} bestätigt; nach site.yaml ist das alle {interval} fällig.", FR: "Confirmé pour la dernière fois le {date} ; d’après site.yaml, c’est à refaire tous les {interval}.", EN: "Last confirmed on {date}; by site.yaml that is due every {interval}."},
		Cure:    diag.Text{DE: "Bei den Verantwortlichen nachfragen und reviewed neu setzen.", FR: "Demander aux responsables et mettre reviewed à jour.", EN: "Ask those who run it and set reviewed anew."},
		Explain: diag.Text{
			DE: "Ein Beispiel hilft nur, wenn es noch stimmt. review_interval in site.yaml sagt, wie oft die Verantwortlichen gefragt werden.",
			FR: "Un exemple n’aide que s’il est encore exact. review_interval, dans site.yaml, dit à quel rythme on interroge les responsables.",
			EN: "An example helps only while it is right. review_interval in site.yaml says how often those who run it are asked."},
		Wrong: "reviewed: 2015-11-01", Right: "reviewed: 2026-11-01",
	}
	FiguresSum = diag.Rule{
		Name: "figures-sum", Severity: diag.Note,
		Message: diag.Text{DE: "Die Gesamtzahl ist {total}, die Zahlen darunter ergeben {sum}.", FR: "Le total est {total}, les nombres qui suivent donnent {sum}.", EN: "The total is {total}, the figures below it add up to {sum}."},
		Cure:    diag.Text{DE: "Die Zahlen prüfen; nennt die Quelle es so, im Text erwähnen.", FR: "Vérifier les nombres ; si la source le dit ainsi, le signaler dans le texte.", EN: "Check them; if the source has it so, mention it in the text."},
		Explain: diag.Text{
			DE: "Eine Zahl mit total: true ist die Summe der folgenden, bis zur nächsten solchen Zahl oder bis zum Ende. Im Diagramm fällt es auf, wenn das nicht aufgeht.",
			FR: "Un nombre avec total: true est la somme de ceux qui le suivent, jusqu’au prochain total ou jusqu’à la fin. Dans le diagramme, un écart se remarque.",
			EN: "A figure with total: true is the sum of those that follow, up to the next total or the end. In the chart it shows when that does not work out."},
		Wrong: "figures:\n  - {label: Gäste, value: 20, total: true}\n  - {label: Frauen, value: 12}\n  - {label: Männer, value: 9}", Right: "figures:\n  - {label: Gäste, value: 21, total: true}\n  - {label: Frauen, value: 12}\n  - {label: Männer, value: 9}",
	}
)
