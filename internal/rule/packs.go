package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of packs: what is put together for print, and what print can't show.
var (
	PackLanguage = diag.Rule{
		Name: "pack-language", Severity: diag.Error,
		Message: diag.Text{DE: "Die Mappe soll auf „{lang}“ gedruckt werden, aber der Katalog hat diese Sprache nicht.", FR: "Le dossier doit être imprimé en « {lang} », mais le catalogue n’a pas cette langue.", EN: "The pack is to be printed in “{lang}”, but the catalogue does not have this language."},
		Cure:    diag.Text{DE: "Sprachen aus site.yaml nennen: {langs}.", FR: "Indiquer des langues de site.yaml : {langs}.", EN: "Name languages of site.yaml: {langs}."},
		Explain: diag.Text{
			DE: "Eine Mappe steht in einer Sprache oder in zweien nebeneinander. Beschriftungen, Daten und Trennung gibt es nur für die Sprachen des Katalogs.",
			FR: "Un dossier est dans une langue, ou dans deux côte à côte. Libellés, dates et coupure des mots n’existent que pour les langues du catalogue.",
			EN: "A pack is in one language, or in two side by side. Labels, dates and hyphens exist for the catalogue’s languages only."},
		Wrong: "languages: [de, it]", Right: "languages: [de, fr]",
	}
	PackLanguages = diag.Rule{
		Name: "pack-languages", Severity: diag.Error,
		Message: diag.Text{DE: "Die Mappe nennt {count} Sprachen; im Druck stehen höchstens zwei nebeneinander.", FR: "Le dossier indique {count} langues ; à l’impression, deux au plus figurent côte à côte.", EN: "The pack names {count} languages; in print two stand side by side at most."},
		Cure:    diag.Text{DE: "Eine oder zwei nennen, oder languages weglassen: Dann entsteht in jeder Sprache des Katalogs ein eigenes PDF.", FR: "En indiquer une ou deux, ou omettre languages : un PDF est alors créé dans chaque langue du catalogue.", EN: "Name one or two, or leave languages out: then there is a PDF in each language of the catalogue."},
		Explain: diag.Text{
			DE: "Drei Spalten passen nicht lesbar auf ein Blatt Papier, also entstünde von dieser Mappe kein PDF. Wer mehr Sprachen braucht, legt für jedes Paar eine Mappe an.",
			FR: "Trois colonnes ne tiennent pas lisiblement sur une feuille, il n’y aurait donc aucun PDF de ce dossier. Pour davantage de langues, créer un dossier par paire.",
			EN: "Three columns don’t fit on a sheet of paper readably, so there would be no PDF of this pack. Who needs more languages makes a pack for each pair."},
		Wrong: "languages: [de, fr, en]", Right: "languages: [de, fr]",
	}
	PackDoubled = diag.Rule{
		Name: "pack-doubled", Severity: diag.Warning,
		Message: diag.Text{DE: "Das Blatt „{id}“ steht zum zweiten Mal in der Mappe.", FR: "La fiche « {id} » figure une deuxième fois dans le dossier.", EN: "The sheet “{id}” is in the pack a second time."},
		Cure:    diag.Text{DE: "Einmal löschen; gedruckt wird es nur an der ersten Stelle.", FR: "La supprimer une fois ; elle n’est imprimée qu’à la première place.", EN: "Delete it once; it is printed at its first place only."},
		Explain: diag.Text{
			DE: "Jedes Blatt hat in der Mappe eine Seitenzahl, auf die Inhalt und Register verweisen. Zweimal gedruckt wäre es zweimal Papier für denselben Text.",
			FR: "Chaque fiche a dans le dossier un numéro de page auquel renvoient le sommaire et l’index. Imprimée deux fois, ce serait deux fois le papier pour le même texte.",
			EN: "Every sheet has one page number in the pack, which contents and index refer to. Printed twice it would be twice the paper for the same text."},
		Wrong: "sheets: [hamburg-wir, metz-atelier, hamburg-wir]", Right: "sheets: [hamburg-wir, metz-atelier]",
	}
	CharacterMissing = diag.Rule{
		Name: "character-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "Keine Schrift hat das Zeichen „{char}“ ({code}); im Druck steht dafür ein Fragezeichen.", FR: "Aucune police n’a le caractère « {char} » ({code}) ; à l’impression, un point d’interrogation le remplace.", EN: "No font has the character “{char}” ({code}); in print a question mark stands for it."},
		Cure:    diag.Text{DE: "In site.yaml unter pdf: fonts eine TrueType-Schrift angeben, die es hat.", FR: "Indiquer dans site.yaml, sous pdf: fonts, une police TrueType qui l’a.", EN: "Name a TrueType font that has it in site.yaml under pdf: fonts."},
		Explain: diag.Text{
			DE: "Die eingebauten Schriften decken lateinische, griechische, kyrillische, hebräische und arabische Buchstaben ab. Für andere nennt site.yaml weitere Schriften: pdf: {fonts: [layouts/noto-sans-ethiopic.ttf]}.",
			FR: "Les polices intégrées couvrent les lettres latines, grecques, cyrilliques, hébraïques et arabes. Pour d’autres, site.yaml indique des polices : pdf: {fonts: [layouts/noto-sans-ethiopic.ttf]}.",
			EN: "The built-in fonts have Latin, Greek, Cyrillic, Hebrew and Arabic letters. For others site.yaml names more fonts: pdf: {fonts: [layouts/noto-sans-ethiopic.ttf]}."},
		Wrong: "title: ሰላም", Right: "# site.yaml\npdf:\n  fonts: [layouts/noto-sans-ethiopic.ttf]",
	}
	ImageUnreadable = diag.Rule{
		Name: "image-unreadable", Severity: diag.Warning,
		Message: diag.Text{DE: "Das Bild „{file}“ kann nicht gedruckt werden.", FR: "L’image « {file} » ne peut pas être imprimée.", EN: "The image “{file}” can’t be printed."},
		Cure:    diag.Text{DE: "Es als JPEG oder PNG neu speichern; bis dahin steht sein Alternativtext da.", FR: "L’enregistrer à nouveau en JPEG ou PNG ; en attendant, son texte alternatif le remplace.", EN: "Save it again as JPEG or PNG; until then its alternative text stands there."},
		Explain: diag.Text{
			DE: "Gedruckt werden JPEG, PNG, WebP und GIF. Zeichnungen wie SVG und PDF können nicht gedruckt werden; eine beschädigte Datei oder eine mit mehr als 60 Millionen Bildpunkten ließe auf der Seite ein Loch.",
			FR: "On imprime JPEG, PNG, WebP et GIF. Les dessins comme SVG et PDF ne peuvent pas être imprimés ; un fichier endommagé ou de plus de 60 millions de points laisserait un trou dans la page.",
			EN: "JPEG, PNG, WebP and GIF are printed. Drawings such as SVG and PDF can’t be; a broken file, or one of more than 60 million pixels, would leave a hole in the page."},
		Wrong: "logos: [{file: logo.svg, alt: QuattroPole}]", Right: "logos: [{file: logo.png, alt: QuattroPole}]",
	}
)
