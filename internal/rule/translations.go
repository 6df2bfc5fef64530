package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of translations: what the languages of one sheet owe each other.
var (
	TranslationFact = diag.Rule{
		Name: "translation-fact", Severity: diag.Error,
		Message: diag.Text{DE: "Für „{field}“ steht hier „{value}“, im Original „{original}“.", FR: "Pour « {field} », on lit ici « {value} », dans l’original « {original} ».", EN: "“{field}” is “{value}” here and “{original}” in the original."},
		Cure:    diag.Text{DE: "Die Angabe hier löschen, dann gilt die des Originals; oder das Original berichtigen.", FR: "Supprimer la donnée ici, celle de l’original vaut alors ; ou corriger l’original.", EN: "Delete it here, then the original’s holds; or correct the original."},
		Explain: diag.Text{
			DE: "Tatsachen wie Zeitraum, Thema oder Telefonnummer sind in allen Sprachen dieselben. Sie stehen nur im Original, damit sie sich nicht widersprechen können.",
			FR: "Les faits comme la période, le thème ou le téléphone sont les mêmes dans toutes les langues. Ils ne figurent que dans l’original, pour ne pas pouvoir se contredire.",
			EN: "Facts such as period, theme or phone number are the same in every language. They stand in the original alone, so that they can’t contradict each other."},
		Wrong: "# index.de.md\nperiod: 2015\n\n# index.fr.md\nperiod: 2016\ntranslation: {of: de}", Right: "# index.de.md\nperiod: 2015\n\n# index.fr.md\ntranslation: {of: de}",
	}
	TranslationList = diag.Rule{
		Name: "translation-list", Severity: diag.Error,
		Message: diag.Text{DE: "„{field}“ ist anders aufgebaut als im Original: hier {here}, dort {there}.", FR: "« {field} » n’a pas la même structure que dans l’original : ici {here}, là {there}.", EN: "“{field}” is not built like the original’s: {here} here, {there} there."},
		Cure:    diag.Text{DE: "Gleich viele Einträge in derselben Reihenfolge und dieselben Unterangaben schreiben, oder die Angabe weglassen.", FR: "Écrire autant d’éléments dans le même ordre et les mêmes sous-données, ou omettre la donnée.", EN: "Write as many items in the same order and the same fields, or leave it out."},
		Explain: diag.Text{
			DE: "Die Einträge einer Liste werden nach ihrer Reihenfolge zugeordnet: der zweite der Übersetzung gehört zum zweiten des Originals. Bei verschiedener Länge wäre das falsch.",
			FR: "Les éléments d’une liste correspondent selon leur ordre : le deuxième de la traduction va avec le deuxième de l’original. Avec des longueurs différentes, ce serait faux.",
			EN: "The items of a list are matched by their order: the translation’s second belongs to the original’s second. With different lengths that would go wrong."},
		Wrong: "# index.de.md\nfigures:\n  - {label: Frauen, value: 12}\n  - {label: Männer, value: 9}\n\n# index.fr.md\nfigures:\n  - {label: Femmes}", Right: "# index.de.md\nfigures:\n  - {label: Frauen, value: 12}\n  - {label: Männer, value: 9}\n\n# index.fr.md\nfigures:\n  - {label: Femmes}\n  - {label: Hommes}",
	}
	TranslationUnrecorded = diag.Rule{
		Name: "translation-unrecorded", Severity: diag.Warning,
		Message: diag.Text{DE: "Nicht festgehalten ist, von welcher Fassung des Originals übersetzt wurde: {fields}.", FR: "La version de l’original qui a été traduite n’est pas enregistrée : {fields}.", EN: "Which version of the original was translated is not recorded: {fields}."},
		Cure:    diag.Text{DE: "Ist die Übersetzung auf dem Stand des Originals: praxisblatt accept {id} --lang {lang}", FR: "Si la traduction correspond à l’original : praxisblatt accept {id} --lang {lang}", EN: "If the translation is up to date: praxisblatt accept {id} --lang {lang}"},
		Explain: diag.Text{
			DE: "Zu jedem übersetzten Text merkt sich praxisblatt einen Fingerabdruck des Originals. Nur damit fällt auf, wenn das Original sich später ändert.",
			FR: "Pour chaque texte traduit, praxisblatt note une empreinte de l’original. C’est elle seule qui révèle que l’original a changé depuis.",
			EN: "For every translated text praxisblatt keeps a fingerprint of the original. Only that shows when the original changes later."},
		Wrong: "title: Le site\ntranslation:\n  of: de", Right: "title: Le site\ntranslation:\n  of: de\n  state:\n    title: \"3f9a1c20\"",
	}
	TranslationOutdated = diag.Rule{
		Name: "translation-outdated", Severity: diag.Warning,
		Message: diag.Text{DE: "„{field}“ hat sich im Original geändert, seit dies übersetzt wurde.", FR: "« {field} » a changé dans l’original depuis cette traduction.", EN: "“{field}” has changed in the original since this was translated."},
		Cure:    diag.Text{DE: "Anpassen, dann: praxisblatt accept {id} --lang {lang} --field {field}", FR: "Adapter, puis : praxisblatt accept {id} --lang {lang} --field {field}", EN: "Adapt it, then: praxisblatt accept {id} --lang {lang} --field {field}"},
		Explain: diag.Text{
			DE: "Die Seite wird weiter gezeigt, aber als nicht mehr aktuell gekennzeichnet. Leerzeichen und Zeilenumbrüche zählen nicht als Änderung. Solange der Text des Originals selbst einen Fehler oder eine Warnung hat, wird nicht verglichen.",
			FR: "La page reste affichée, mais signalée comme dépassée. Les espaces et les retours à la ligne ne comptent pas comme changement. Tant que le texte de l’original présente lui-même une erreur ou un avertissement, il n’est pas comparé.",
			EN: "The page is still shown, but marked as out of date. Blanks and line breaks don’t count as a change. While the original’s text has an error or a warning of its own, it is not compared."},
		Wrong: "# index.de.md: der Titel wurde geändert\ntitle: Website für Geflüchtete\n\n# index.fr.md\ntitle: Site pour réfugiés\ntranslation:\n  of: de\n  state: {title: \"00000000\"}", Right: "# index.fr.md: nach praxisblatt accept\ntitle: Site pour les personnes réfugiées\ntranslation:\n  of: de\n  state: {title: \"9be3d6a1\"}",
	}
	TranslationMissing = diag.Rule{
		Name: "translation-missing", Severity: diag.Note,
		Message: diag.Text{DE: "Noch nicht übersetzt: {fields}.", FR: "Pas encore traduit : {fields}.", EN: "Not translated yet: {fields}."},
		Cure:    diag.Text{DE: "Bis dahin zeigt die Seite dort den Text des Originals.", FR: "En attendant, la page y montre le texte de l’original.", EN: "Until then the page shows the original’s text there."},
		Explain: diag.Text{
			DE: "Eine Übersetzung darf unvollständig sein. Was fehlt, erscheint in der Sprache des Originals und ist so gekennzeichnet.",
			FR: "Une traduction peut être incomplète. Ce qui manque apparaît dans la langue de l’original, signalé comme tel.",
			EN: "A translation may be incomplete. What is missing appears in the original’s language and is marked so."},
		Wrong: "# index.de.md\ntitle: Website\nsummary: Eine Seite für alle.\n\n# index.fr.md\ntitle: Site", Right: "# index.fr.md\ntitle: Site\nsummary: Un site pour tous.",
	}
	TranslationExtra = diag.Rule{
		Name: "translation-extra", Severity: diag.Warning,
		Message: diag.Text{DE: "„{field}“ steht nur hier, nicht im Original.", FR: "« {field} » ne figure qu’ici et non dans l’original.", EN: "“{field}” stands only here, not in the original."},
		Cure:    diag.Text{DE: "Im Original ergänzen oder hier löschen.", FR: "L’ajouter dans l’original ou le supprimer ici.", EN: "Add it to the original or delete it here."},
		Explain: diag.Text{
			DE: "Der Text wird in dieser Sprache gezeigt, in allen anderen fehlt er. Meist wurde er im Original gelöscht oder dort vergessen.",
			FR: "Le texte est affiché dans cette langue et manque dans toutes les autres. Le plus souvent, il a été supprimé ou oublié dans l’original.",
			EN: "The text is shown in this language and missing in all others. Mostly it was deleted, or forgotten, in the original."},
		Wrong: "# index.de.md\ntitle: Website\n\n# index.fr.md\ntitle: Site\ncontext: De nombreux réfugiés arrivent.", Right: "# index.de.md\ntitle: Website\ncontext: Viele Geflüchtete kommen an.\n\n# index.fr.md\ntitle: Site\ncontext: De nombreux réfugiés arrivent.",
	}
	NoOriginal = diag.Rule{
		Name: "translation-no-original", Severity: diag.Error,
		Message: diag.Text{DE: "Alle Fassungen von „{id}“ nennen sich Übersetzung; es fehlt das Original.", FR: "Toutes les versions de « {id} » se disent traductions ; l’original manque.", EN: "All versions of “{id}” call themselves translations; the original is missing."},
		Cure:    diag.Text{DE: "In der Fassung, von der übersetzt wurde, die Angabe translation löschen, oder ihre Datei ergänzen.", FR: "Dans la version qui a été traduite, supprimer la donnée translation, ou ajouter son fichier.", EN: "Delete the field translation in the version that was translated from, or add its file."},
		Explain: diag.Text{
			DE: "Genau eine Fassung ist das Original: die ohne translation. In ihr stehen die Tatsachen, und mit ihr werden die anderen verglichen.",
			FR: "Une seule version est l’original : celle qui n’a pas translation. Elle contient les faits, et les autres lui sont comparées.",
			EN: "Exactly one version is the original: the one without translation. The facts stand in it, and the others are compared with it."},
		Wrong: "# index.de.md\ntranslation: {of: fr}\n\n# index.fr.md\ntranslation: {of: de}", Right: "# index.de.md: ohne translation\n\n# index.fr.md\ntranslation: {of: de}",
	}
	TwoOriginals = diag.Rule{
		Name: "translation-two-originals", Severity: diag.Error,
		Message: diag.Text{DE: "Diese Fassung von „{id}“ ist das zweite Original.", FR: "Cette version de « {id} » est un deuxième original.", EN: "This version of “{id}” is a second original."},
		Cure:    diag.Text{DE: "Ist sie eine Übersetzung, ergänzen: translation: {of: {original}}", FR: "Si c’est une traduction, ajouter : translation: {of: {original}}", EN: "If it is a translation, add: translation: {of: {original}}"},
		Explain: diag.Text{
			DE: "Ohne translation gilt eine Fassung als Original. Von zweien wüsste niemand, welche Tatsachen gelten und was zu übersetzen ist.",
			FR: "Sans translation, une version vaut comme original. Avec deux, personne ne saurait quels faits valent ni ce qu’il faut traduire.",
			EN: "Without translation a version counts as the original. With two, nobody would know which facts hold and what is to be translated."},
		Wrong: "# index.de.md\ntitle: Website\n\n# index.fr.md\ntitle: Site", Right: "# index.de.md\ntitle: Website\n\n# index.fr.md\ntitle: Site\ntranslation: {of: de}",
	}
	TranslationOf = diag.Rule{
		Name: "translation-of", Severity: diag.Error,
		Message: diag.Text{DE: "Hier steht „{value}“, das Original ist aber in „{original}“.", FR: "On lit ici « {value} », mais l’original est en « {original} ».", EN: "This says “{value}”, but the original is in “{original}”."},
		Near:    diag.Text{DE: "So schreiben: of: {suggestion}", FR: "Écrire : of: {suggestion}", EN: "Write: of: {suggestion}"},
		Explain: diag.Text{
			DE: "translation.of nennt immer die Sprache des Originals, auch wenn aus einer anderen Fassung übersetzt wurde. Verglichen wird nur mit dem Original.",
			FR: "translation.of désigne toujours la langue de l’original, même si l’on a traduit d’une autre version. Seul l’original sert de comparaison.",
			EN: "translation.of always names the language of the original, even if another version was translated from. Only the original is compared with."},
		Wrong: "# das Original ist index.de.md\ntranslation: {of: fr}", Right: "translation: {of: de}",
	}
	StateKey = diag.Rule{
		Name: "translation-state-key", Severity: diag.Warning,
		Message: diag.Text{DE: "„{key}“ ist keine Angabe, die übersetzt wird.", FR: "« {key} » n’est pas une donnée à traduire.", EN: "“{key}” is no field that is translated."},
		Cure:    diag.Text{DE: "Die Zeile löschen; praxisblatt accept schreibt sie selbst.", FR: "Supprimer la ligne ; praxisblatt accept les écrit lui-même.", EN: "Delete the line; praxisblatt accept writes them itself."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Unter state steht für jeden übersetzten Text, welche Fassung des Originals ihm zugrunde liegt. Ein falscher Name gilt für keinen Text.",
			FR: "Sous state figure, pour chaque texte traduit, la version de l’original dont il est issu. Un nom erroné ne vaut pour aucun texte.",
			EN: "Under state stands, for every translated text, which version of the original it was made from. A wrong name holds for no text."},
		Wrong: "translation:\n  of: de\n  state: {titel: \"3f9a1c20\"}", Right: "translation:\n  of: de\n  state: {title: \"3f9a1c20\"}",
	}
	DigestForm = diag.Rule{
		Name: "translation-digest", Severity: diag.Error,
		Message: diag.Text{DE: "„{value}“ ist kein Fingerabdruck aus acht Zeichen von 0 bis 9 und a bis f.", FR: "« {value} » n’est pas une empreinte de huit signes de 0 à 9 et de a à f.", EN: "“{value}” is no fingerprint of eight characters from 0 to 9 and a to f."},
		Cure:    diag.Text{DE: "Nicht von Hand ändern; praxisblatt accept {id} --lang {lang} schreibt ihn neu.", FR: "Ne pas la modifier à la main ; praxisblatt accept {id} --lang {lang} la réécrit.", EN: "Don’t change it by hand; praxisblatt accept {id} --lang {lang} writes it anew."},
		Explain: diag.Text{
			DE: "Der Fingerabdruck wird aus dem Text des Originals berechnet. Von Hand geschrieben sagt er nichts.",
			FR: "L’empreinte est calculée à partir du texte de l’original. Écrite à la main, elle ne dit rien.",
			EN: "The fingerprint is computed from the original’s text. Written by hand it says nothing."},
		Wrong: "state: {title: neu}", Right: `state: {title: "3f9a1c20"}`,
	}
	LanguageUnlisted = diag.Rule{
		Name: "language-unlisted", Severity: diag.Warning,
		Message: diag.Text{DE: "Die Sprache „{lang}“ steht nicht in site.yaml; aus dieser Datei wird keine Seite.", FR: "La langue « {lang} » ne figure pas dans site.yaml ; ce fichier ne donne aucune page.", EN: "The language “{lang}” is not in site.yaml; this file makes no page."},
		Cure:    diag.Text{DE: "Die Sprache dort unter languages ergänzen oder die Datei umbenennen (Sprachen der Website: {langs}).", FR: "Ajouter la langue à languages, ou renommer le fichier (langues du site : {langs}).", EN: "Add it to languages there, or rename the file (languages of the site: {langs})."},
		Explain: diag.Text{
			DE: "Seiten entstehen nur in den Sprachen der Website. Die Datei bleibt liegen und wird gebraucht, sobald ihre Sprache dazukommt.",
			FR: "Des pages ne sont créées que dans les langues du site. Le fichier reste en attente jusqu’à ce que sa langue s’ajoute.",
			EN: "Pages are made only in the languages of the site. The file stays and is used as soon as its language is added."},
		Wrong: "# site.yaml\nlanguages: [de, fr]\n\n# index.lb.md liegt im Ordner", Right: "# site.yaml\nlanguages: [de, fr, lb]",
	}
)
