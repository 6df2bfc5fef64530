package serve

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// words are what the server says in its own pages.
var words = struct {
	forbidden, noPage, heals, more, close, counts diag.Text
}{
	forbidden: diag.Text{
		DE: "Diese Vorschau antwortet nur auf ihre eigene Adresse.",
		FR: "Cet aperçu ne répond qu’à sa propre adresse.",
		EN: "This preview answers to its own address only."},
	noPage: diag.Text{
		DE: "Hier lässt sich gerade nichts zeigen",
		FR: "Rien à montrer pour le moment",
		EN: "There is nothing to show just now"},
	heals: diag.Text{
		DE: "Sobald es behoben ist, erscheint die Seite von selbst.",
		FR: "Dès que c’est corrigé, la page apparaît d’elle-même.",
		EN: "As soon as it is mended, the page appears by itself."},
	more:  diag.Text{DE: "alle Befunde und Übersetzungen", FR: "toutes les anomalies et traductions", EN: "all findings and translations"},
	close: diag.Text{DE: "ausblenden", FR: "masquer", EN: "hide"},
	counts: diag.Text{
		DE: "Fehler: {errors}, Warnungen: {warnings}, Hinweise: {notes}",
		FR: "Erreurs : {errors}, avertissements : {warnings}, remarques : {notes}",
		EN: "Errors: {errors}, warnings: {warnings}, notes: {notes}"},
}

// overviewWords are those of the editors' page, by the names that its template has.
var overviewWords = map[string]diag.Text{
	"title":        {DE: "Redaktion", FR: "Rédaction", EN: "Editors"},
	"site":         {DE: "zur Website", FR: "vers le site", EN: "to the site"},
	"findings":     {DE: "Befunde", FR: "Anomalies", EN: "Findings"},
	"none":         {DE: "Keine.", FR: "Aucune.", EN: "None."},
	"place":        {DE: "Stelle", FR: "Endroit", EN: "Place"},
	"severity":     {DE: "Schwere", FR: "Gravité", EN: "Severity"},
	"message":      {DE: "Befund", FR: "Anomalie", EN: "Finding"},
	"translations": {DE: "Übersetzungen", FR: "Traductions", EN: "Translations"},
	"sheet":        {DE: "Blatt", FR: "Fiche", EN: "Sheet"},
	"parts":        {DE: "Teile", FR: "Parties", EN: "Parts"},
	"missing":      {DE: "fehlt:", FR: "manque :", EN: "missing:"},
	"outdated":     {DE: "veraltet:", FR: "périmé :", EN: "outdated:"},
	"unrecorded":   {DE: "nicht festgehalten:", FR: "non enregistré :", EN: "not recorded:"},
}
