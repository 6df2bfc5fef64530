package check

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"

// valueNamed gives the value of an enumeration for what editors write instead,
// folded by suggest.Fold.
var valueNamed = func() map[string]string {
	m := map[string]string{}
	for value, names := range valueNames {
		for _, name := range names {
			m[suggest.Fold(name)] = value
		}
	}
	return m
}()

// valueNames are the words for the values of enumerations in German, French, English.
var valueNames = map[string][]string{
	"sheet":           {"Blatt", "Praxisblatt", "Steckbrief", "fiche", "fact sheet", "factsheet"},
	"example":         {"Beispiel", "Kurzbeispiel", "exemple"},
	"partnership":     {"Partnerschaft", "Städtepartnerschaft", "partenariat", "jumelage", "twinning"},
	"event":           {"Veranstaltung", "Termin", "événement", "manifestation"},
	"current":         {"laufend", "aktuell", "läuft", "en cours", "actuel", "ongoing", "running", "active"},
	"finished":        {"abgeschlossen", "beendet", "fertig", "terminé", "terminée", "achevé", "fini", "completed", "closed", "done"},
	"planned":         {"geplant", "in Planung", "prévu", "prévue", "en projet", "planifié"},
	"historic":        {"historisch", "ehemalig", "historique", "ancien", "historical"},
	"low":             {"niedrig", "gering", "klein", "faible", "bas", "peu", "small"},
	"medium":          {"mittel", "moyen", "moderate"},
	"high":            {"hoch", "groß", "élevé", "fort", "haut", "large"},
	"public_function": {"öffentliche Funktion", "öffentliches Amt", "Amt", "fonction publique", "public office"},
	"consent":         {"Einwilligung", "Zustimmung", "consentement", "accord"},
	"city":            {"Stadt", "Großstadt", "ville", "town"},
	"municipality":    {"Gemeinde", "Kommune", "commune"},
	"district":        {"Kreis", "Landkreis", "arrondissement", "département", "county"},
	"region":          {"Region", "région"},
	"state":           {"Bundesland", "Land"},
	"country":         {"Staat", "pays", "nation"},
	"full":            {"vollständig", "total", "conforme", "fully"},
	"partial":         {"teilweise", "partiel", "partiellement", "partially"},
	"none":            {"nicht", "keine", "aucun", "non conforme"},
	"self":            {"selbst", "Selbstbewertung", "auto-évaluation", "self-assessment"},
	"external":        {"extern", "externe"},
	"true":            {"ja", "wahr", "oui", "vrai", "yes", "on", "x", "1"},
	"false":           {"nein", "falsch", "non", "faux", "no", "off", "0"},
}
