package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of reading: what keeps a file or a line of it from being read as
// its editor meant it.
var (
	FileUnreadable = diag.Rule{
		Name: "file-unreadable", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei lässt sich nicht lesen: {cause}.", FR: "Le fichier ne peut pas être lu : {cause}.", EN: "The file can’t be read: {cause}."},
		Cure:    diag.Text{DE: "Rechte und Ablage der Datei prüfen.", FR: "Vérifier les droits et l’emplacement du fichier.", EN: "Check the file’s permissions and where it lies."},
		Explain: diag.Text{
			DE: "Was praxisblatt nicht öffnen darf oder kann, fehlt auf der Website. Meist gehört die Datei jemand anderem, oder ein anderes Programm hält sie fest.",
			FR: "Ce que praxisblatt ne peut pas ouvrir manque sur le site. Le plus souvent, le fichier appartient à quelqu’un d’autre, ou un autre logiciel le bloque.",
			EN: "What praxisblatt can’t open is missing from the site. Mostly the file belongs to someone else, or another program holds it."},
		Wrong: "-rw------- root  index.de.md", Right: "-rw-r--r-- anna  index.de.md",
	}
	FileTooLarge = diag.Rule{
		Name: "file-too-large", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei ist größer als {limit}.", FR: "Le fichier dépasse {limit}.", EN: "The file is larger than {limit}."},
		Cure:    diag.Text{DE: "Text kürzen oder Bild verkleinern; Anhänge gehören nicht in das Blatt.", FR: "Raccourcir le texte ou réduire l’image ; les annexes n’ont pas leur place dans la fiche.", EN: "Shorten the text or make the image smaller; attachments don’t belong in a sheet."},
		Explain: diag.Text{
			DE: "Ein Blatt hat wenige Seiten. Eine so große Datei enthält meist ein eingefügtes Bild oder ein ganzes Dokument und würde jeden Arbeitsschritt bremsen.",
			FR: "Une fiche compte quelques pages. Un fichier aussi grand contient le plus souvent une image collée ou tout un document, et ralentirait chaque étape.",
			EN: "A sheet has a few pages. A file that large mostly holds a pasted image or a whole document, and would slow down every step."},
		Wrong: "![](data:image/png;base64,iVBORw0KGgo…)", Right: "![Gäste am Tisch](treffen.jpg)",
	}
	TooManyFindings = diag.Rule{
		Name: "too-many-findings", Severity: diag.Note,
		Message: diag.Text{DE: "Von dieser Datei sind die {shown} schwersten Befunde genannt; weitere: {more}.", FR: "De ce fichier, les {shown} anomalies les plus graves sont signalées ; autres anomalies : {more}.", EN: "The {shown} gravest findings of this file are reported; further ones: {more}."},
		Cure:    diag.Text{DE: "Zuerst die genannten beheben und noch einmal prüfen: Oft haben viele dieselbe Ursache.", FR: "Corriger d’abord celles-ci, puis vérifier de nouveau : souvent, beaucoup ont la même cause.", EN: "Mend those first and check again: many often have the same cause."},
		Explain: diag.Text{
			DE: "So viele Befunde liest niemand. Meist ist die Datei beschädigt oder aus einem anderen Programm übernommen, und wenige Handgriffe beheben alle zugleich.",
			FR: "Personne ne lit autant d’anomalies. Le plus souvent, le fichier est endommagé ou provient d’un autre logiciel, et quelques gestes suffisent à tout corriger.",
			EN: "Nobody reads that many findings. Mostly the file is damaged or was taken over from another program, and a few steps mend them all at once."},
		Wrong: "Hallo \"Welt\" \"Welt\" \"Welt\" …", Right: "Hallo „Welt“ „Welt“ „Welt“ …",
	}
	ByteOrderMark = diag.Rule{
		Name: "byte-order-mark", Severity: diag.Warning,
		Message: diag.Text{DE: "Die Datei beginnt mit einer unsichtbaren Byte-Reihenfolge-Markierung (BOM).", FR: "Le fichier commence par une marque d’ordre des octets (BOM) invisible.", EN: "The file begins with an invisible byte order mark (BOM)."},
		Cure:    diag.Text{DE: "Als „UTF-8“ statt „UTF-8 mit BOM“ speichern.", FR: "Enregistrer en « UTF-8 » et non en « UTF-8 avec BOM ».", EN: "Save it as “UTF-8”, not as “UTF-8 with BOM”."},
		Explain: diag.Text{
			DE: "Manche Programme stellen der Datei drei unsichtbare Bytes voran. Andere halten die Datei dann für eine ohne Angaben; praxisblatt liest sie trotzdem.",
			FR: "Certains logiciels placent trois octets invisibles au début du fichier. D’autres croient alors qu’il n’a pas de données ; praxisblatt le lit malgré tout.",
			EN: "Some programs put three invisible bytes first. Others then take the file for one without fields; praxisblatt reads it all the same."},
		Wrong: "(BOM)---\ntitle: Treffpunkt\n---", Right: "---\ntitle: Treffpunkt\n---",
	}
	InvalidUTF8 = diag.Rule{
		Name: "invalid-utf8", Severity: diag.Error,
		Message: diag.Text{DE: "Das Byte {byte} ist kein UTF-8.", FR: "L’octet {byte} n’est pas de l’UTF-8.", EN: "The byte {byte} is not UTF-8."},
		Near:    diag.Text{DE: "In Windows-1252 wäre es „{suggestion}“: die Datei als UTF-8 speichern.", FR: "En Windows-1252 ce serait « {suggestion} » : enregistrer le fichier en UTF-8.", EN: "In Windows-1252 it would be “{suggestion}”: save the file as UTF-8."},
		Explain: diag.Text{
			DE: "Texte werden als UTF-8 gelesen, das alle Schriften kennt. In einer älteren Kodierung gespeichert, werden aus Umlauten und Akzenten falsche Zeichen.",
			FR: "Les textes sont lus en UTF-8, qui connaît toutes les écritures. Enregistrés dans un codage plus ancien, les accents deviennent de faux caractères.",
			EN: "Texts are read as UTF-8, which knows all scripts. Saved in an older encoding, accents turn into wrong characters."},
		Wrong: "title: Fl?chtlinge (Windows-1252)", Right: "title: Flüchtlinge (UTF-8)",
	}
	ControlCharacter = diag.Rule{
		Name: "control-character", Severity: diag.Error,
		Message: diag.Text{DE: "Hier steht das unsichtbare Steuerzeichen {character}.", FR: "Il y a ici le caractère de contrôle invisible {character}.", EN: "Here stands the invisible control character {character}."},
		Cure:    diag.Text{DE: "Das Zeichen löschen.", FR: "Supprimer ce caractère.", EN: "Delete the character."},
		Explain: diag.Text{
			DE: "Unsichtbare Steuerzeichen geraten beim Kopieren aus anderen Programmen in den Text. Browser und PDF-Programme zeigen sie als Kästchen oder brechen ab.",
			FR: "Des caractères de contrôle invisibles se glissent dans le texte quand on copie depuis d’autres logiciels. Navigateurs et PDF les montrent comme des carrés, ou s’arrêtent.",
			EN: "Invisible control characters get into a text when it is copied from other programs. Browsers and PDF programs show them as boxes, or give up."},
		Wrong: "title: Treff(U+0008)punkt", Right: "title: Treffpunkt",
	}
	InvisibleCharacter = diag.Rule{
		Name: "invisible-character", Severity: diag.Warning,
		Message: diag.Text{DE: "In „{word}“ steckt ein unsichtbares Zeichen ({character}).", FR: "« {word} » contient un caractère invisible ({character}).", EN: "There is an invisible character in “{word}” ({character})."},
		Cure:    diag.Text{DE: "Das Wort neu tippen.", FR: "Retaper le mot.", EN: "Type the word anew."},
		Explain: diag.Text{
			DE: "Weiche Trennstriche und Zwischenräume ohne Breite kommen beim Kopieren aus PDF und Word mit. Die Suche findet das Wort dann nicht, und Vorleseprogramme stocken.",
			FR: "Des tirets conditionnels et des espaces sans largeur s’ajoutent quand on copie depuis un PDF ou Word. La recherche ne trouve alors pas le mot, et les lecteurs d’écran trébuchent.",
			EN: "Soft hyphens and blanks without width come along when text is copied from PDF and Word. Then search does not find the word, and screen readers stumble."},
		Wrong: "title: Will(U+00AD)kommen", Right: "title: Willkommen",
	}
	DecomposedLetter = diag.Rule{
		Name: "decomposed-letter", Severity: diag.Warning,
		Message: diag.Text{DE: "In „{word}“ besteht ein Buchstabe aus zwei Zeichen, Grundbuchstabe und Akzent.", FR: "Dans « {word} », une lettre est faite de deux signes, la lettre de base et l’accent.", EN: "In “{word}” one letter is made of two characters, base letter and accent."},
		Cure:    diag.Text{DE: "Das Wort neu tippen.", FR: "Retaper le mot.", EN: "Type the word anew."},
		Explain: diag.Text{
			DE: "Auf dem Mac kopierte Namen von Dateien zerlegen Umlaute in zwei Zeichen. Sie sehen gleich aus, gelten aber als verschieden; Dateien und Begriffe werden so nicht gefunden.",
			FR: "Sur Mac, les noms de fichiers copiés décomposent les lettres accentuées en deux signes. Ils se ressemblent mais comptent comme différents ; fichiers et termes ne sont alors pas trouvés.",
			EN: "File names copied on a Mac take accented letters to pieces. They look the same but count as different, so that files and terms are not found."},
		Wrong: "title: Mu(U+0308)nchen", Right: "title: München",
	}
	MatterMissing = diag.Rule{
		Name: "front-matter-missing", Severity: diag.Error,
		Message: diag.Text{DE: "Die Datei beginnt nicht mit einer Zeile „---“.", FR: "Le fichier ne commence pas par une ligne « --- ».", EN: "The file does not begin with a line “---”."},
		Cure:    diag.Text{DE: "Die Angaben des Blatts zwischen zwei Zeilen „---“ an den Anfang stellen.", FR: "Placer les données de la fiche au début, entre deux lignes « --- ».", EN: "Put the sheet’s fields first, between two lines “---”."},
		Explain: diag.Text{
			DE: "Am Anfang jeder Datei stehen die Angaben, darunter der Text. Ohne die Zeile „---“ ist nicht zu erkennen, was Angabe ist und was Text.",
			FR: "Au début de chaque fichier se trouvent les données, puis le texte. Sans la ligne « --- », rien ne distingue les données du texte.",
			EN: "Every file begins with its fields, the text comes below. Without the line “---” it can’t be told what is a field and what is text."},
		Wrong: "title: Treffpunkt\n---\nDer Text.", Right: "---\ntitle: Treffpunkt\n---\nDer Text.",
	}
	MatterUnclosed = diag.Rule{
		Name: "front-matter-unclosed", Severity: diag.Error,
		Message: diag.Text{DE: "Zu diesem „---“ fehlt die schließende Zeile „---“.", FR: "Il manque la ligne « --- » qui ferme celle-ci.", EN: "The line “---” that closes this one is missing."},
		Cure:    diag.Text{DE: "Eine Zeile „---“ hinter die letzte Angabe setzen.", FR: "Ajouter une ligne « --- » après la dernière donnée.", EN: "Add a line “---” after the last field."},
		Explain: diag.Text{
			DE: "Ohne die zweite Zeile „---“ würde der ganze Text als Angaben gelesen. praxisblatt rät, wo sie hingehört, und liest weiter, um auch andere Fehler zu nennen.",
			FR: "Sans la deuxième ligne « --- », tout le texte serait lu comme des données. praxisblatt devine où elle va et continue, pour signaler aussi les autres fautes.",
			EN: "Without the second line “---” all of the text would be read as fields. praxisblatt guesses where it belongs and reads on, to name other faults as well."},
		Wrong: "---\ntitle: Treffpunkt\n\nDer Text.", Right: "---\ntitle: Treffpunkt\n---\n\nDer Text.",
	}
	MatterDots = diag.Rule{
		Name: "front-matter-dots", Severity: diag.Error,
		Message: diag.Text{DE: "Die Angaben enden mit „...“ statt mit „---“.", FR: "Les données se terminent par « ... » au lieu de « --- ».", EN: "The front matter ends with “...” instead of “---”."},
		Cure:    diag.Text{DE: "„---“ schreiben.", FR: "Écrire « --- ».", EN: "Write “---”."},
		Explain: diag.Text{
			DE: "YAML erlaubt „...“ als Ende, andere Programme erkennen es nicht und verlieren alle Angaben. Deshalb gilt hier nur „---“.",
			FR: "YAML permet « ... » pour finir, mais d’autres logiciels ne le reconnaissent pas et perdent toutes les données. Ici, seul « --- » vaut donc.",
			EN: "YAML allows “...” as an end; other programs don’t know it and lose all fields. So only “---” counts here."},
		Wrong: "---\ntitle: Treffpunkt\n...\nDer Text.", Right: "---\ntitle: Treffpunkt\n---\nDer Text.",
	}
	MatterIndented = diag.Rule{
		Name: "front-matter-indented", Severity: diag.Warning,
		Message: diag.Text{DE: "Ein eingerücktes „---“ beendet die Angaben nicht; es gehört zum Text.", FR: "Un « --- » en retrait ne ferme pas les données ; il fait partie du texte.", EN: "An indented “---” does not end the front matter; it is part of the text."},
		Cure:    diag.Text{DE: "Für das Ende den Einzug entfernen, für eine Linie im Text „***“ schreiben.", FR: "Pour fermer, supprimer le retrait ; pour un filet dans le texte, écrire « *** ».", EN: "To end it, remove the indentation; for a rule in the text, write “***”."},
		Explain: diag.Text{
			DE: "Manche Programme halten auch ein eingerücktes „---“ für das Ende und schneiden den Rest des Blatts ab. praxisblatt tut das nicht, weist aber darauf hin.",
			FR: "Certains logiciels prennent aussi un « --- » en retrait pour la fin et coupent le reste de la fiche. praxisblatt ne le fait pas, mais le signale.",
			EN: "Some programs take an indented “---” for the end as well and cut off the rest of the sheet. praxisblatt does not, but says so."},
		Wrong: "context: |\n  Erster Teil\n  ---\n  Zweiter Teil", Right: "context: |\n  Erster Teil\n\n  ***\n\n  Zweiter Teil",
	}
	DuplicateKey = diag.Rule{
		Name: "duplicate-key", Severity: diag.Error,
		Message: diag.Text{DE: "„{key}“ steht hier zum zweiten Mal; nur die erste Angabe gilt.", FR: "« {key} » figure ici une deuxième fois ; seule la première vaut.", EN: "“{key}” stands here a second time; only the first counts."},
		Cure:    diag.Text{DE: "Die beiden zusammenführen.", FR: "Réunir les deux.", EN: "Merge the two."},
		Explain: diag.Text{
			DE: "Steht eine Angabe zweimal da, ist nicht zu erkennen, welche gemeint ist. Andere Programme nehmen die letzte, ohne etwas zu sagen.",
			FR: "Si une donnée figure deux fois, rien ne dit laquelle est la bonne. D’autres logiciels prennent la dernière sans rien dire.",
			EN: "If a field stands there twice, nobody can tell which is meant. Other programs silently take the last."},
		Wrong: "title: Treffpunkt\ntitle: Café", Right: "title: Treffpunkt im Café",
	}
	YAMLTab = diag.Rule{
		Name: "yaml-tab", Severity: diag.Error,
		Message: diag.Text{DE: "Hier ist mit einem Tabulator eingerückt.", FR: "Le retrait est fait ici avec une tabulation.", EN: "This line is indented with a tab."},
		Cure:    diag.Text{DE: "Mit Leerzeichen einrücken.", FR: "Utiliser des espaces.", EN: "Indent with blanks."},
		Explain: diag.Text{
			DE: "Ein Tabulator ist in jedem Programm verschieden breit. Deshalb lässt YAML zum Einrücken nur Leerzeichen zu.",
			FR: "Une tabulation n’a pas la même largeur dans tous les logiciels. Pour les retraits, YAML n’admet donc que des espaces.",
			EN: "A tab is as wide as each program likes. So YAML allows blanks only for indentation."},
		Wrong: "carrier:\n\tname: Stadt Trier", Right: "carrier:\n  name: Stadt Trier",
	}
	YAMLColon = diag.Rule{
		Name: "yaml-colon", Severity: diag.Error,
		Message: diag.Text{DE: "Ein Doppelpunkt mit Leerzeichen im Wert beginnt für YAML eine neue Angabe.", FR: "Pour YAML, un deux-points suivi d’une espace commence une nouvelle donnée.", EN: "To YAML, a colon with a blank inside a value begins a new field."},
		Near:    diag.Text{DE: "Den Wert in Anführungszeichen setzen: {suggestion}", FR: "Mettre la valeur entre guillemets droits : {suggestion}", EN: "Put the value in quotes: {suggestion}"},
		Explain: diag.Text{
			DE: "Ein Doppelpunkt mit Leerzeichen trennt eine Angabe von ihrem Wert. Kommt er im Wert noch einmal vor, muss der Wert in Anführungszeichen stehen.",
			FR: "Un deux-points suivi d’une espace sépare une donnée de sa valeur. S’il revient dans la valeur, celle-ci doit être entre guillemets droits.",
			EN: "A colon with a blank separates a field from its value. If the value has one too, it must stand in quotes."},
		Wrong: "title: Metz: Aufruf an die Bevölkerung", Right: "title: \"Metz: Aufruf an die Bevölkerung\"",
	}
	YAMLQuote = diag.Rule{
		Name: "yaml-quote", Severity: diag.Error,
		Message: diag.Text{DE: "Dieses Anführungszeichen {quote} wird auf seiner Zeile nicht geschlossen.", FR: "Ce guillemet {quote} n’est pas fermé sur sa ligne.", EN: "This quote {quote} is not closed on its line."},
		Cure:    diag.Text{DE: "Am Ende des Werts schließen und dahinter nichts mehr schreiben.", FR: "Le fermer à la fin de la valeur et ne rien écrire après.", EN: "Close it at the end of the value, with nothing behind it."},
		Near:    diag.Text{DE: "Kommt es im Wert vor, dann so: {suggestion}", FR: "S’il apparaît dans la valeur, écrire : {suggestion}", EN: "If it occurs within the value, write: {suggestion}"},
		Explain: diag.Text{
			DE: "Ein offenes Anführungszeichen verschluckt die folgenden Zeilen. Auch Text hinter dem schließenden Zeichen ist nicht erlaubt.",
			FR: "Un guillemet resté ouvert avale les lignes suivantes. Du texte après le guillemet fermant n’est pas permis non plus.",
			EN: "An open quote swallows the lines below. Text behind the closing one is not allowed either."},
		Wrong: "title: \"Treffpunkt", Right: "title: \"Treffpunkt\"",
	}
	YAMLEscape = diag.Rule{
		Name: "yaml-escape", Severity: diag.Error,
		Message: diag.Text{DE: "Zwischen doppelten Anführungszeichen leitet „\\“ ein Sonderzeichen ein; dieses gibt es nicht.", FR: "Entre guillemets doubles, « \\ » annonce un caractère spécial ; celui-ci n’existe pas.", EN: "Inside double quotes, “\\” begins a special character; there is none like this."},
		Cure:    diag.Text{DE: "„\\\\“ schreiben oder den Wert in einfache Anführungszeichen setzen.", FR: "Écrire « \\\\ » ou mettre la valeur entre apostrophes droites.", EN: "Write “\\\\”, or put the value in single quotes."},
		Near:    diag.Text{DE: "In einfache Anführungszeichen setzen: {suggestion}", FR: "Mettre la valeur entre apostrophes droites : {suggestion}", EN: "Put it in single quotes: {suggestion}"},
		Explain: diag.Text{
			DE: "Der Rückstrich kommt meist mit einem Windows-Pfad in den Text. Zwischen einfachen Anführungszeichen steht er nur für sich.",
			FR: "La barre oblique inverse vient le plus souvent d’un chemin Windows. Entre apostrophes droites, elle ne représente qu’elle-même.",
			EN: "The backslash mostly comes with a Windows path. In single quotes it stands for itself only."},
		Wrong: "title: \"C:\\dossier\"", Right: "title: 'C:\\dossier'",
	}
	YAMLBracket = diag.Rule{
		Name: "yaml-bracket", Severity: diag.Error,
		Message: diag.Text{DE: "Zu dieser Klammer „{open}“ fehlt „{close}“.", FR: "À ce crochet « {open} » manque « {close} ».", EN: "This bracket “{open}” lacks its “{close}”."},
		Cure:    diag.Text{DE: "Die Liste auf derselben Zeile schließen; ein Wert mit Komma oder Klammer gehört in Anführungszeichen.", FR: "Fermer la liste sur la même ligne ; une valeur avec virgule ou crochet se met entre guillemets.", EN: "Close the list on the same line; a value with a comma or bracket belongs in quotes."},
		Explain: diag.Text{
			DE: "In eckigen Klammern steht eine Liste, in geschweiften stehen Unterangaben. Ohne die schließende Klammer liest YAML die nächsten Zeilen mit.",
			FR: "Les crochets contiennent une liste, les accolades des sous-données. Sans le signe fermant, YAML lit aussi les lignes suivantes.",
			EN: "Square brackets hold a list, braces hold fields. Without the closing one YAML reads on into the next lines."},
		Wrong: "themes: [housing, work", Right: "themes: [housing, work]",
	}
	YAMLCharacter = diag.Rule{
		Name: "yaml-character", Severity: diag.Error,
		Message: diag.Text{DE: "Ein Wert darf nicht mit „{character}“ beginnen, weil YAML es anders versteht.", FR: "Une valeur ne peut pas commencer par « {character} », que YAML comprend autrement.", EN: "A value can’t begin with “{character}”, which YAML takes for something else."},
		Near:    diag.Text{DE: "In Anführungszeichen setzen: {suggestion}", FR: "Mettre entre guillemets droits : {suggestion}", EN: "Put it in quotes: {suggestion}"},
		Explain: diag.Text{
			DE: "Einige Zeichen haben am Anfang eines Werts eine besondere Bedeutung. In Anführungszeichen sind sie gewöhnlicher Text.",
			FR: "Quelques signes ont un sens particulier au début d’une valeur. Entre guillemets droits, ils sont du texte ordinaire.",
			EN: "Some characters have a special meaning at the start of a value. In quotes they are plain text."},
		Wrong: "title: @home in Trier", Right: "title: \"@home in Trier\"",
	}
	YAMLBlock = diag.Rule{
		Name: "yaml-block", Severity: diag.Error,
		Message: diag.Text{DE: "Hinter „{character}“ darf auf derselben Zeile nichts mehr stehen.", FR: "Rien ne doit suivre « {character} » sur la même ligne.", EN: "Nothing may follow “{character}” on the same line."},
		Cure:    diag.Text{DE: "Den Text auf der nächsten Zeile beginnen, eingerückt; passt er auf eine Zeile, „{character}“ weglassen.", FR: "Commencer le texte à la ligne suivante, en retrait ; s’il tient sur une ligne, supprimer « {character} ».", EN: "Begin the text on the next line, indented; if it fits on one line, leave “{character}” out."},
		Explain: diag.Text{
			DE: "Der senkrechte Strich kündigt einen Text von mehreren Zeilen an, die alle darunter stehen, gleich weit eingerückt.",
			FR: "La barre verticale annonce un texte de plusieurs lignes, qui se trouvent toutes en dessous, avec le même retrait.",
			EN: "The bar announces a text of several lines, which all stand below it, indented alike."},
		Wrong: "context: | Viele Menschen sind neu.", Right: "context: |\n  Viele Menschen sind neu.",
	}
	YAMLSpace = diag.Rule{
		Name: "yaml-space", Severity: diag.Error,
		Message: diag.Text{DE: "Diese Zeile beginnt mit einem besonderen Leerzeichen ({character}), das nicht einrückt.", FR: "Cette ligne commence par une espace particulière ({character}), qui ne met pas en retrait.", EN: "This line begins with a special space ({character}), which does not indent."},
		Cure:    diag.Text{DE: "Es löschen und mit der Leertaste einrücken.", FR: "La supprimer et mettre en retrait avec la barre d’espace.", EN: "Delete it and indent with the space bar."},
		Explain: diag.Text{
			DE: "Wer Text aus Word, einer E-Mail oder einer Webseite einfügt, bringt oft geschützte Leerzeichen mit. Sie sehen aus wie gewöhnliche, zählen für YAML aber als Buchstaben.",
			FR: "Un texte collé depuis Word, un courriel ou une page web apporte souvent des espaces insécables. Elles ressemblent aux autres, mais YAML les prend pour des lettres.",
			EN: "Text pasted from Word, an e-mail or a web page often brings no-break spaces along. They look like others, but YAML takes them for letters."},
		Wrong: "carrier:\n\u00a0 name: Stadt Trier", Right: "carrier:\n  name: Stadt Trier",
	}
	YAMLIndent = diag.Rule{
		Name: "yaml-indent", Severity: diag.Error,
		Message: diag.Text{DE: "Der Einzug dieser Zeile passt zu keiner Angabe darüber.", FR: "Le retrait de cette ligne ne correspond à aucune donnée au-dessus.", EN: "The indentation of this line fits no field above."},
		Cure:    diag.Text{DE: "Wie die Geschwister darüber einrücken; Zusammengehöriges beginnt in derselben Spalte.", FR: "Aligner sur les lignes sœurs au-dessus : ce qui va ensemble commence dans la même colonne.", EN: "Align it with its siblings: what belongs together begins in the same column."},
		Explain: diag.Text{
			DE: "Der Einzug zeigt, was wozu gehört. Ein Leerzeichen zu viel oder zu wenig, und die Zeile gehört zu nichts.",
			FR: "Le retrait montre ce qui va avec quoi. Une espace de trop ou de moins, et la ligne n’appartient à rien.",
			EN: "Indentation shows what belongs to what. One blank too many or too few, and the line belongs to nothing."},
		Wrong: "carrier:\n  name: Stadt Trier\n   kind: municipality", Right: "carrier:\n  name: Stadt Trier\n  kind: municipality",
	}
	YAMLKey = diag.Rule{
		Name: "yaml-key", Severity: diag.Error,
		Message: diag.Text{DE: "Erwartet wird „Angabe: Wert“; diese Zeile gehört zu keiner Angabe.", FR: "On attend « donnée: valeur » ; cette ligne n’appartient à aucune donnée.", EN: "Expected “field: value”; this line belongs to no field."},
		Cure:    diag.Text{DE: "Text unter einer Angabe einrücken; hinter dem Doppelpunkt steht ein Leerzeichen.", FR: "Mettre le texte en retrait sous sa donnée ; une espace suit le deux-points.", EN: "Indent text under its field; a blank follows the colon."},
		Near:    diag.Text{DE: "Gemeint ist wohl: {suggestion}", FR: "Sans doute : {suggestion}", EN: "Probably: {suggestion}"},
		Explain: diag.Text{
			DE: "Zwischen den beiden Zeilen „---“ stehen nur Angaben der Form „name: Wert“. Längerer Text beginnt nach „|“ auf der nächsten Zeile und ist eingerückt.",
			FR: "Entre les deux lignes « --- » ne se trouvent que des données de la forme « name: valeur ». Un texte plus long commence après « | », à la ligne suivante, en retrait.",
			EN: "Between the two lines “---” there are only fields of the form “name: value”. Longer text begins after “|” on the next line and is indented."},
		Wrong: "status:current", Right: "status: current",
	}
	YAMLFeature = diag.Rule{
		Name: "yaml-feature", Severity: diag.Error,
		Message: diag.Text{DE: "Anker, Verweise, Typangaben und tiefe Verschachtelung von YAML werden hier nicht gelesen.", FR: "Les ancres, renvois, types et imbrications profondes de YAML ne sont pas lus ici.", EN: "YAML’s anchors, aliases, tags and deep nesting are not read here."},
		Cure:    diag.Text{DE: "Den Wert ausschreiben; beginnt er mit & * oder !, in Anführungszeichen setzen.", FR: "Écrire la valeur en toutes lettres ; si elle commence par & * ou !, la mettre entre guillemets.", EN: "Write the value out; if it begins with & * or !, put it in quotes."},
		Explain: diag.Text{
			DE: "YAML kann mehr, als ein Blatt braucht. Manches davon lässt kleine Dateien riesig werden oder verbirgt, was dasteht; deshalb bleibt es hier ausgeschlossen.",
			FR: "YAML sait faire plus qu’il n’en faut pour une fiche. Certaines de ces possibilités rendent énormes de petits fichiers ou cachent ce qui est écrit ; elles sont donc exclues ici.",
			EN: "YAML can do more than a sheet needs. Some of it makes small files huge or hides what stands there; so it is left out here."},
		Wrong: "themes: &t [housing]\naudience: *t", Right: "themes: [housing]\naudience: [residents]",
	}
	YAMLSyntax = diag.Rule{
		Name: "yaml-syntax", Severity: diag.Error,
		Message: diag.Text{DE: "YAML kann diese Zeile nicht lesen ({detail}).", FR: "YAML ne peut pas lire cette ligne ({detail}).", EN: "YAML can’t read this line ({detail})."},
		Cure:    diag.Text{DE: "Einzug, Klammern und Anführungszeichen dieser und der vorigen Zeile prüfen.", FR: "Vérifier retraits, crochets et guillemets de cette ligne et de la précédente.", EN: "Check indentation, brackets and quotes of this line and the one before."},
		Explain: diag.Text{
			DE: "Hier passt etwas nicht zu den Regeln von YAML, und praxisblatt kennt keine genauere Ursache. Der Fehler liegt oft eine Zeile weiter oben.",
			FR: "Quelque chose ne correspond pas ici aux règles de YAML, et praxisblatt n’en connaît pas la cause précise. La faute se trouve souvent une ligne plus haut.",
			EN: "Something here does not fit the rules of YAML, and praxisblatt knows no closer cause. The fault is often one line further up."},
		Wrong: "themes: [housing]]", Right: "themes: [housing]",
	}
	YAMLComment = diag.Rule{
		Name: "yaml-comment", Severity: diag.Warning,
		Message: diag.Text{DE: "Ab „#“ gilt der Rest der Zeile als Kommentar und fehlt im Wert.", FR: "À partir de « # », le reste de la ligne est un commentaire et manque dans la valeur.", EN: "From “#” on the line is a comment, missing from the value."},
		Near:    diag.Text{DE: "Gehört es zum Wert, in Anführungszeichen setzen: {suggestion} Für einen Kommentar zwei Leerzeichen davor und eines dahinter.", FR: "Si cela fait partie de la valeur, mettre entre guillemets : {suggestion} Pour un commentaire, deux espaces avant et une après.", EN: "If it belongs to the value, quote it: {suggestion} For a comment, put two blanks before and one behind."},
		Explain: diag.Text{
			DE: "Nach einem Leerzeichen beginnt „#“ einen Kommentar. Aus „Raum #3“ wird so unbemerkt „Raum“.",
			FR: "Après une espace, « # » commence un commentaire. « Salle #3 » devient ainsi « Salle » sans qu’on le remarque.",
			EN: "After a blank, “#” begins a comment. So “Room #3” becomes “Room” unnoticed."},
		Wrong: "title: Treffpunkt im Raum #3", Right: "title: \"Treffpunkt im Raum #3\"",
	}
	SmartQuotes = diag.Rule{
		Name: "smart-quotes", Severity: diag.Warning,
		Message: diag.Text{DE: "Typografische Anführungszeichen um einen Wert gehören für YAML zum Text.", FR: "Pour YAML, des guillemets typographiques autour d’une valeur font partie du texte.", EN: "To YAML, typographic quotes around a value are part of the text."},
		Near:    diag.Text{DE: "Gerade Zeichen verwenden: {suggestion} Sind sie gemeint, den ganzen Wert in gerade setzen.", FR: "Utiliser des guillemets droits : {suggestion} S’ils sont voulus, entourer le tout de guillemets droits.", EN: "Use straight ones: {suggestion} If they are meant, put straight ones around them."},
		Explain: diag.Text{
			DE: "Textprogramme machen aus geraden Anführungszeichen typografische. YAML kennt nur die geraden; die anderen erscheinen auf der Seite mit.",
			FR: "Les traitements de texte remplacent les guillemets droits par des guillemets typographiques. YAML ne connaît que les droits ; les autres apparaissent sur la page.",
			EN: "Word processors turn straight quotes into typographic ones. YAML knows the straight ones only; the others show on the page."},
		Wrong: "title: „Treffpunkt“", Right: "title: \"Treffpunkt\"",
	}
	Unquoted = diag.Rule{
		Name: "unquoted", Severity: diag.Note,
		Message: diag.Text{DE: "„{value}“ wird als Text gelesen; andere Programme lesen es als Zahl oder Wahrheitswert.", FR: "« {value} » est lu comme un texte ; d’autres logiciels y lisent un nombre ou un booléen.", EN: "“{value}” is read as a text; other programs read a number or a boolean."},
		Near:    diag.Text{DE: "Eindeutig ist {suggestion}", FR: "Sans équivoque : {suggestion}", EN: "Unambiguous: {suggestion}"},
		Explain: diag.Text{
			DE: "praxisblatt liest Werte so, wie sie dastehen. Andere Programme, etwa Redaktionssysteme, machen aus NO ein „falsch“ und aus 0651 eine Zahl ohne Null.",
			FR: "praxisblatt lit les valeurs telles quelles. D’autres logiciels, par exemple des systèmes de rédaction, font de NO un « faux » et de 0651 un nombre sans zéro.",
			EN: "praxisblatt reads values as they stand. Other programs, such as editing systems, turn NO into “false” and 0651 into a number without its zero."},
		Wrong: "country: NO", Right: "country: \"NO\"",
	}
)

// Texts of related places.
var (
	FirstKey  = diag.Text{DE: "Hier steht die Angabe zum ersten Mal.", FR: "La donnée figure ici une première fois.", EN: "The field stands here first."}
	MatterEnd = diag.Text{DE: "Hier enden die Angaben vermutlich.", FR: "Les données se terminent sans doute ici.", EN: "The front matter probably ends here."}
)
