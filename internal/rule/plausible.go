package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of what can be read and is hardly meant.
var (
	TitleLong = diag.Rule{
		Name: "title-long", Severity: diag.Note,
		Message: diag.Text{DE: "Der Titel hat {length} Zeichen.", FR: "Le titre a {length} caractères.", EN: "The title has {length} characters."},
		Cure:    diag.Text{DE: "Auf höchstens {limit} kürzen; was wegfällt, passt in die Zusammenfassung.", FR: "Le réduire à {limit} au plus ; le reste trouve sa place dans le résumé.", EN: "Cut it to {limit} at most; the rest fits into the summary."},
		Explain: diag.Text{
			DE: "Titel stehen in Listen, im Reiter des Browsers, in Suchmaschinen und im Verzeichnis der Mappe. Lange werden dort abgeschnitten oder füllen mehrere Zeilen.",
			FR: "Les titres figurent dans les listes, l’onglet du navigateur, les moteurs de recherche et la table du dossier. Trop longs, ils y sont coupés ou occupent plusieurs lignes.",
			EN: "Titles stand in lists, in the browser’s tab, in search engines and in the contents of packs. Long ones are cut off there or fill several lines."},
		Wrong: "title: Wie die Stadtverwaltung gemeinsam mit Vereinen, Kirchen und vielen Freiwilligen einen Treffpunkt für alle eingerichtet hat", Right: "title: Treffpunkt für alle im Rathaus",
	}
	SummaryLong = diag.Rule{
		Name: "summary-long", Severity: diag.Note,
		Message: diag.Text{DE: "Die Zusammenfassung hat {length} Zeichen.", FR: "Le résumé a {length} caractères.", EN: "The summary has {length} characters."},
		Cure:    diag.Text{DE: "Ein oder zwei Sätze genügen, höchstens {limit} Zeichen; Einzelheiten gehören in die Beschreibung.", FR: "Une ou deux phrases suffisent, {limit} caractères au plus ; les détails vont dans la description.", EN: "One or two sentences do, {limit} characters at most; details belong in the description."},
		Explain: diag.Text{
			DE: "Die Zusammenfassung steht in Listen, Suchergebnissen und Vorschauen. Wer dort sucht, liest einen oder zwei Sätze.",
			FR: "Le résumé figure dans les listes, les résultats de recherche et les aperçus. Qui cherche y lit une ou deux phrases.",
			EN: "The summary stands in lists, search results and previews. Who looks for something there reads a sentence or two."},
		Wrong: "summary: Im Frühjahr 2015 begann die Stadt … […]", Right: "summary: Ehrenamtliche und Neuzugewanderte treffen sich jede Woche im Rathaus.",
	}
	LicenseUnknown = diag.Rule{
		Name: "license-unknown", Severity: diag.Warning,
		Message: diag.Text{DE: "Eine Lizenz „{value}“ gibt es nicht.", FR: "La licence « {value} » n’existe pas.", EN: "There is no licence “{value}”."},
		Cure:    diag.Text{DE: "Das Kürzel von spdx.org/licenses angeben, etwa CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0.", FR: "Indiquer l’identifiant de spdx.org/licenses, par exemple CC-BY-4.0, CC-BY-SA-4.0, etalab-2.0.", EN: "Give the identifier of spdx.org/licenses, such as CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0."},
		Near:    diag.Text{DE: "Gemeint ist wohl {suggestion}.", FR: "Sans doute {suggestion}.", EN: "Probably {suggestion}."},
		Explain: diag.Text{
			DE: "Die Lizenz sagt anderen, ob sie die Blätter weiterverwenden dürfen. Programme und Datenportale erkennen sie nur am Kürzel von SPDX.",
			FR: "La licence dit aux autres s’ils peuvent réutiliser les fiches. Les logiciels et les portails de données ne la reconnaissent qu’à son identifiant SPDX.",
			EN: "The licence tells others whether they may use the sheets. Programs and data portals know it by its SPDX identifier only."},
		Wrong: "license: CC-BY-5", Right: "license: CC-BY-4.0",
	}
	UpdatedEarlier = diag.Rule{
		Name: "updated-earlier", Severity: diag.Warning,
		Message: diag.Text{DE: "Geändert am {updated}, veröffentlicht erst am {published}.", FR: "Modifié le {updated}, mais publié seulement le {published}.", EN: "Changed on {updated}, but published only on {published}."},
		Cure:    diag.Text{DE: "Eines der beiden Daten berichtigen.", FR: "Corriger l’une des deux dates.", EN: "Correct one of the two dates."},
		Explain: diag.Text{
			DE: "published ist der Tag, an dem das Blatt in den Katalog kam, updated der seiner letzten Änderung. Nach ihnen sind „neu“, „geändert“ und die Feeds geordnet.",
			FR: "published est le jour où la fiche est entrée au catalogue, updated celui de sa dernière modification. « Nouveautés » et flux sont classés d’après eux.",
			EN: "published is the day on which the sheet came into the catalogue, updated that of its last change. What is new and the feeds are sorted by them."},
		Wrong: "published: 2026-11-21\nupdated: 2025-11-21", Right: "published: 2025-11-21\nupdated: 2026-11-21",
	}
	AdoptedItself = diag.Rule{
		Name: "adopted-itself", Severity: diag.Warning,
		Message: diag.Text{DE: "Das Blatt „{id}“ ist hier als seine eigene Übernahme angegeben.", FR: "La fiche « {id} » est indiquée ici comme reprise d’elle-même.", EN: "The sheet “{id}” is named here as its own adoption."},
		Cure:    diag.Text{DE: "Das Blatt der Stadt angeben, die es übernommen hat, oder nur ihren Ort (place).", FR: "Indiquer la fiche de la ville qui l’a reprise, ou seulement son lieu (place).", EN: "Name the sheet of the town that took it over, or only its place."},
		Explain: diag.Text{
			DE: "adopted sagt, wohin eine Praxis weitergegeben wurde. Beide Blätter zeigen dann aufeinander.",
			FR: "adopted dit où une pratique a été reprise. Les deux fiches renvoient alors l’une à l’autre.",
			EN: "adopted says where a practice was taken over. Both sheets then point to one another."},
		Wrong: "# metz-website/index.fr.md\nadopted:\n  - {sheet: metz-website, year: 2016}", Right: "# metz-website/index.fr.md\nadopted:\n  - {sheet: trier-website, year: 2016}",
	}
	TermUnused = diag.Rule{
		Name: "term-unused", Severity: diag.Note,
		Message: diag.Text{DE: "Kein Blatt verwendet den Begriff „{key}“.", FR: "Aucune fiche n’utilise le terme « {key} ».", EN: "No sheet uses the term “{key}”."},
		Cure:    diag.Text{DE: "Ihn löschen oder bei den passenden Blättern eintragen.", FR: "Le supprimer, ou l’ajouter aux fiches concernées.", EN: "Delete it, or add it to the sheets that it fits."},
		Explain: diag.Text{
			DE: "Ein Begriff ohne Blatt steht in keiner Liste der Website. Oft ist er doppelt angelegt oder wurde umbenannt. Gemeldet wird er nur, wo die meisten Begriffe in Gebrauch sind; ein neuer Katalog darf mehr haben.",
			FR: "Un terme sans fiche n’apparaît dans aucune liste du site. Souvent il est en double ou a été renommé. Il n’est signalé que là où la plupart des termes servent ; un nouveau catalogue peut en avoir d’avance.",
			EN: "A term without a sheet appears in no list of the site. Often it is there twice, or has been renamed. It is reported only where most terms are in use; a new catalogue may have some in store."},
		Wrong: "# content/vocabulary/themes.yaml\nhousing: {label: {de: Wohnen}}\nhouses: {label: {de: Wohnungen}}", Right: "# content/vocabulary/themes.yaml\nhousing: {label: {de: Wohnen}}",
	}
)
