package describe

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// Form returns what belongs into a field of a sheet for someone who fills in a
// form: keys, quotes and brackets are not theirs to write. It is empty where the label and
// the choices beside it say all.
func Form(path string) diag.Text {
	if t, ok := forms[path]; ok {
		return t
	}
	return sheets[path]
}

// forms are the fields of which [Sheet] speaks to people who write a file.
var forms = map[string]diag.Text{
	"type":              {DE: "Ein Blatt hat acht Teile, ein Kurzbeispiel nur eine Beschreibung.", FR: "Une fiche a huit parties, un exemple court une description seulement.", EN: "A fact sheet has eight parts, a short example a description only."},
	"title":             {DE: "Wie die Praxis heißt.", FR: "Le nom de la pratique.", EN: "What the practice is called."},
	"carrier.name":      {DE: "Name der Stadt, des Amts oder des Vereins.", FR: "Nom de la ville, du service ou de l’association.", EN: "Name of the city, office or association."},
	"carrier.kind":      {},
	"carrier.place":     {DE: "Fehlt Ihr Ort in der Liste, nennen Sie ihn im Namen; die Redaktion ergänzt ihn.", FR: "Si votre lieu manque dans la liste, citez-le dans le nom ; la rédaction l’ajoutera.", EN: "If your place is not in the list, mention it in the name; the editors will add it."},
	"period":            {DE: "So genau, wie es bekannt ist: 2015, 2015-06 oder 2015-06-01.", FR: "Aussi précis que connu : 2015, 2015-06 ou 2015-06-01.", EN: "As exact as is known: 2015, 2015-06 or 2015-06-01."},
	"period.from":       {},
	"period.to":         {DE: "Leer, wenn das Ende nicht bekannt ist; zwei Punkte (..), wenn es weiterläuft.", FR: "Vide si la fin n’est pas connue ; deux points de suite (..) si cela continue.", EN: "Empty if the end is not known; two full stops (..) if it goes on."},
	"status":            {},
	"themes":            {DE: "Worum es geht.", FR: "De quoi il s’agit.", EN: "What it is about."},
	"audience":          {DE: "Für wen es gedacht ist.", FR: "À qui cela s’adresse.", EN: "For whom it is meant."},
	"offered_languages": {DE: "Sprachen, in denen es angeboten wird.", FR: "Langues dans lesquelles cela est proposé.", EN: "Languages in which it is offered."},

	"resources":     {DE: "Was es braucht.", FR: "Les moyens nécessaires.", EN: "What it takes."},
	"partners.name": {},
	"partners.kind": {}, "partners.place": {},
	"outcome":       {DE: "Was dabei herausgekommen ist, und wie es bewertet wird.", FR: "Ce qui en est résulté et comment on l’évalue.", EN: "What came of it, and how it is judged."},
	"figures":       {DE: "Zahlen zum Ergebnis. Die Seite zeichnet sie als Diagramm.", FR: "Des chiffres sur les résultats. La page en fait un diagramme.", EN: "Numbers that belong to the outcome. The page draws them as a chart."},
	"figures.total": {DE: "Die Zahl ist die Summe der folgenden.", FR: "Ce nombre est la somme des suivants.", EN: "This number is the sum of those that follow."},

	"transferability":        {DE: "Was eine andere Stadt braucht, um es auch zu tun.", FR: "Ce qu’il faut à une autre ville pour faire de même.", EN: "What another town needs to do the same."},
	"transferability.effort": {}, "adopted.place": {},
	"adopted.sheet": {DE: "Der Eintrag der anderen Stadt in diesem Katalog, falls es ihn gibt.", FR: "La fiche de l’autre ville dans ce catalogue, si elle existe.", EN: "The other city’s entry in this catalogue, if there is one."},
	"adopted":       {DE: "Wer die Praxis von hier übernommen hat.", FR: "Qui a repris la pratique d’ici.", EN: "Who has taken the practice over from here."},

	"activities":      {DE: "Was in der Partnerschaft getan wird. Mindestens eine Aktivität.", FR: "Ce qui se fait dans le partenariat. Au moins une activité.", EN: "What the partnership does. At least one activity."},
	"activities.kind": {}, "activities.period": {}, "activities.place": {}, "activities.aspect": {}, "activities.period.from": {},

	"contact.person":    {DE: "Nur, wenn es nötig ist; dann auch, warum der Name genannt werden darf und bis wann.", FR: "Seulement si nécessaire ; indiquez alors aussi à quel titre et jusqu’à quand la nommer.", EN: "Only if needed; then say also why the name may be given, and until when."},
	"contact.phone":     {DE: "Etwa +49 651 718-0.", FR: "Par exemple +33 3 87 55 50 00.", EN: "Such as +49 651 718-0."},
	"contact.basis":     {DE: "Warum die Person genannt werden darf.", FR: "Pourquoi la personne peut être nommée.", EN: "Why the person may be named."},
	"contact.review_by": {DE: "Am Tag danach verschwindet der Kontakt von allen Seiten.", FR: "Le lendemain, le contact disparaît de toutes les pages.", EN: "The day after, the contact disappears from all pages."},

	"links.lang":  {DE: "Sprache der Seite, auf die er führt.", FR: "Langue de la page visée.", EN: "Language of the page that it leads to."},
	"source.lang": {},
	"body":        {DE: "Wer mag, erzählt hier länger.", FR: "On peut raconter ici plus longuement.", EN: "A longer story, if you like."},
}
