package describe

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

var sites = map[string]diag.Text{
	"title":                     {DE: "Name des Katalogs in jeder Sprache. Pflicht.", FR: "Nom du catalogue dans chaque langue. Obligatoire.", EN: "The catalogue’s name in every language. Required."},
	"base_url":                  {DE: "Adresse der Website, mit https:// und Schrägstrich am Ende. Pflicht.", FR: "Adresse du site, avec https:// et une barre oblique à la fin. Obligatoire.", EN: "The site’s address, with https:// and a slash at its end. Required."},
	"languages":                 {DE: "Sprachen der Website als Kürzel; die erste gilt, wo keine andere gewählt ist. Pflicht.", FR: "Langues du site, en codes ; la première est celle par défaut. Obligatoire.", EN: "The site’s languages as codes; the first is the default. Required."},
	"publisher":                 {DE: "Wer für die Website verantwortlich ist; daraus wird das Impressum.", FR: "Qui répond du site ; les mentions légales en sont tirées.", EN: "Who answers for the site; the imprint is made from it."},
	"publisher.name":            {DE: "Name der Stelle.", FR: "Nom de l’organisme.", EN: "Name of the organisation."},
	"publisher.address":         {DE: "Anschrift; Zeilen nach „|“.", FR: "Adresse postale ; les lignes après « | ».", EN: "Postal address; lines after “|”."},
	"publisher.email":           {DE: "E-Mail-Adresse.", FR: "Adresse électronique.", EN: "E-mail address."},
	"publisher.phone":           {DE: "Telefonnummer in Anführungszeichen.", FR: "Numéro de téléphone entre guillemets.", EN: "Phone number in quotes."},
	"publisher.url":             {DE: "Website der Stelle, mit https://.", FR: "Site de l’organisme, avec https://.", EN: "The organisation’s website, with https://."},
	"publisher.represented_by":  {DE: "Wer sie vertritt.", FR: "Qui le représente.", EN: "Who represents it."},
	"license":                   {DE: "Lizenz der Inhalte als SPDX-Kürzel, etwa CC-BY-4.0.", FR: "Licence du contenu, en code SPDX, par exemple CC-BY-4.0.", EN: "Licence of the content as an SPDX code, such as CC-BY-4.0."},
	"repository":                {DE: "Adresse des Repositorys, für „Änderung vorschlagen“.", FR: "Adresse du dépôt, pour « proposer une modification ».", EN: "Address of the repository, for “suggest a change”."},
	"branch":                    {DE: "Zweig, auf den diese Verweise führen; sonst main.", FR: "Branche visée par ces liens ; main par défaut.", EN: "The branch that these links lead to; else main."},
	"review_interval":           {DE: "Nach welcher Zeit ein Blatt wieder zu bestätigen ist: 6m, 1y.", FR: "Après quel délai une fiche est à confirmer de nouveau : 6m, 1y.", EN: "After which time a sheet is to be confirmed again: 6m, 1y."},
	"accessibility":             {DE: "Angaben für die Erklärung zur Barrierefreiheit.", FR: "Données pour la déclaration d’accessibilité.", EN: "What the accessibility statement says."},
	"accessibility.law":         {DE: "Welches Recht gilt: de, fr, lu, oder mehrere.", FR: "Le droit applicable : de, fr, lu, ou plusieurs.", EN: "Which law applies: de, fr, lu, or several."},
	"accessibility.status":      {DE: "Ganz (full), teilweise (partial) oder nicht (none) vereinbar.", FR: "Conforme (full), partiellement conforme (partial) ou non conforme (none).", EN: "Fully (full), partially (partial) or not compliant (none)."},
	"accessibility.assessed":    {DE: "Tag der Bewertung.", FR: "Jour de l’évaluation.", EN: "The day of the assessment."},
	"accessibility.method":      {DE: "Selbstbewertung (self) oder durch Dritte (external).", FR: "Autoévaluation (self) ou par un tiers (external).", EN: "By oneself (self) or by a third party (external)."},
	"accessibility.gaps":        {DE: "Was noch nicht barrierefrei ist.", FR: "Ce qui n’est pas encore accessible.", EN: "What is not accessible yet."},
	"accessibility.enforcement": {DE: "Die Stelle, bei der man sich beschweren kann.", FR: "L’organisme auprès duquel se plaindre.", EN: "The body to complain to."},
	"map":                       {DE: "Wie die Karte gezeichnet wird.", FR: "Comment la carte est dessinée.", EN: "How the map is drawn."},
	"map.center":                {DE: "Breite und Länge der Mitte; sonst nach den Orten.", FR: "Latitude et longitude du centre ; sinon d’après les lieux.", EN: "Latitude and longitude of its centre; else fitted to the places."},
	"pdf":                       {DE: "Welche PDF-Dateien entstehen.", FR: "Quels fichiers PDF sont produits.", EN: "Which PDF files are made."},
	"pdf.sheets":                {DE: "true für eine PDF-Datei je Blatt.", FR: "true pour un fichier PDF par fiche.", EN: "true for one PDF file a sheet."},
	"pdf.packs":                 {DE: "true für die Mappen.", FR: "true pour les dossiers.", EN: "true for the packs."},
	"pdf.fonts":                 {DE: "Eigene Schriftdateien.", FR: "Fichiers de polices propres.", EN: "Font files of your own."},
	"raw_html":                  {DE: "true, wenn HTML in Texten stehen darf.", FR: "true si le HTML est admis dans les textes.", EN: "true if texts may hold HTML."},
}

var terms = map[string]diag.Text{
	"label":       {DE: "Wie der Begriff in jeder Sprache heißt.", FR: "Le nom du terme dans chaque langue.", EN: "What the term is called in every language."},
	"also":        {DE: "Andere Wörter dafür, je Sprache eine Liste; die Suche findet sie.", FR: "D’autres mots pour le même, une liste par langue ; la recherche les trouve.", EN: "Other words for it, a list a language; found by search."},
	"about":       {DE: "Ein Satz für die Seite des Begriffs.", FR: "Une phrase pour la page du terme.", EN: "A sentence for the term’s page."},
	"broader":     {DE: "Schlüssel des Oberbegriffs.", FR: "Clé du terme plus général.", EN: "Key of the broader term."},
	"kind":        {DE: "Art des Orts: Stadt, Gemeinde, Kreis, Region, Land oder Staat.", FR: "Type de lieu : ville, commune, district, région, Land ou pays.", EN: "Kind of place: city, municipality, district, region, state or country."},
	"country":     {DE: "Länderkürzel nach ISO 3166: DE, FR, LU.", FR: "Code de pays ISO 3166 : DE, FR, LU.", EN: "Country code by ISO 3166: DE, FR, LU."},
	"lat":         {DE: "Breite in Grad.", FR: "Latitude en degrés.", EN: "Latitude in degrees."},
	"lon":         {DE: "Länge in Grad.", FR: "Longitude en degrés.", EN: "Longitude in degrees."},
	"networks":    {DE: "Schlüssel aus content/vocabulary/networks.yaml.", FR: "Des clés de content/vocabulary/networks.yaml.", EN: "Keys of content/vocabulary/networks.yaml."},
	"terms":       {DE: "Wörter, die dasselbe bedeuten, je Sprache eine Liste.", FR: "Des mots de même sens, une liste par langue.", EN: "Words that mean the same, a list a language."},
	"explanation": {DE: "Eine Erklärung für Leserinnen und Leser, je Sprache.", FR: "Une explication pour les lecteurs, par langue.", EN: "An explanation for readers, a language each."},
}
