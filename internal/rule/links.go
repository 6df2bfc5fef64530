package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of links: inside the catalogue and out of it.
var (
	UnknownSheet = diag.Rule{
		Name: "unknown-sheet", Severity: diag.Error,
		Message: diag.Text{DE: "Das Blatt „{id}“ gibt es nicht.", FR: "La fiche « {id} » n’existe pas.", EN: "There is no sheet “{id}”."},
		Cure:    diag.Text{DE: "Den Namen seines Ordners in content/sheets verwenden.", FR: "Utiliser le nom de son dossier dans content/sheets.", EN: "Use the name of its folder in content/sheets."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Blätter verweisen über den Namen ihres Ordners aufeinander; er bleibt in allen Sprachen gleich. Ein Verweis ohne Ziel führte die Leserinnen und Leser ins Leere.",
			FR: "Les fiches renvoient les unes aux autres par le nom de leur dossier, le même dans toutes les langues. Un renvoi sans cible mènerait les lecteurs dans le vide.",
			EN: "Sheets refer to one another by the name of their folder, which is the same in every language. A link without a target would lead readers nowhere."},
		Wrong: "[Integrationskonzept](sheet:trier-konzept)", Right: "[Integrationskonzept](sheet:trier-integration-concept)",
	}
	UnknownPage = diag.Rule{
		Name: "unknown-page", Severity: diag.Error,
		Message: diag.Text{DE: "Die Seite „{id}“ gibt es nicht.", FR: "La page « {id} » n’existe pas.", EN: "There is no page “{id}”."},
		Cure:    diag.Text{DE: "Den Namen ihres Ordners in content/pages verwenden.", FR: "Utiliser le nom de son dossier dans content/pages.", EN: "Use the name of its folder in content/pages."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Freie Seiten wie Impressum oder Datenschutz werden über den Namen ihres Ordners verlinkt; so führt der Verweis in jeder Sprache auf die richtige Fassung.",
			FR: "Les pages libres, comme les mentions légales, sont liées par le nom de leur dossier ; le lien mène ainsi à la bonne version dans chaque langue.",
			EN: "Free pages such as the imprint are linked by the name of their folder, so that the link leads to the right version in every language."},
		Wrong: "[Impressum](page:impressum)", Right: "[Impressum](page:imprint)",
	}
	LinkBroken = diag.Rule{
		Name: "link-broken", Severity: diag.Error,
		Message: diag.Text{DE: "„{dest}“ führt auf der Website zu nichts.", FR: "« {dest} » ne mène à rien sur le site.", EN: "“{dest}” leads nowhere on the site."},
		Cure:    diag.Text{DE: "Auf Blätter mit sheet:, auf Seiten mit page:, ins Web mit https:// verweisen.", FR: "Pour une fiche, écrire sheet: ; pour une page, page: ; pour le web, https://.", EN: "Link to sheets by sheet:, to pages by page:, to the web by https://."},
		Near:    diag.Text{DE: "Gemeint ist wohl {suggestion}", FR: "Sans doute {suggestion}", EN: "Probably {suggestion}"},
		Explain: diag.Text{
			DE: "Ein Verweis ohne https:// sucht sein Ziel neben dem Blatt. Auf die Website kommen aber nur Seiten und Bilder, keine anderen Dateien; der Verweis wäre dort tot.",
			FR: "Un lien sans https:// cherche sa cible à côté de la fiche. Or seules les pages et les images vont sur le site, aucun autre fichier ; le lien y serait mort.",
			EN: "A link without https:// looks for its target beside the sheet. But only pages and images get onto the site, no other files; the link would be dead there."},
		Wrong: "[Website](www.trier.de)", Right: "[Website](https://www.trier.de/)",
	}
	LinkRefused = diag.Rule{
		Name: "link-refused", Severity: diag.Error,
		Message: diag.Text{DE: "Verweise wie „{dest}“ werden aus Gründen der Sicherheit nicht ausgegeben.", FR: "Par sécurité, les liens comme « {dest} » ne sont pas repris.", EN: "For safety, links such as “{dest}” are not output."},
		Cure:    diag.Text{DE: "Möglich sind https:, http:, mailto:, tel:, sheet: und page:.", FR: "Sont possibles https:, http:, mailto:, tel:, sheet: et page:.", EN: "Possible are https:, http:, mailto:, tel:, sheet: and page:."},
		Explain: diag.Text{
			DE: "Manche Adressen führen beim Anklicken Programme aus oder zeigen auf Dateien, die nur auf dem eigenen Rechner liegen. Sie haben auf einer öffentlichen Seite nichts zu suchen.",
			FR: "Certaines adresses exécutent des programmes quand on clique, ou désignent des fichiers qui n’existent que sur son propre ordinateur. Elles n’ont pas leur place sur une page publique.",
			EN: "Some addresses run programs when clicked, or point to files that lie on one’s own computer only. They have no place on a public page."},
		Wrong: "[Liste](file:///C:/Liste.xlsx)", Right: "[Liste](https://www.trier.de/liste.html)",
	}
	LinkEmpty = diag.Rule{
		Name: "link-empty", Severity: diag.Warning,
		Message: diag.Text{DE: "Diesem Verweis fehlt der Text oder das Ziel.", FR: "Il manque à ce lien son texte ou sa cible.", EN: "This link lacks its text or its target."},
		Cure:    diag.Text{DE: "So schreiben: [Text](https://beispiel.de/).", FR: "Écrire : [texte](https://exemple.fr/).", EN: "Write it so: [text](https://example.org/)."},
		Explain: diag.Text{
			DE: "Einen Verweis ohne Text sieht niemand, und ein Vorleseprogramm kann ihn nicht nennen. Ohne Ziel führt er nirgendwohin.",
			FR: "Personne ne voit un lien sans texte, et un lecteur d’écran ne peut pas l’annoncer. Sans cible, il ne mène nulle part.",
			EN: "Nobody sees a link without a text, and a screen reader can’t name it. Without a target it leads nowhere."},
		Wrong: "[Anmeldung]()", Right: "[Anmeldung](https://www.trier.de/anmeldung)",
	}
	LinkMalformed = diag.Rule{
		Name: "link-malformed", Severity: diag.Error,
		Message: diag.Text{DE: "Das sollte wohl ein Verweis werden; so erscheinen nur die Klammern.", FR: "Cela devait sans doute être un lien ; tel quel, seuls les crochets apparaissent.", EN: "This was probably meant to be a link; as it is, only the brackets show."},
		Cure:    diag.Text{DE: "Die Adresse darf keine Leerzeichen enthalten und braucht beide Klammern: [Text](https://beispiel.de/).", FR: "L’adresse ne doit pas contenir d’espace et il faut les deux parenthèses : [texte](https://exemple.fr/).", EN: "The address must have no blanks and needs both brackets: [text](https://example.org/)."},
		Explain: diag.Text{
			DE: "Mit einem Leerzeichen in der Adresse oder einer fehlenden Klammer bleibt der Verweis gewöhnlicher Text.",
			FR: "Avec une espace dans l’adresse ou une parenthèse manquante, le lien reste du texte ordinaire.",
			EN: "With a blank in the address or a bracket missing, the link stays plain text."},
		Wrong: "[Karte](https://www.trier.de/karte trier.html)", Right: "[Karte](https://www.trier.de/karte%20trier.html)",
	}
	LinkUnresolved = diag.Rule{
		Name: "link-unresolved", Severity: diag.Warning,
		Message: diag.Text{DE: "Für „[{label}]“ ist nirgends eine Adresse angegeben.", FR: "Aucune adresse n’est indiquée pour « [{label}] ».", EN: "No address is given anywhere for “[{label}]”."},
		Cure:    diag.Text{DE: "Unter dem Text ergänzen: [{label}]: https://…", FR: "Ajouter sous le texte : [{label}]: https://…", EN: "Add below the text: [{label}]: https://…"},
		Explain: diag.Text{
			DE: "Ein Verweis der Form [Text][Name] braucht im selben Text eine Zeile „[Name]: Adresse“. Fehlt sie, erscheinen die Klammern.",
			FR: "Un lien de la forme [texte][nom] a besoin, dans le même texte, d’une ligne « [nom]: adresse ». Sans elle, les crochets apparaissent.",
			EN: "A link of the form [text][name] needs a line “[name]: address” in the same text. Without it the brackets show."},
		Wrong: "Mehr [auf der Website][stadt].", Right: "Mehr [auf der Website][stadt].\n\n[stadt]: https://www.trier.de/",
	}
	FootnoteMissing = diag.Rule{
		Name: "footnote-missing", Severity: diag.Error,
		Message: diag.Text{DE: "Die Fußnote „{label}“ gibt es in diesem Text nicht.", FR: "La note « {label} » n’existe pas dans ce texte.", EN: "There is no footnote “{label}” in this text."},
		Cure:    diag.Text{DE: "Im selben Text ergänzen: [^{label}]: …", FR: "Ajouter dans le même texte : [^{label}]: …", EN: "Add it in the same text: [^{label}]: …"},
		Explain: diag.Text{
			DE: "Fußnoten gelten nur innerhalb einer Angabe. Fehlt die Note dort, erscheint der Verweis als Klammer im Text.",
			FR: "Les notes ne valent qu’à l’intérieur d’une même donnée. Si la note y manque, l’appel apparaît entre crochets dans le texte.",
			EN: "Footnotes belong to one field. If the note is missing there, its mark shows as brackets in the text."},
		Wrong: "540 Menschen meldeten sich.[^1]", Right: "540 Menschen meldeten sich.[^1]\n\n[^1]: Stand Oktober 2015.",
	}
	LinkWithoutURL = diag.Rule{
		Name: "link-without-url", Severity: diag.Note,
		Message: diag.Text{DE: "Zu „{label}“ ist keine Adresse angegeben.", FR: "Aucune adresse n’est indiquée pour « {label} ».", EN: "No address is given for “{label}”."},
		Cure:    diag.Text{DE: "Die Adresse als url ergänzen, sobald sie bekannt ist.", FR: "Ajouter l’adresse dans url dès qu’elle est connue.", EN: "Add it as url once it is known."},
		Explain: diag.Text{
			DE: "Ältere Quellen nennen oft nur den Titel eines Angebots. Er bleibt erhalten und wird gezeigt; der Hinweis erinnert daran, die Adresse zu suchen.",
			FR: "Les sources anciennes ne donnent souvent que le titre d’une ressource. Il est conservé et affiché ; cette remarque rappelle de chercher l’adresse.",
			EN: "Older sources often name the title of a resource only. It is kept and shown; the note reminds you to look for the address."},
		Wrong: "links:\n  - {label: Flyer}", Right: "links:\n  - {label: Flyer, url: \"https://www.bremen.de/flyer.pdf\"}",
	}
	RawHTML = diag.Rule{
		Name: "raw-html", Severity: diag.Error,
		Message: diag.Text{DE: "HTML wird nicht übernommen; es erscheint so, wie es dasteht.", FR: "Le HTML n’est pas repris ; il apparaît tel quel.", EN: "HTML is not taken over; it shows as it stands."},
		Cure:    diag.Text{DE: "Markdown verwenden: **fett**, *kursiv*, - Aufzählung; ein < im Text als &lt; schreiben.", FR: "Utiliser Markdown : **gras**, *italique*, - liste ; écrire un < dans le texte &lt;.", EN: "Use Markdown: **bold**, *italic*, - list; write a < in the text as &lt;."},
		Explain: diag.Text{
			DE: "Eingefügtes HTML kann Seiten zerstören und fremde Inhalte nachladen. Wer es dennoch braucht, setzt raw_html: true in site.yaml und trägt die Verantwortung dafür.",
			FR: "Du HTML collé peut casser des pages et charger des contenus étrangers. Qui en a besoin malgré tout écrit raw_html: true dans site.yaml et en prend la responsabilité.",
			EN: "Pasted HTML can break pages and load content from elsewhere. Who needs it all the same sets raw_html: true in site.yaml and answers for it."},
		Wrong: "<b>Wichtig:</b> montags geschlossen", Right: "**Wichtig:** montags geschlossen",
	}
	AnchorMissing = diag.Rule{
		Name: "anchor-missing", Severity: diag.Warning,
		Message: diag.Text{DE: "Auf der Seite gibt es keine Stelle „#{anchor}“.", FR: "La page n’a pas d’endroit « #{anchor} ».", EN: "There is no place “#{anchor}” on the page."},
		Cure:    diag.Text{DE: "Ein Teil des Blatts heißt wie seine Angabe (#outcome), eine Überschrift wie ihr Text: klein, mit Strichen.", FR: "Une partie de la fiche porte le nom de sa donnée (#outcome), un titre celui de son texte : en minuscules, avec des tirets.", EN: "A part of the sheet is named like its field (#outcome), a heading like its text: in small letters, with hyphens."},
		Near:    diag.Text{DE: "Gemeint ist wohl „#{suggestion}“.", FR: "Sans doute « #{suggestion} ».", EN: "Probably “#{suggestion}”."},
		Explain: diag.Text{
			DE: "Was hinter # steht, ist eine Stelle auf der Seite. Wurde die Überschrift geändert, führt der Verweis nur noch an den Anfang.",
			FR: "Ce qui suit # est un endroit de la page. Si le titre a changé, le lien ne mène plus qu’au début.",
			EN: "What follows # is a place on the page. If the heading has changed, the link only leads to the top."},
		Wrong: "[Ergebnis](sheet:trier-website#ergebnis)", Right: "[Ergebnis](sheet:trier-website#outcome)",
	}
	BareURL = diag.Rule{
		Name: "bare-url", Severity: diag.Note,
		Message: diag.Text{DE: "Die Adresse {url} steht als bloßer Text da; sie lässt sich nicht anklicken.", FR: "L’adresse {url} n’est que du texte ; on ne peut pas cliquer dessus.", EN: "The address {url} is mere text; it can’t be clicked."},
		Cure:    diag.Text{DE: "Einen Verweis daraus machen: [Text](https://beispiel.de/).", FR: "En faire un lien : [texte](https://exemple.fr/).", EN: "Make it a link: [text](https://example.org/)."},
		Near:    diag.Text{DE: "In spitze Klammern setzen: {suggestion} – oder besser mit einem Text: [Text](Adresse).", FR: "La mettre entre chevrons : {suggestion} – ou mieux, avec un texte : [texte](adresse).", EN: "Put it in angle brackets: {suggestion} – or better give it a text: [text](address)."},
		Explain: diag.Text{
			DE: "Erst ein Verweis lässt sich anklicken und mit der Tastatur erreichen. Ein Text sagt mehr als eine Adresse, die ein Vorleseprogramm buchstabiert.",
			FR: "Seul un lien est cliquable et accessible au clavier. Un texte en dit plus qu’une adresse, qu’un lecteur d’écran épelle.",
			EN: "Only a link can be clicked and reached by keyboard. A text says more than an address, which a screen reader spells out."},
		Wrong: "Mehr auf https://www.trier.de/", Right: "Mehr auf der [Website der Stadt](https://www.trier.de/)",
	}
)
