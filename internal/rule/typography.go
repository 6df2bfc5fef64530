package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of typography: notes that `fmt --typography` mends.
var (
	StraightQuotes = diag.Rule{
		Name: "straight-quotes", Severity: diag.Note,
		Message: diag.Text{DE: "Hier stehen gerade Anführungszeichen oder Apostrophe: {text}", FR: "Guillemets ou apostrophes droits ici : {text}", EN: "There are straight quotes or apostrophes here: {text}"},
		Cure:    diag.Text{DE: "„praxisblatt fmt --typography“ setzt die richtigen.", FR: "« praxisblatt fmt --typography » met les bons.", EN: "“praxisblatt fmt --typography” sets the right ones."},
		Near:    diag.Text{DE: "Richtig: {suggestion} – „praxisblatt fmt --typography“ setzt sie.", FR: "Correct : {suggestion} – « praxisblatt fmt --typography » les remplace.", EN: "Right: {suggestion} – “praxisblatt fmt --typography” sets them."},
		Explain: diag.Text{
			DE: "Die Tastatur kennt nur gerade Zeichen. Gedruckt und auf der Seite stehen die der Sprache, im Deutschen „…“; der Apostroph ist ’. In Code, Adressen und Namen ändert fmt nichts.",
			FR: "Le clavier ne connaît que des signes droits. Sur papier et à l’écran, chaque langue a les siens, le français « … » ; l’apostrophe est ’. fmt ne touche ni au code, ni aux adresses, ni aux noms.",
			EN: "Keyboards have straight marks only. In print and on the page each language has its own, English “…”; the apostrophe is ’. fmt changes nothing in code, addresses and names."},
		Wrong: "summary: Der \"Runde Tisch\" tagt im Rathaus.", Right: "summary: Der „Runde Tisch“ tagt im Rathaus.",
	}
	FrenchSpaces = diag.Rule{
		Name: "french-spaces", Severity: diag.Note,
		Message: diag.Text{DE: "Im Französischen fehlt hier ein Leerzeichen, das nicht umbricht: {text}", FR: "Il manque ici une espace insécable : {text}", EN: "French wants a space here that does not break: {text}"},
		Cure:    diag.Text{DE: "„praxisblatt fmt --typography“ setzt es.", FR: "« praxisblatt fmt --typography » la met.", EN: "“praxisblatt fmt --typography” sets it."},
		Near:    diag.Text{DE: "Richtig: {suggestion} – „praxisblatt fmt --typography“ setzt es.", FR: "Correct : {suggestion} – « praxisblatt fmt --typography » la met.", EN: "Right: {suggestion} – “praxisblatt fmt --typography” sets it."},
		Explain: diag.Text{
			DE: "Im Französischen steht vor ; ! ? % € und innerhalb der Guillemets ein schmales Leerzeichen (U+202F), vor dem Doppelpunkt ein breites (U+00A0). Ein gewöhnliches bricht um, und das Zeichen steht allein am Anfang der nächsten Zeile.",
			FR: "En français, une espace fine insécable (U+202F) précède ; ! ? % € et se met à l’intérieur des guillemets ; une espace insécable (U+00A0) précède le deux-points. Une espace ordinaire laisse le signe seul au début de la ligne suivante.",
			EN: "In French a narrow space (U+202F) stands before ; ! ? % € and inside of guillemets, a wide one (U+00A0) before the colon. A plain one breaks, and the mark stands alone at the start of the next line."},
		Wrong: "summary: Qui aide les réfugiés ?  # U+0020", Right: "summary: Qui aide les réfugiés\u202f?  # U+202F",
	}
	RangeHyphen = diag.Rule{
		Name: "range-hyphen", Severity: diag.Note,
		Message: diag.Text{DE: "Hier steht ein Bindestrich zwischen zwei Zahlen: {text}", FR: "Un trait d’union relie ici deux nombres : {text}", EN: "There is a hyphen between two numbers here: {text}"},
		Cure:    diag.Text{DE: "„praxisblatt fmt --typography“ setzt den Halbgeviertstrich (–).", FR: "« praxisblatt fmt --typography » met un tiret demi-cadratin (–).", EN: "“praxisblatt fmt --typography” sets an en dash (–)."},
		Near:    diag.Text{DE: "„Bis“ schreibt man so: {suggestion} – „praxisblatt fmt --typography“ setzt es.", FR: "Pour dire « de … à » : {suggestion} – « praxisblatt fmt --typography » le met.", EN: "Where it means “to”: {suggestion} – “praxisblatt fmt --typography” sets it."},
		Explain: diag.Text{
			DE: "Zwischen Jahren und Zahlen steht der Halbgeviertstrich ohne Leerzeichen; Vorleseprogramme lesen ihn als „bis“. Gemeldet wird nur, was kaum etwas anderes sein kann als ein Bereich.",
			FR: "Entre des années ou des nombres se met un tiret demi-cadratin, sans espaces ; les lecteurs d’écran le lisent « à ». N’est signalé que ce qui ne peut guère être autre chose qu’un intervalle.",
			EN: "Between years and numbers stands an en dash without spaces; screen readers read it as “to”. Only what can hardly be anything but a range is reported."},
		Wrong: "summary: Das Projekt lief 2015-2016.", Right: "summary: Das Projekt lief 2015–2016.",
	}
)
