package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of values: what a single value must look like.
var (
	UnknownValue = diag.Rule{
		Name: "unknown-value", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist hier nicht möglich.", FR: "« {value} » n’est pas possible ici.", EN: "“{value}” is not possible here."},
		Cure:    diag.Text{DE: "Möglich sind: {values}.", FR: "Sont possibles : {values}.", EN: "Possible are: {values}."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“ (möglich: {values}).", FR: "Sans doute « {suggestion} » (possibles : {values}).", EN: "Probably “{suggestion}” (possible: {values})."},
		Explain: diag.Text{
			DE: "Manche Angaben kennen nur wenige feste Werte. Sie heißen in allen Sprachen gleich, damit das Blatt überall gleich eingeordnet wird; auf der Seite erscheinen sie übersetzt.",
			FR: "Certaines données n’admettent que quelques valeurs fixes. Elles s’écrivent de la même façon dans toutes les langues, pour que la fiche soit classée partout de la même manière ; sur la page, elles apparaissent traduites.",
			EN: "Some fields know only a few fixed values. They are the same in every language, so that a sheet is sorted the same everywhere; the page shows them translated."},
		Wrong: "status: abgeschlossen", Right: "status: finished",
	}
	UnknownTerm = diag.Rule{
		Name: "unknown-term", Severity: diag.Error,
		Message: diag.Text{DE: "Den Begriff „{value}“ gibt es in {file} nicht.", FR: "Le terme « {value} » n’existe pas dans {file}.", EN: "There is no term “{value}” in {file}."},
		Cure:    diag.Text{DE: "Einen vorhandenen Schlüssel verwenden oder den Begriff dort anlegen.", FR: "Utiliser une clé existante ou y créer le terme.", EN: "Use an existing key, or add the term there."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Themen, Orte, Zielgruppen und ähnliche Angaben verweisen auf Begriffe in content/vocabulary. Nur so findet man in jeder Sprache dieselben Blätter. Geschrieben wird der Schlüssel des Begriffs, nicht seine Bezeichnung.",
			FR: "Les thèmes, lieux, publics et données semblables renvoient à des termes de content/vocabulary. C’est ainsi que l’on trouve les mêmes fiches dans chaque langue. On écrit la clé du terme, et non son libellé.",
			EN: "Themes, places, audiences and the like refer to terms in content/vocabulary. Only then are the same sheets found in every language. Write the key of the term, not its label."},
		Wrong: "themes: [Wohnen]", Right: "themes: [housing]",
	}
	UnknownLanguage = diag.Rule{
		Name: "unknown-language", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist kein Sprachkürzel.", FR: "« {value} » n’est pas un code de langue.", EN: "“{value}” is not a language code."},
		Cure:    diag.Text{DE: "Das Kürzel nach ISO 639 verwenden, etwa de, fr, en, ar, uk.", FR: "Utiliser le code ISO 639, par exemple de, fr, en, ar, uk.", EN: "Use the code of ISO 639, such as de, fr, en, ar, uk."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Vorleseprogramme, Suchmaschinen und Browser richten sich nach dem Sprachkürzel. Ein falsches Kürzel führt zu falscher Aussprache, falscher Silbentrennung oder falscher Schreibrichtung.",
			FR: "Les lecteurs d’écran, les moteurs de recherche et les navigateurs se fient au code de langue. Un code erroné entraîne une mauvaise prononciation, une mauvaise coupure des mots ou un mauvais sens d’écriture.",
			EN: "Screen readers, search engines and browsers rely on the language code. A wrong one leads to wrong pronunciation, hyphenation or direction of writing."},
		Wrong: "offered_languages: [deutsch, gr]", Right: "offered_languages: [de, el]",
	}
	UnknownCountry = diag.Rule{
		Name: "unknown-country", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist kein Länderkürzel.", FR: "« {value} » n’est pas un code de pays.", EN: "“{value}” is not a country code."},
		Cure:    diag.Text{DE: "Die zwei Großbuchstaben nach ISO 3166 verwenden, etwa DE, FR, LU.", FR: "Utiliser les deux majuscules de l’ISO 3166, par exemple DE, FR, LU.", EN: "Use the two capitals of ISO 3166, such as DE, FR, LU."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Kennzeichen von Autos und Abkürzungen aus Umfragen sind nicht eindeutig. Die Kürzel nach ISO 3166 sind es, und andere Programme verstehen sie.",
			FR: "Les plaques d’immatriculation et les abréviations d’enquêtes sont ambiguës. Les codes ISO 3166 ne le sont pas, et d’autres logiciels les comprennent.",
			EN: "Car plates and abbreviations from surveys are ambiguous. The codes of ISO 3166 are not, and other programs understand them."},
		Wrong: "country: HUN", Right: "country: HU",
	}
	DateForm = diag.Rule{
		Name: "date-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist kein Datum, wie es hier geschrieben wird.", FR: "« {value} » n’est pas une date dans la forme attendue ici.", EN: "“{value}” is not a date as it is written here."},
		Cure:    diag.Text{DE: "Jahr, Monat, Tag mit Strichen: 2016, 2016-11 oder 2016-11-01; Frühling 2016 ist 2016-21, ungefähr 2016 ist 2016~.", FR: "Année, mois, jour avec des tirets : 2016, 2016-11 ou 2016-11-01 ; le printemps 2016 s’écrit 2016-21, environ 2016 s’écrit 2016~.", EN: "Year, month, day with hyphens: 2016, 2016-11 or 2016-11-01; spring 2016 is 2016-21, about 2016 is 2016~."},
		Near:    diag.Text{DE: "So ist es eindeutig: {suggestion}", FR: "Sans équivoque : {suggestion}", EN: "Unambiguous: {suggestion}"},
		Explain: diag.Text{
			DE: "01.02.2016 liest man in jedem Land anders. Mit dem Jahr zuerst ist ein Datum eindeutig und lässt sich ordnen; die Seite zeigt es so, wie es in ihrer Sprache üblich ist.",
			FR: "01.02.2016 ne se lit pas de la même façon dans tous les pays. Avec l’année en premier, une date est sans équivoque et peut être triée ; la page la montre selon l’usage de sa langue.",
			EN: "01.02.2016 is read differently from country to country. With the year first a date is unambiguous and can be sorted; the page shows it as is usual in its language."},
		Wrong: "published: 01.11.2026", Right: "published: 2026-11-01",
	}
	DateIncomplete = diag.Rule{
		Name: "date-incomplete", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ nennt keinen bestimmten Tag.", FR: "« {value} » ne désigne pas un jour précis.", EN: "“{value}” names no particular day."},
		Cure:    diag.Text{DE: "Jahr, Monat und Tag angeben, etwa 2026-11-01.", FR: "Indiquer l’année, le mois et le jour, par exemple 2026-11-01.", EN: "Give year, month and day, such as 2026-11-01."},
		Explain: diag.Text{
			DE: "Nach diesen Tagen ordnet und prüft praxisblatt: was neu ist, was geändert wurde, wann ein Kontakt abläuft. Dafür muss der Tag feststehen.",
			FR: "C’est d’après ces jours que praxisblatt trie et vérifie : ce qui est nouveau, ce qui a changé, quand un contact expire. Le jour doit donc être connu.",
			EN: "praxisblatt sorts and checks by these days: what is new, what has changed, when a contact expires. So the day must be known."},
		Wrong: "reviewed: 2026-11", Right: "reviewed: 2026-11-01",
	}
	DateOrder = diag.Rule{
		Name: "date-order", Severity: diag.Error,
		Message: diag.Text{DE: "Das Ende „{to}“ liegt vor dem Anfang „{from}“.", FR: "La fin « {to} » précède le début « {from} ».", EN: "The end “{to}” lies before the beginning “{from}”."},
		Cure:    diag.Text{DE: "Die beiden vertauschen oder berichtigen.", FR: "Les inverser ou les corriger.", EN: "Swap or correct the two."},
		Explain: diag.Text{
			DE: "Ein Zeitraum, der endet, bevor er beginnt, ist meist vertauscht oder vertippt.",
			FR: "Une période qui finit avant de commencer résulte le plus souvent d’une inversion ou d’une faute de frappe.",
			EN: "A period that ends before it begins is mostly swapped or mistyped."},
		Wrong: "period: {from: 2016-12, to: 2015-06}", Right: "period: {from: 2015-06, to: 2016-12}",
	}
	DateFuture = diag.Rule{
		Name: "date-future", Severity: diag.Note,
		Message: diag.Text{DE: "Der {value} liegt in der Zukunft.", FR: "Le {value} est dans le futur.", EN: "{value} lies in the future."},
		Cure:    diag.Text{DE: "Das Jahr prüfen.", FR: "Vérifier l’année.", EN: "Check the year."},
		Explain: diag.Text{
			DE: "Veröffentlicht, geändert und bestätigt wurde ein Blatt schon, wenn es dasteht. Ein späterer Tag ist oft ein Tippfehler und stellt das Blatt in „Neu“ dauerhaft nach oben.",
			FR: "Une fiche qui figure ici a déjà été publiée, modifiée et confirmée. Un jour à venir est souvent une faute de frappe, et il maintient la fiche en tête des nouveautés.",
			EN: "A sheet that is here has been published, changed and confirmed already. A later day is often a typing error, and keeps the sheet on top of what is new."},
		Wrong: "published: 2062-11-21", Right: "published: 2026-11-21",
	}
	URLForm = diag.Rule{
		Name: "url-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist keine vollständige Webadresse.", FR: "« {value} » n’est pas une adresse web complète.", EN: "“{value}” is not a complete web address."},
		Cure:    diag.Text{DE: "Sie beginnt mit https:// und enthält keine Leerzeichen.", FR: "Elle commence par https:// et ne contient pas d’espace.", EN: "It begins with https:// and has no blanks."},
		Near:    diag.Text{DE: "Gemeint ist wohl {suggestion}", FR: "Sans doute {suggestion}", EN: "Probably {suggestion}"},
		Explain: diag.Text{
			DE: "Ohne https:// sucht der Browser die Adresse auf der eigenen Website und findet nichts.",
			FR: "Sans https://, le navigateur cherche l’adresse sur le site lui-même et ne trouve rien.",
			EN: "Without https:// the browser looks for the address on the site itself and finds nothing."},
		Wrong: "url: www.trier.de", Right: "url: https://www.trier.de/",
	}
	EmailForm = diag.Rule{
		Name: "email-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist keine E-Mail-Adresse.", FR: "« {value} » n’est pas une adresse électronique.", EN: "“{value}” is not an e-mail address."},
		Cure:    diag.Text{DE: "Nur eine Adresse der Form name@beispiel.de angeben.", FR: "Indiquer une seule adresse, de la forme nom@exemple.fr.", EN: "Give one address only, of the form name@example.org."},
		Near:    diag.Text{DE: "Gemeint ist wohl {suggestion}", FR: "Sans doute {suggestion}", EN: "Probably {suggestion}"},
		Explain: diag.Text{
			DE: "Aus der Adresse wird ein Verweis, der das Mailprogramm öffnet. Das gelingt nur mit einer gültigen Adresse.",
			FR: "L’adresse devient un lien qui ouvre la messagerie. Cela ne marche qu’avec une adresse valable.",
			EN: "The address becomes a link that opens the mail program. That works with a valid address only."},
		Wrong: "email: info(at)trier.de", Right: "email: info@trier.de",
	}
	PhoneForm = diag.Rule{
		Name: "phone-form", Severity: diag.Warning,
		Message: diag.Text{DE: "„{value}“ lässt sich nicht als Telefonnummer wählen.", FR: "« {value} » ne peut pas être composé comme numéro de téléphone.", EN: "“{value}” can’t be dialled as a phone number."},
		Cure:    diag.Text{DE: "Nur Ziffern, Leerzeichen und die Zeichen + ( ) / - verwenden.", FR: "N’utiliser que des chiffres, des espaces et les signes + ( ) / -.", EN: "Use only digits, blanks and the signs + ( ) / -."},
		Explain: diag.Text{
			DE: "Auf dem Telefon lässt sich die Nummer antippen. Wörter und mehrere Nummern in einer Angabe machen das unmöglich.",
			FR: "Sur un téléphone, on appelle en touchant le numéro. Des mots ou plusieurs numéros dans une même donnée l’empêchent.",
			EN: "On a phone the number can be tapped. Words, or several numbers in one field, make that impossible."},
		Wrong: "phone: 0651 718-0 oder 718-1 (Zentrale)", Right: `phone: "+49 651 718-0"`,
	}
	NumberForm = diag.Rule{
		Name: "number-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist keine Zahl.", FR: "« {value} » n’est pas un nombre.", EN: "“{value}” is not a number."},
		Cure:    diag.Text{DE: "Nur Ziffern schreiben, Dezimalstellen nach einem Punkt; die Einheit gehört in unit.", FR: "N’écrire que des chiffres, les décimales après un point ; l’unité va dans unit.", EN: "Write digits only, decimals after a point; the unit belongs in unit."},
		Near:    diag.Text{DE: "Gemeint ist wohl {suggestion}", FR: "Sans doute {suggestion}", EN: "Probably {suggestion}"},
		Explain: diag.Text{
			DE: "Mit Zahlen wird gerechnet und gezeichnet. Tausenderpunkte, Leerzeichen und Einheiten setzt die Seite selbst, wie es in ihrer Sprache üblich ist.",
			FR: "Les nombres servent à calculer et à dessiner. La page ajoute elle-même séparateurs et unités selon l’usage de sa langue.",
			EN: "Numbers are added up and drawn. The page puts in separators and units itself, as is usual in its language."},
		Wrong: "figures:\n  - {label: Wohnungen, value: 12 500}", Right: "figures:\n  - {label: Wohnungen, value: 12500}",
	}
	NumberGrouped = diag.Rule{
		Name: "number-grouped", Severity: diag.Warning,
		Message: diag.Text{DE: "„{value}“ wird als Zahl mit drei Dezimalstellen gelesen.", FR: "« {value} » est lu comme un nombre à trois décimales.", EN: "“{value}” is read as a number with three decimals."},
		Near:    diag.Text{DE: "Sind Tausend gemeint: {suggestion}", FR: "S’il s’agit de milliers : {suggestion}", EN: "If thousands are meant: {suggestion}"},
		Explain: diag.Text{
			DE: "Der Punkt trennt hier Dezimalstellen, keine Tausender. Aus 1.200 wird sonst unbemerkt 1,2.",
			FR: "Ici, le point sépare les décimales et non les milliers. Sinon, 1.200 devient 1,2 sans qu’on le remarque.",
			EN: "The point stands before decimals here, not between thousands. Else 1.200 becomes 1.2 unnoticed."},
		Wrong: "figures:\n  - {label: Gäste, value: 1.200}", Right: "figures:\n  - {label: Gäste, value: 1200}",
	}
	NumberRange = diag.Rule{
		Name: "number-range", Severity: diag.Error,
		Message: diag.Text{DE: "{value} liegt nicht zwischen {min} und {max}.", FR: "{value} n’est pas compris entre {min} et {max}.", EN: "{value} does not lie between {min} and {max}."},
		Cure:    diag.Text{DE: "Breite (lat) und Länge (lon) in Grad angeben; sind sie vertauscht?", FR: "Indiquer la latitude (lat) et la longitude (lon) en degrés ; sont-elles inversées ?", EN: "Give latitude (lat) and longitude (lon) in degrees; are they swapped?"},
		Explain: diag.Text{
			DE: "Ein Ort mit unmöglichen Koordinaten fehlt auf der Karte oder steht am falschen Fleck.",
			FR: "Un lieu aux coordonnées impossibles manque sur la carte ou s’y trouve au mauvais endroit.",
			EN: "A place with impossible coordinates is missing from the map, or in the wrong spot."},
		Wrong: "lat: 497.57", Right: "lat: 49.757",
	}
	DurationForm = diag.Rule{
		Name: "duration-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist keine Dauer.", FR: "« {value} » n’est pas une durée.", EN: "“{value}” is not a duration."},
		Cure:    diag.Text{DE: "Eine Zahl mit d (Tage), w (Wochen), m (Monate) oder y (Jahre) schreiben: 6m.", FR: "Écrire un nombre suivi de d (jours), w (semaines), m (mois) ou y (années) : 6m.", EN: "Write a number with d (days), w (weeks), m (months) or y (years): 6m."},
		Explain: diag.Text{
			DE: "Nach dieser Dauer erinnert praxisblatt daran, ein Blatt bestätigen zu lassen.",
			FR: "Passé cette durée, praxisblatt rappelle de faire confirmer une fiche.",
			EN: "After this time praxisblatt reminds you to have a sheet confirmed."},
		Wrong: "review_interval: halbjährlich", Right: "review_interval: 6m",
	}
	NameForm = diag.Rule{
		Name: "name-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ enthält anderes als Kleinbuchstaben von a bis z, Ziffern und einzelne Striche.", FR: "« {value} » contient autre chose que des minuscules de a à z, des chiffres et des tirets simples.", EN: "“{value}” has more in it than small letters from a to z, digits and single hyphens."},
		Cure:    diag.Text{DE: "Nur diese verwenden.", FR: "N’utiliser que ces signes.", EN: "Use only these."},
		Near:    diag.Text{DE: "Möglich wäre „{suggestion}“.", FR: "On pourrait écrire « {suggestion} ».", EN: "“{suggestion}” would do."},
		Explain: diag.Text{
			DE: "Aus diesem Namen wird ein Teil der Webadresse. Umlaute, Leerzeichen und Großbuchstaben gehen beim Weitergeben einer Adresse oft verloren.",
			FR: "Ce nom devient une partie de l’adresse web. Les accents, espaces et majuscules se perdent souvent quand on transmet une adresse.",
			EN: "This name becomes a part of the web address. Accents, blanks and capitals are often lost when an address is passed on."},
		Wrong: "slug: Website für Flüchtlinge", Right: "slug: website-fuer-fluechtlinge",
	}
	AliasForm = diag.Rule{
		Name: "alias-form", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist kein Name einer Seite, von der weitergeleitet werden kann.", FR: "« {value} » n’est pas un nom de page depuis lequel on peut rediriger.", EN: "“{value}” is no name of a page that could redirect."},
		Cure:    diag.Text{DE: "Einen Dateinamen angeben, der auf .html endet, ohne https://, führenden Schrägstrich und „..“.", FR: "Indiquer un nom de fichier qui se termine par .html, sans https://, ni barre oblique au début, ni « .. ».", EN: "Give a file name that ends in .html, without https://, a leading slash or “..”."},
		Near:    diag.Text{DE: "Möglich wäre „{suggestion}“.", FR: "On pourrait écrire « {suggestion} ».", EN: "“{suggestion}” would do."},
		Explain: diag.Text{
			DE: "Unter dem alten Namen wird eine Seite angelegt, die auf das Blatt weiterleitet. Sie liegt neben der Seite des Blatts und nirgends sonst.",
			FR: "Sous l’ancien nom, une page est créée qui redirige vers la fiche. Elle se trouve à côté de la page de la fiche, et nulle part ailleurs.",
			EN: "Under the old name a page is made that redirects to the sheet. It lies beside the sheet’s page and nowhere else."},
		Wrong: "aliases: [/alt/seite]", Right: "aliases: [seite.html]",
	}
)
