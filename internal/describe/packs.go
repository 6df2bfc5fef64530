package describe

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// Pack returns the description of a field of a pack, by its path.
func Pack(path string) (diag.Text, bool) {
	t, ok := packs[path]
	return t, ok
}

var packs = map[string]diag.Text{
	"title":           {DE: "Titel der Mappe in jeder ihrer Sprachen. Pflicht.", FR: "Titre du dossier dans chacune de ses langues. Obligatoire.", EN: "The pack’s title in each of its languages. Required."},
	"subtitle":        {DE: "Zweite Zeile auf dem Deckblatt.", FR: "Deuxième ligne de la couverture.", EN: "The second line on the cover."},
	"event":           {DE: "Die Veranstaltung, für die gedruckt wird.", FR: "La manifestation pour laquelle on imprime.", EN: "The event that it is printed for."},
	"event.date":      {DE: "Tag oder Zeitraum, etwa 2017-11-22.", FR: "Jour ou période, par exemple 2017-11-22.", EN: "A day or a period, such as 2017-11-22."},
	"event.place":     {DE: "Schlüssel aus places.yaml.", FR: "Clé de places.yaml.", EN: "A key of places.yaml."},
	"event.hosts":     {DE: "Wer einlädt.", FR: "Qui invite.", EN: "Who hosts it."},
	"logos":           {DE: "Bilder für das Deckblatt.", FR: "Images de la couverture.", EN: "Pictures for the cover."},
	"logos.file":      {DE: "Datei neben dieser, PNG oder JPEG.", FR: "Fichier placé à côté de celui-ci, PNG ou JPEG.", EN: "A file beside this one, PNG or JPEG."},
	"logos.alt":       {DE: "Was das Bild zeigt, meist ein Name.", FR: "Ce que montre l’image, le plus souvent un nom.", EN: "What the picture shows, mostly a name."},
	"languages":       {DE: "Eine Sprache, oder zwei nebeneinander. Ohne Angabe druckt „build --pdf“ die Mappe in jeder Sprache des Katalogs.", FR: "Une langue, ou deux côte à côte. Sans indication, « build --pdf » imprime le dossier dans chaque langue du catalogue.", EN: "One language, or two side by side. Without it “build --pdf” prints the pack in every language of the catalogue."},
	"foreword":        {DE: "Vorwort in Markdown, in jeder Sprache der Mappe.", FR: "Avant-propos en Markdown, dans chaque langue du dossier.", EN: "Foreword in Markdown, in each of the pack’s languages."},
	"sessions":        {DE: "Gruppen von Blättern, etwa die Arbeitsgruppen einer Tagung.", FR: "Groupes de fiches, par exemple les ateliers d’une conférence.", EN: "Groups of sheets, such as the sessions of a conference."},
	"sessions.title":  {DE: "Titel der Gruppe in jeder Sprache der Mappe.", FR: "Titre du groupe dans chaque langue du dossier.", EN: "The group’s title in each of the pack’s languages."},
	"sessions.sheets": {DE: "Blätter mit ihren Namen, in der Reihenfolge des Drucks.", FR: "Fiches par leur nom, dans l’ordre d’impression.", EN: "Sheets by their ids, in the order of print."},
	"sheets":          {DE: "Blätter ohne Gruppe, vor allen anderen.", FR: "Fiches sans groupe, avant toutes les autres.", EN: "Sheets without a group, before all others."},
	"notes":           {DE: "true für Linien zum Schreiben nach jedem Blatt.", FR: "true pour des lignes où écrire après chaque fiche.", EN: "true for lines to write on after each sheet."},
	"index":           {DE: "Register nach Ort (place), Thema (theme) oder beidem.", FR: "Index par lieu (place), par thème (theme) ou les deux.", EN: "Indexes by place, by theme, or both."},
}
