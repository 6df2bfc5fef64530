package cli

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
)

// searchMessages are the sentences of `search`.
var searchMessages = struct {
	noTerm, badQuery, meant, applied, foundBy  diag.Text
	ways                                       diag.Text
	flagLang, flagTheme, flagPlace, flagExpert diag.Text
}{
	noTerm: diag.Text{
		DE: "Den Schlüssel „{key}“ für {flag} gibt es nicht.",
		FR: "La clé « {key} » pour {flag} n’existe pas.",
		EN: "There is no key “{key}” for {flag}."},
	badQuery: diag.Text{
		DE: "„{query}“ ist in bleves Abfragesprache nicht zu verstehen: {cause}.",
		FR: "« {query} » ne se comprend pas dans le langage de requête de bleve : {cause}.",
		EN: "“{query}” can’t be understood in bleve’s query language: {cause}."},
	meant: diag.Text{
		DE: "„{word}“ steht nirgends; gesucht wurde „{better}“.",
		FR: "« {word} » ne figure nulle part ; la recherche porte sur « {better} ».",
		EN: "“{word}” is nowhere; “{better}” was searched instead."},
	applied: diag.Text{
		DE: "Nur unter „{label}“, wegen „{word}“.",
		FR: "Seulement sous « {label} », à cause de « {word} ».",
		EN: "Only under “{label}”, for “{word}”."},
	foundBy: diag.Text{
		DE: "gefunden über: {word} → {label}",
		FR: "trouvé par : {word} → {label}",
		EN: "found by: {word} → {label}"},
	ways: diag.Text{
		DE: "Das hätte Ergebnisse:",
		FR: "Ceci donnerait des résultats :",
		EN: "These have results:"},
	flagLang: diag.Text{
		DE: "in dieser Sprache suchen: `L`, etwa fr (sonst in der Sprache der Meldungen)",
		FR: "chercher dans cette langue : `L`, par exemple fr (sinon dans celle des messages)",
		EN: "search in this language: `L`, such as fr (else in that of messages)"},
	flagTheme: diag.Text{
		DE: "nur Blätter zu diesem Thema: `T`, ein Schlüssel aus themes.yaml; mehrere mit Komma",
		FR: "seulement les fiches de ce thème : `T`, une clé de themes.yaml ; plusieurs avec des virgules",
		EN: "only sheets under this theme: `T`, a key of themes.yaml; several with commas"},
	flagPlace: diag.Text{
		DE: "nur Blätter aus diesem Ort: `P`, ein Schlüssel aus places.yaml; mehrere mit Komma",
		FR: "seulement les fiches de ce lieu : `P`, une clé de places.yaml ; plusieurs avec des virgules",
		EN: "only sheets from this place: `P`, a key of places.yaml; several with commas"},
	flagExpert: diag.Text{
		DE: "QUERY ist in bleves Abfragesprache, über alle Felder: title:Wohnraum +themes:housing",
		FR: "QUERY est dans le langage de requête de bleve, sur tous les champs : title:logement +themes:housing",
		EN: "QUERY is in bleve’s query language, over all fields: title:housing +themes:housing"},
}

var resultCount = plural{
	diag.Text{DE: "{n} Ergebnis", FR: "{n} résultat", EN: "{n} result"},
	diag.Text{DE: "{n} Ergebnisse", FR: "{n} résultats", EN: "{n} results"}}

// wayMessages say what each way changes.
var wayMessages = map[search.WayKind]diag.Text{
	search.Unfiltered: {DE: "ohne Filter", FR: "sans filtres", EN: "without filters"},
	search.Unquoted:   {DE: "ohne Anführungszeichen", FR: "sans guillemets", EN: "without quotes"},
	search.Included:   {DE: "nichts ausgeschlossen", FR: "sans rien exclure", EN: "with nothing left out"},
	search.Alone:      {DE: "nur „{label}“", FR: "seulement « {label} »", EN: "only “{label}”"},
	search.Near:       {DE: "ähnlich geschrieben: „{label}“", FR: "orthographe proche : « {label} »", EN: "spelt alike: “{label}”"},
	search.Named:      {DE: "{flag}: {label}", FR: "{flag} : {label}", EN: "{flag}: {label}"},
}
