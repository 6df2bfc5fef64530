package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of reading: what keeps a file or a line of it from being read as
// its editor meant it.
var (
	FileUnreadable = diag.Rule{
		Name: "file-unreadable", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei lässt sich nicht lesen: {cause}.", FR: "Le fichier ne peut pas être lu : {cause}.", EN: "The file can’t be read: {cause}."},
		Cure:    diag.Text{DE: "Rechte und Ablage der Datei prüfen.", FR: "Vérifier les droits et l’emplacement du fichier.", EN: "Check the file’s permissions and where it lies."},
	}
	FileTooLarge = diag.Rule{
		Name: "file-too-large", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei ist größer als {limit}.", FR: "Le fichier dépasse {limit}.", EN: "The file is larger than {limit}."},
		Cure:    diag.Text{DE: "Text kürzen; Anhänge gehören nicht in das Blatt.", FR: "Raccourcir le texte ; les annexes n’ont pas leur place dans la fiche.", EN: "Shorten the text; attachments don’t belong in a sheet."},
	}
	ByteOrderMark = diag.Rule{
		Name: "byte-order-mark", Severity: diag.Warning,
		Message: diag.Text{DE: "Die Datei beginnt mit einer unsichtbaren Byte-Reihenfolge-Markierung (BOM).", FR: "Le fichier commence par une marque d’ordre des octets (BOM) invisible.", EN: "The file begins with an invisible byte order mark (BOM)."},
		Cure:    diag.Text{DE: "Als „UTF-8“ statt „UTF-8 mit BOM“ speichern.", FR: "Enregistrer en « UTF-8 » et non en « UTF-8 avec BOM ».", EN: "Save it as “UTF-8”, not as “UTF-8 with BOM”."},
	}
	InvalidUTF8 = diag.Rule{
		Name: "invalid-utf8", Severity: diag.Error,
		Message: diag.Text{DE: "Das Byte {byte} ist kein UTF-8.", FR: "L’octet {byte} n’est pas de l’UTF-8.", EN: "The byte {byte} is not UTF-8."},
		Near:    diag.Text{DE: "In Windows-1252 wäre es „{suggestion}“: die Datei als UTF-8 speichern.", FR: "En Windows-1252 ce serait « {suggestion} » : enregistrer le fichier en UTF-8.", EN: "In Windows-1252 it would be “{suggestion}”: save the file as UTF-8."},
	}
	ControlCharacter = diag.Rule{
		Name: "control-character", Severity: diag.Error,
		Message: diag.Text{DE: "Hier steht das unsichtbare Steuerzeichen {character}.", FR: "Il y a ici le caractère de contrôle invisible {character}.", EN: "Here stands the invisible control character {character}."},
		Cure:    diag.Text{DE: "Das Zeichen löschen.", FR: "Supprimer ce caractère.", EN: "Delete the character."},
	}
	MatterMissing = diag.Rule{
		Name: "front-matter-missing", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei beginnt nicht mit einer Zeile „---“.", FR: "Le fichier ne commence pas par une ligne « --- ».", EN: "The file does not begin with a line “---”."},
		Cure:    diag.Text{DE: "Die Angaben des Blatts zwischen zwei Zeilen „---“ an den Anfang stellen.", FR: "Placer les données de la fiche au début, entre deux lignes « --- ».", EN: "Put the sheet’s fields first, between two lines “---”."},
	}
	MatterUnclosed = diag.Rule{
		Name: "front-matter-unclosed", Severity: diag.Error,
		Message: diag.Text{DE: "Zu diesem „---“ fehlt die schließende Zeile „---“.", FR: "Il manque la ligne « --- » qui ferme celle-ci.", EN: "The line “---” that closes this one is missing."},
		Cure:    diag.Text{DE: "Eine Zeile „---“ hinter die letzte Angabe setzen.", FR: "Ajouter une ligne « --- » après la dernière donnée.", EN: "Add a line “---” after the last field."},
	}
	MatterDots = diag.Rule{
		Name: "front-matter-dots", Severity: diag.Error,
		Message: diag.Text{DE: "Die Angaben enden mit „...“ statt mit „---“.", FR: "Les données se terminent par « ... » au lieu de « --- ».", EN: "The front matter ends with “...” instead of “---”."},
		Cure:    diag.Text{DE: "„---“ schreiben.", FR: "Écrire « --- ».", EN: "Write “---”."},
	}
	MatterIndented = diag.Rule{
		Name: "front-matter-indented", Severity: diag.Warning,
		Message: diag.Text{DE: "Ein eingerücktes „---“ beendet die Angaben nicht; es gehört zum Text.", FR: "Un « --- » en retrait ne ferme pas les données ; il fait partie du texte.", EN: "An indented “---” does not end the front matter; it is part of the text."},
		Cure:    diag.Text{DE: "Für das Ende den Einzug entfernen, für eine Linie im Text „***“ schreiben.", FR: "Pour fermer, supprimer le retrait ; pour un filet dans le texte, écrire « *** ».", EN: "To end it, remove the indentation; for a rule in the text, write “***”."},
	}
	DuplicateKey = diag.Rule{
		Name: "duplicate-key", Severity: diag.Error,
		Message: diag.Text{DE: "„{key}“ steht hier zum zweiten Mal; nur die erste Angabe gilt.", FR: "« {key} » figure ici une deuxième fois ; seule la première vaut.", EN: "“{key}” stands here a second time; only the first counts."},
		Cure:    diag.Text{DE: "Die beiden zusammenführen.", FR: "Réunir les deux.", EN: "Merge the two."},
	}
	YAMLTab = diag.Rule{
		Name: "yaml-tab", Severity: diag.Error,
		Message: diag.Text{DE: "Hier ist mit einem Tabulator eingerückt.", FR: "Le retrait est fait ici avec une tabulation.", EN: "This line is indented with a tab."},
		Cure:    diag.Text{DE: "Mit Leerzeichen einrücken.", FR: "Utiliser des espaces.", EN: "Indent with blanks."},
	}
	YAMLColon = diag.Rule{
		Name: "yaml-colon", Severity: diag.Error,
		Message: diag.Text{DE: "Ein Doppelpunkt mit Leerzeichen im Wert beginnt für YAML eine neue Angabe.", FR: "Pour YAML, un deux-points suivi d’une espace commence une nouvelle donnée.", EN: "To YAML, a colon with a blank inside a value begins a new field."},
		Near:    diag.Text{DE: "Den Wert in Anführungszeichen setzen: {suggestion}", FR: "Mettre la valeur entre guillemets droits : {suggestion}", EN: "Put the value in quotes: {suggestion}"},
	}
	YAMLQuote = diag.Rule{
		Name: "yaml-quote", Severity: diag.Error,
		Message: diag.Text{DE: "Dieses Anführungszeichen {quote} wird auf seiner Zeile nicht geschlossen.", FR: "Ce guillemet {quote} n’est pas fermé sur sa ligne.", EN: "This quote {quote} is not closed on its line."},
		Cure:    diag.Text{DE: "Am Ende des Werts schließen und dahinter nichts mehr schreiben.", FR: "Le fermer à la fin de la valeur et ne rien écrire après.", EN: "Close it at the end of the value, with nothing behind it."},
	}
	YAMLBracket = diag.Rule{
		Name: "yaml-bracket", Severity: diag.Error,
		Message: diag.Text{DE: "Zu dieser Klammer „{open}“ fehlt „{close}“.", FR: "À ce crochet « {open} » manque « {close} ».", EN: "This bracket “{open}” lacks its “{close}”."},
		Cure:    diag.Text{DE: "Die Liste auf derselben Zeile schließen; ein Wert mit Komma oder Klammer gehört in Anführungszeichen.", FR: "Fermer la liste sur la même ligne ; une valeur avec virgule ou crochet se met entre guillemets.", EN: "Close the list on the same line; a value with a comma or bracket belongs in quotes."},
	}
	YAMLCharacter = diag.Rule{
		Name: "yaml-character", Severity: diag.Error,
		Message: diag.Text{DE: "Ein Wert darf nicht mit „{character}“ beginnen, weil YAML es anders versteht.", FR: "Une valeur ne peut pas commencer par « {character} », que YAML comprend autrement.", EN: "A value can’t begin with “{character}”, which YAML takes for something else."},
		Near:    diag.Text{DE: "In Anführungszeichen setzen: {suggestion}", FR: "Mettre entre guillemets droits : {suggestion}", EN: "Put it in quotes: {suggestion}"},
	}
	YAMLIndent = diag.Rule{
		Name: "yaml-indent", Severity: diag.Error,
		Message: diag.Text{DE: "Der Einzug dieser Zeile passt zu keiner Angabe darüber.", FR: "Le retrait de cette ligne ne correspond à aucune donnée au-dessus.", EN: "The indentation of this line fits no field above."},
		Cure:    diag.Text{DE: "Wie die Geschwister darüber einrücken; Zusammengehöriges beginnt in derselben Spalte.", FR: "Aligner sur les lignes sœurs au-dessus : ce qui va ensemble commence dans la même colonne.", EN: "Align it with its siblings: what belongs together begins in the same column."},
	}
	YAMLKey = diag.Rule{
		Name: "yaml-key", Severity: diag.Error,
		Message: diag.Text{DE: "Erwartet wird „Angabe: Wert“; diese Zeile gehört zu keiner Angabe.", FR: "On attend « donnée: valeur » ; cette ligne n’appartient à aucune donnée.", EN: "Expected “field: value”; this line belongs to no field."},
		Cure:    diag.Text{DE: "Text unter einer Angabe einrücken; hinter dem Doppelpunkt steht ein Leerzeichen.", FR: "Mettre le texte en retrait sous sa donnée ; une espace suit le deux-points.", EN: "Indent text under its field; a blank follows the colon."},
		Near:    diag.Text{DE: "Gemeint ist wohl: {suggestion}", FR: "Sans doute : {suggestion}", EN: "Probably: {suggestion}"},
	}
	YAMLFeature = diag.Rule{
		Name: "yaml-feature", Severity: diag.Error,
		Message: diag.Text{DE: "Anker, Verweise, Typangaben und tiefe Verschachtelung von YAML werden hier nicht gelesen.", FR: "Les ancres, renvois, types et imbrications profondes de YAML ne sont pas lus ici.", EN: "YAML’s anchors, aliases, tags and deep nesting are not read here."},
		Cure:    diag.Text{DE: "Den Wert ausschreiben; beginnt er mit & * oder !, in Anführungszeichen setzen.", FR: "Écrire la valeur en toutes lettres ; si elle commence par & * ou !, la mettre entre guillemets.", EN: "Write the value out; if it begins with & * or !, put it in quotes."},
	}
	YAMLSyntax = diag.Rule{
		Name: "yaml-syntax", Severity: diag.Error,
		Message: diag.Text{DE: "YAML kann diese Zeile nicht lesen ({detail}).", FR: "YAML ne peut pas lire cette ligne ({detail}).", EN: "YAML can’t read this line ({detail})."},
		Cure:    diag.Text{DE: "Einzug, Klammern und Anführungszeichen dieser und der vorigen Zeile prüfen.", FR: "Vérifier retraits, crochets et guillemets de cette ligne et de la précédente.", EN: "Check indentation, brackets and quotes of this line and the one before."},
	}
	YAMLComment = diag.Rule{
		Name: "yaml-comment", Severity: diag.Warning,
		Message: diag.Text{DE: "Ab „#“ gilt der Rest der Zeile als Kommentar und fehlt im Wert.", FR: "À partir de « # », le reste de la ligne est un commentaire et manque dans la valeur.", EN: "From “#” on the line is a comment, missing from the value."},
		Near:    diag.Text{DE: "Gehört es zum Wert, in Anführungszeichen setzen: {suggestion} Für einen Kommentar zwei Leerzeichen davor und eines dahinter.", FR: "Si cela fait partie de la valeur, mettre entre guillemets : {suggestion} Pour un commentaire, deux espaces avant et une après.", EN: "If it belongs to the value, quote it: {suggestion} For a comment, put two blanks before and one behind."},
	}
	SmartQuotes = diag.Rule{
		Name: "smart-quotes", Severity: diag.Warning,
		Message: diag.Text{DE: "Typografische Anführungszeichen um einen Wert gehören für YAML zum Text.", FR: "Pour YAML, des guillemets typographiques autour d’une valeur font partie du texte.", EN: "To YAML, typographic quotes around a value are part of the text."},
		Near:    diag.Text{DE: "Gerade Zeichen verwenden: {suggestion} Sind sie gemeint, den ganzen Wert in gerade setzen.", FR: "Utiliser des guillemets droits : {suggestion} S’ils sont voulus, entourer le tout de guillemets droits.", EN: "Use straight ones: {suggestion} If they are meant, put straight ones around them."},
	}
	Unquoted = diag.Rule{
		Name: "unquoted", Severity: diag.Note,
		Message: diag.Text{DE: "„{value}“ wird als Text gelesen; andere Programme lesen es als Zahl oder Wahrheitswert.", FR: "« {value} » est lu comme un texte ; d’autres logiciels y lisent un nombre ou un booléen.", EN: "“{value}” is read as a text; other programs read a number or a boolean."},
		Near:    diag.Text{DE: "Eindeutig ist {suggestion}", FR: "Sans équivoque : {suggestion}", EN: "Unambiguous: {suggestion}"},
	}
)

// Texts of related places.
var (
	FirstKey  = diag.Text{DE: "Hier steht die Angabe zum ersten Mal.", FR: "La donnée figure ici une première fois.", EN: "The field stands here first."}
	MatterEnd = diag.Text{DE: "Hier enden die Angaben vermutlich.", FR: "Les données se terminent sans doute ici.", EN: "The front matter probably ends here."}
)
