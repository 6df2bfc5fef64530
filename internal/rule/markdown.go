package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of Markdown: what the texts of the parts may hold.
var (
	MarkdownTooDeep = diag.Rule{
		Name: "markdown-too-deep", Severity: diag.Error,
		Message: diag.Text{DE: "Der Text ist zu lang oder zu tief verschachtelt.", FR: "Le texte est trop long ou trop imbriqué.", EN: "The text is too long or nested too deeply."},
		Cure:    diag.Text{DE: "Text teilen, Listen und Zitate flacher gliedern.", FR: "Diviser le texte, réduire les niveaux de listes et de citations.", EN: "Split the text, use fewer levels of lists and quotations."},
	}
	FootnoteUnused = diag.Rule{
		Name: "footnote-unused", Severity: diag.Warning,
		Message: diag.Text{DE: "Auf diese Fußnote verweist keine Stelle im Text; sie wird nicht gezeigt.", FR: "Aucun appel ne renvoie à cette note ; elle n’est pas affichée.", EN: "No place in the text refers to this footnote; it is not shown."},
		Cure:    diag.Text{DE: "Im Text darauf verweisen oder sie löschen.", FR: "L’appeler dans le texte ou la supprimer.", EN: "Refer to it in the text or delete it."},
	}
)
