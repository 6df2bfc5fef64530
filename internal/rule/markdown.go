package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of Markdown: what the texts of the parts may hold.
var (
	MarkdownTooDeep = diag.Rule{
		Name: "markdown-too-deep", Severity: diag.Error,
		Message: diag.Text{DE: "Der Text ist zu lang oder zu tief verschachtelt.", FR: "Le texte est trop long ou trop imbriqué.", EN: "The text is too long or nested too deeply."},
		Cure:    diag.Text{DE: "Text teilen, Listen und Zitate flacher gliedern.", FR: "Diviser le texte, réduire les niveaux de listes et de citations.", EN: "Split the text, use fewer levels of lists and quotations."},
		Explain: diag.Text{
			DE: "Texte dieser Größe oder Tiefe schreibt niemand von Hand; sie würden das Bauen der Website aufhalten. Der betroffene Teil erscheint als einfacher Text.",
			FR: "Personne n’écrit à la main des textes de cette taille ou de cette profondeur ; ils bloqueraient la construction du site. La partie concernée apparaît comme texte simple.",
			EN: "Nobody writes texts of this size or depth by hand; they would hold up the build. The part concerned shows as plain text."},
		Wrong: "> > > > > > > > … > Zitat", Right: "> Zitat",
	}
	FootnoteUnused = diag.Rule{
		Name: "footnote-unused", Severity: diag.Warning,
		Message: diag.Text{DE: "Auf diese Fußnote verweist keine Stelle im Text; sie wird nicht gezeigt.", FR: "Aucun appel ne renvoie à cette note ; elle n’est pas affichée.", EN: "No place in the text refers to this footnote; it is not shown."},
		Cure:    diag.Text{DE: "Im Text darauf verweisen oder sie löschen.", FR: "L’appeler dans le texte ou la supprimer.", EN: "Refer to it in the text or delete it."},
		Explain: diag.Text{
			DE: "Eine Fußnote erscheint nur, wenn der Text auf sie verweist. Sonst ginge sie unbemerkt verloren.",
			FR: "Une note n’apparaît que si le texte l’appelle. Sinon, elle se perdrait sans qu’on le remarque.",
			EN: "A footnote shows only if the text refers to it. Else it would be lost unnoticed."},
		Wrong: "540 Menschen meldeten sich.\n\n[^1]: Stand Oktober 2015.", Right: "540 Menschen meldeten sich.[^1]\n\n[^1]: Stand Oktober 2015.",
	}
	HeadingLevel = diag.Rule{
		Name: "heading-level", Severity: diag.Warning,
		Message: diag.Text{DE: "Diese Überschrift überspringt eine Ebene: {level}. statt {expected}. Ebene.", FR: "Ce titre saute un niveau : niveau {level} au lieu de {expected}.", EN: "This heading skips a level: level {level} instead of {expected}."},
		Cure:    diag.Text{DE: "Mit so vielen # schreiben, wie es der Ebene entspricht.", FR: "L’écrire avec autant de # que son niveau.", EN: "Write it with as many # as its level."},
		Near:    diag.Text{DE: "So schreiben: {suggestion}", FR: "Écrire : {suggestion}", EN: "Write: {suggestion}"},
		Explain: diag.Text{
			DE: "Vorleseprogramme zeigen die Überschriften als Gliederung. Fehlt darin eine Ebene, sucht man nach etwas, das es nicht gibt. Auf welcher Ebene ein Text beginnt, ist gleich: Die Seite rückt ihn zurecht.",
			FR: "Les lecteurs d’écran présentent les titres comme un plan. S’il y manque un niveau, on cherche ce qui n’existe pas. Peu importe à quel niveau un texte commence : la page l’ajuste.",
			EN: "Screen readers show headings as an outline. Where a level is missing, one looks for what is not there. On which level a text begins makes no difference: the page puts it right."},
		Wrong: "## Ablauf\n\n#### Anmeldung", Right: "## Ablauf\n\n### Anmeldung",
	}
	HeadingEmpty = diag.Rule{
		Name: "heading-empty", Severity: diag.Warning,
		Message: diag.Text{DE: "Diese Überschrift hat keinen Text.", FR: "Ce titre n’a pas de texte.", EN: "This heading has no text."},
		Cure:    diag.Text{DE: "Den Text ergänzen oder die Zeile löschen; ein # am Zeilenanfang macht sie zur Überschrift.", FR: "Ajouter le texte ou supprimer la ligne ; un # au début en fait un titre.", EN: "Add the text or delete the line; a # at its start makes it a heading."},
		Explain: diag.Text{
			DE: "In der Gliederung, die Vorleseprogramme zeigen, steht dann ein leerer Eintrag.",
			FR: "Le plan que présentent les lecteurs d’écran contient alors une entrée vide.",
			EN: "The outline that screen readers show then has an empty entry."},
		Wrong: "##\n\nJeden Montag.", Right: "## Wann\n\nJeden Montag.",
	}
)
