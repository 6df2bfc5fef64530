package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of a catalogue's own colours, layouts/tokens.css.
var (
	TokenContrast = diag.Rule{
		Name: "token-contrast", Severity: diag.Warning,
		Message: diag.Text{
			DE: "{front} auf {back} hat im Schema „{scheme}“ nur einen Kontrast von {whole},{tenth}:1; nötig sind {least},{part}:1.",
			FR: "{front} sur {back} n’a, dans le schéma « {scheme} », qu’un contraste de {whole},{tenth}:1 ; il faut {least},{part}:1.",
			EN: "{front} on {back} has a contrast of only {whole}.{tenth}:1 in the scheme “{scheme}”; {least}.{part}:1 is needed."},
		Cure: diag.Text{
			DE: "Die Farbe für dieses Schema dunkler oder heller wählen: light-dark(im Hellen, im Dunkeln).",
			FR: "Choisir pour ce schéma une couleur plus foncée ou plus claire : light-dark(en clair, en sombre).",
			EN: "Choose a darker or lighter colour for this scheme: light-dark(on light, on dark)."},
		Near: diag.Text{
			DE: "Im Schema „{scheme}“ genügt etwa {suggestion}: light-dark(im Hellen, im Dunkeln).",
			FR: "Dans le schéma « {scheme} », {suggestion} suffit par exemple : light-dark(en clair, en sombre).",
			EN: "In the scheme “{scheme}”, {suggestion} would do: light-dark(on light, on dark)."},
		Explain: diag.Text{
			DE: "Texte brauchen auf --paper und --stock einen Kontrast von 7:1, Linien und Reiter, die etwas bedeuten, 4,5:1; gerechnet wird nach WCAG 2. Jede Seite gibt es hell und dunkel, je nachdem, was Leserinnen und Leser eingestellt haben. Eine Farbe ohne light-dark() gilt für beide und passt selten zu beiden. Soll es nur helle Seiten geben, genügt color-scheme: light.",
			FR: "Sur --paper et --stock, les textes demandent un contraste de 7:1, les lignes et les onglets qui ont un sens 4,5:1 ; le calcul suit les WCAG 2. Chaque page existe en clair et en sombre, selon le réglage du lecteur. Une couleur sans light-dark() vaut pour les deux et convient rarement aux deux. Pour des pages claires seulement, color-scheme: light suffit.",
			EN: "Text needs a contrast of 7:1 on --paper and --stock, lines and tabs that mean something 4.5:1; it is computed as in WCAG 2. Every page can be seen light and dark, as its reader has set it. A colour without light-dark() holds for both and rarely fits both. If there are to be light pages only, color-scheme: light will do."},
		Wrong: ":root { --accent: #ec0000; }", Right: ":root { --accent: light-dark(#a30000, #ffb3ad); }",
	}
	TokenColour = diag.Rule{
		Name: "token-colour", Severity: diag.Warning,
		Message: diag.Text{DE: "„{value}“ ist keine Farbe.", FR: "« {value} » n’est pas une couleur.", EN: "“{value}” is no colour."},
		Cure: diag.Text{
			DE: "Als #rrggbb schreiben oder als light-dark(#rrggbb, #rrggbb).",
			FR: "L’écrire #rrggbb ou light-dark(#rrggbb, #rrggbb).",
			EN: "Write it as #rrggbb or as light-dark(#rrggbb, #rrggbb)."},
		Explain: diag.Text{
			DE: "Browser sagen nichts, wenn eine Farbe falsch geschrieben ist: Sie lassen sie weg, und was sie färben sollte, ist unsichtbar oder schwarz.",
			FR: "Les navigateurs ne disent rien d’une couleur mal écrite : ils l’ignorent, et ce qu’elle devait colorer est invisible ou noir.",
			EN: "Browsers say nothing when a colour is written wrongly: they leave it out, and what it was to colour is invisible or black."},
		Wrong: ":root { --accent: #0046990; }", Right: ":root { --accent: light-dark(#004699, #9cc6ff); }",
	}
	TokenUnknown = diag.Rule{
		Name: "token-unknown", Severity: diag.Warning,
		Message: diag.Text{DE: "Die Stile kennen kein „{name}“.", FR: "Les styles ne connaissent pas « {name} ».", EN: "The styles know no “{name}”."},
		Cure:    diag.Text{DE: "Die Zeile entfernen oder den Namen berichtigen.", FR: "Supprimer la ligne ou corriger le nom.", EN: "Remove the line or correct the name."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "In layouts/tokens.css stehen die Werte, die ein Katalog anders haben will. Ein Name, den weder die Stile noch andere Werte verwenden, bewirkt nichts. Hat der Katalog eigene Stile, wird danach nicht gesehen.",
			FR: "layouts/tokens.css contient les valeurs qu’un catalogue veut autrement. Un nom que ni les styles ni d’autres valeurs n’utilisent n’a aucun effet. Si le catalogue a ses propres styles, ce point n’est pas vérifié.",
			EN: "layouts/tokens.css holds the values that a catalogue wants otherwise. A name that neither the styles nor other values use does nothing. Where the catalogue has styles of its own, this is not looked at."},
		Wrong: ":root { --acent: #004699; }", Right: ":root { --accent: light-dark(#004699, #9cc6ff); }",
	}
)
