package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of images.
var (
	ImageMissing = diag.Rule{
		Name: "image-missing", Severity: diag.Error,
		Message: diag.Text{DE: "Das Bild „{file}“ liegt nicht neben dem Blatt.", FR: "L’image « {file} » ne se trouve pas à côté de la fiche.", EN: "The image “{file}” does not lie beside the sheet."},
		Cure:    diag.Text{DE: "Das Bild in den Ordner des Blatts legen; Groß- und Kleinschreibung zählt.", FR: "Placer l’image dans le dossier de la fiche ; majuscules et minuscules comptent.", EN: "Put the image into the sheet’s folder; capitals count."},
		Near:    diag.Text{DE: "Gemeint ist wohl „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
		Explain: diag.Text{
			DE: "Bilder liegen im selben Ordner wie das Blatt. Auf dem eigenen Rechner ist es oft gleich, ob ein Name groß oder klein geschrieben ist, auf dem Webserver nicht.",
			FR: "Les images se trouvent dans le même dossier que la fiche. Sur son ordinateur, la casse d’un nom importe souvent peu ; sur le serveur web, elle compte.",
			EN: "Images lie in the same folder as the sheet. On one’s own computer capitals in a name often don’t matter, on a web server they do."},
		Wrong: "images:\n  - {file: Treffpunkt.JPG, alt: Gäste am Tisch}", Right: "images:\n  - {file: treffpunkt.jpg, alt: Gäste am Tisch}",
	}
	ImageOutside = diag.Rule{
		Name: "image-outside", Severity: diag.Error,
		Message: diag.Text{DE: "„{file}“ liegt außerhalb des Ordners des Blatts.", FR: "« {file} » se trouve hors du dossier de la fiche.", EN: "“{file}” lies outside the sheet’s folder."},
		Cure:    diag.Text{DE: "Das Bild selbst in den Ordner kopieren und nur seinen Namen angeben.", FR: "Copier l’image elle-même dans le dossier et n’indiquer que son nom.", EN: "Copy the image itself into the folder and give its name only."},
		Explain: diag.Text{
			DE: "Ein Blatt soll vollständig sein, wenn man seinen Ordner weitergibt. Außerdem darf keine Datei auf die Website geraten, die nicht zum Katalog gehört.",
			FR: "Une fiche doit être complète quand on transmet son dossier. De plus, aucun fichier étranger au catalogue ne doit arriver sur le site.",
			EN: "A sheet is to be complete when its folder is passed on. And no file that is not part of the catalogue may get onto the site."},
		Wrong: "images:\n  - {file: ../fotos/markt.jpg, alt: Marktplatz}", Right: "images:\n  - {file: markt.jpg, alt: Marktplatz}",
	}
	ImageFormat = diag.Rule{
		Name: "image-format", Severity: diag.Error,
		Message: diag.Text{DE: "„{file}“ ist kein Bild, das die Website zeigen kann.", FR: "« {file} » n’est pas une image que le site peut montrer.", EN: "“{file}” is no image that the site can show."},
		Cure:    diag.Text{DE: "Als JPEG, PNG, GIF oder WebP speichern (.jpg, .png, .gif, .webp).", FR: "Enregistrer en JPEG, PNG, GIF ou WebP (.jpg, .png, .gif, .webp).", EN: "Save it as JPEG, PNG, GIF or WebP (.jpg, .png, .gif, .webp)."},
		Explain: diag.Text{
			DE: "Andere Formate zeigen Browser nicht oder nicht alle. SVG-Dateien können Programme enthalten und sind deshalb ausgeschlossen.",
			FR: "Les autres formats ne sont pas affichés par tous les navigateurs. Les fichiers SVG peuvent contenir des programmes ; ils sont donc exclus.",
			EN: "Other formats are not shown by all browsers. SVG files can hold programs and are refused for that."},
		Wrong: "images:\n  - {file: plan.tiff, alt: Lageplan}", Right: "images:\n  - {file: plan.png, alt: Lageplan}",
	}
	ImageAlt = diag.Rule{
		Name: "image-alt", Severity: diag.Warning,
		Message: diag.Text{DE: "Dem Bild „{file}“ fehlt die Beschreibung.", FR: "L’image « {file} » n’a pas de description.", EN: "The image “{file}” has no description."},
		Cure:    diag.Text{DE: "In alt mit einem Satz sagen, was zu sehen ist; in Markdown steht er in den eckigen Klammern.", FR: "Dire dans alt, en une phrase, ce que l’on voit ; en Markdown, elle se met entre les crochets.", EN: "Say in alt, in one sentence, what is to be seen; in Markdown it stands in the square brackets."},
		Explain: diag.Text{
			DE: "Wer das Bild nicht sehen kann, hört stattdessen die Beschreibung. Öffentliche Stellen sind zu ihr verpflichtet.",
			FR: "Qui ne peut pas voir l’image entend la description à sa place. Les organismes publics y sont tenus.",
			EN: "Who can’t see the image hears the description instead. Public bodies are bound to give one."},
		Wrong: "images:\n  - {file: treffen.jpg}", Right: "images:\n  - {file: treffen.jpg, alt: Gäste an einem langen Tisch}",
	}
	ImageName = diag.Rule{
		Name: "image-name", Severity: diag.Warning,
		Message: diag.Text{DE: "Der Dateiname „{name}“ enthält Leerzeichen, Großbuchstaben oder Sonderzeichen.", FR: "Le nom de fichier « {name} » contient des espaces, des majuscules ou des caractères spéciaux.", EN: "The file name “{name}” has blanks, capitals or special characters in it."},
		Cure:    diag.Text{DE: "Die Datei umbenennen.", FR: "Renommer le fichier.", EN: "Rename the file."},
		Near:    diag.Text{DE: "Die Datei umbenennen, etwa in „{suggestion}“.", FR: "Renommer le fichier, par exemple en « {suggestion} ».", EN: "Rename the file, for example to “{suggestion}”."},
		Explain: diag.Text{
			DE: "Solche Namen versteht jedes System anders: Windows unterscheidet Groß und Klein nicht, macOS zerlegt Umlaute. Beim Kopieren geht dann das Bild verloren.",
			FR: "Chaque système comprend ces noms à sa façon : Windows ne distingue pas la casse, macOS décompose les accents. L’image se perd alors lors d’une copie.",
			EN: "Systems read such names differently: Windows does not tell capitals apart, macOS takes accents to pieces. Then the image is lost in copying."},
		Wrong: "images:\n  - {file: Foto 1.JPG, alt: Marktplatz}", Right: "images:\n  - {file: foto-1.jpg, alt: Marktplatz}",
	}
	ImageAltName = diag.Rule{
		Name: "image-alt-name", Severity: diag.Warning,
		Message: diag.Text{DE: "Die Beschreibung des Bilds ist nur ein Dateiname: „{alt}“.", FR: "La description de l’image n’est qu’un nom de fichier : « {alt} ».", EN: "The image’s description is a mere file name: “{alt}”."},
		Cure:    diag.Text{DE: "Mit einem Satz sagen, was zu sehen ist.", FR: "Dire en une phrase ce que l’on voit.", EN: "Say in one sentence what is to be seen."},
		Explain: diag.Text{
			DE: "Manche Programme tragen den Dateinamen ein. Vorleseprogramme buchstabieren ihn, und niemand weiß, was das Bild zeigt.",
			FR: "Certains logiciels inscrivent le nom du fichier. Les lecteurs d’écran l’épellent, et personne ne sait ce que montre l’image.",
			EN: "Some programs fill in the file name. Screen readers spell it out, and nobody knows what the image shows."},
		Wrong: "images:\n  - {file: treffen.jpg, alt: IMG_2041.JPG}", Right: "images:\n  - {file: treffen.jpg, alt: Gäste an einem langen Tisch}",
	}
	ImageBroken = diag.Rule{
		Name: "image-broken", Severity: diag.Error,
		Message: diag.Text{DE: "„{file}“ ist innen kein Bild dieser Art.", FR: "« {file} » ne contient pas une image de ce type.", EN: "“{file}” does not hold an image of this kind."},
		Cure:    diag.Text{DE: "Das Bild mit einem Bildprogramm öffnen und als JPEG oder PNG neu speichern; Umbenennen genügt nicht. Lässt es sich nicht öffnen, die Datei noch einmal von der Quelle kopieren.", FR: "Ouvrir l’image dans un logiciel de retouche et l’enregistrer de nouveau en JPEG ou PNG ; la renommer ne suffit pas. Si elle ne s’ouvre pas, copier de nouveau le fichier depuis la source.", EN: "Open it in an image program and save it again as JPEG or PNG; renaming is not enough. If it can’t be opened, copy the file from its source once more."},
		Near:    diag.Text{DE: "Es ist ein anderes Format: Die Datei in „{suggestion}“ umbenennen und hier ebenso nennen.", FR: "C’est un autre format : renommer le fichier en « {suggestion} » et l’indiquer ainsi.", EN: "It is of another format: rename the file to “{suggestion}” and name it so here."},
		Explain: diag.Text{
			DE: "Die Endung verspricht ein Bild, der Inhalt ist ein anderer: nichts, ein Text, eine Webseite, ein Bild in anderem Format. Die Website könnte es nicht zeigen.",
			FR: "L’extension promet une image, le contenu est autre chose : rien, un texte, une page web, une image d’un autre format. Le site ne pourrait pas la montrer.",
			EN: "The ending promises an image, the content is something else: nothing, a text, a web page, an image of another format. The site could not show it."},
		Wrong: "images:\n  - {file: plan.jpg, alt: Lageplan} # PNG", Right: "images:\n  - {file: plan.png, alt: Lageplan}",
	}
	ImageDamaged = diag.Rule{
		Name: "image-damaged", Severity: diag.Error,
		Message: diag.Text{DE: "Das Bild „{file}“ ist beschädigt oder unvollständig.", FR: "L’image « {file} » est endommagée ou incomplète.", EN: "The image “{file}” is damaged or incomplete."},
		Cure:    diag.Text{DE: "Die Datei noch einmal von der Quelle kopieren; hilft das nicht, sie mit einem Bildprogramm öffnen und neu speichern.", FR: "Copier de nouveau le fichier depuis la source ; si cela ne suffit pas, l’ouvrir dans un logiciel de retouche et l’enregistrer de nouveau.", EN: "Copy the file from its source once more; if that does not help, open it in an image program and save it anew."},
		Explain: diag.Text{
			DE: "Meist ist eine Übertragung abgebrochen, oder ein Datenträger hat Fehler: Das Ende fehlt, oder eine Prüfsumme in der Datei stimmt nicht. Manche Programme zeigen ein solches Bild noch zum Teil; auf der Website und im Druck fehlte es.",
			FR: "Le plus souvent, un transfert s’est interrompu ou un support est défectueux : il manque la fin, ou une somme de contrôle du fichier est fausse. Certains logiciels montrent encore une partie d’une telle image ; sur le site et à l’impression, elle manquerait.",
			EN: "Mostly a transfer broke off, or a disk has faults: the end is missing, or a checksum in the file is wrong. Some programs still show a part of such an image; on the site and in print it would be missing."},
		Wrong: "images:\n  - {file: treffen.jpg, alt: Gäste an einem langen Tisch} # 64 kB / 2 MB", Right: "images:\n  - {file: treffen.jpg, alt: Gäste an einem langen Tisch} # 2 MB",
	}
	ImagePixels = diag.Rule{
		Name: "image-pixels", Severity: diag.Error,
		Message: diag.Text{DE: "Das Bild „{file}“ hat {size} Pixel; die Website zeigt höchstens 100 Millionen.", FR: "L’image « {file} » a {size} pixels ; le site en montre 100 millions au plus.", EN: "The image “{file}” has {size} pixels; the site shows 100 million at most."},
		Cure:    diag.Text{DE: "Mit einem Bildprogramm verkleinern, am besten auf höchstens 2500 Pixel Breite.", FR: "La réduire dans un logiciel de retouche, de préférence à 2500 pixels de large au plus.", EN: "Make it smaller in an image program, best to 2,500 pixels wide at most."},
		Explain: diag.Text{
			DE: "Ausgepackt nähme ein solches Bild den ganzen Speicher eines Telefons ein, auch wenn die Datei klein ist: Der Browser zeigte es nicht oder bliebe stehen. Mehr als 1280 Pixel Breite zeigt die Website ohnehin nicht.",
			FR: "Décompressée, une telle image remplirait toute la mémoire d’un téléphone, même si le fichier est petit : le navigateur ne la montrerait pas ou se bloquerait. De toute façon, le site ne montre pas plus de 1280 pixels de large.",
			EN: "Unpacked, such an image would take all the memory of a phone, even if the file is small: the browser would not show it, or would hang. The site shows no more than 1,280 pixels of width anyway."},
		Wrong: "images:\n  - {file: plan.png, alt: Stadtplan} # 70000 × 70000", Right: "images:\n  - {file: plan.png, alt: Stadtplan} # 2500 × 2500",
	}
	ImageScans = diag.Rule{
		Name: "image-scans", Severity: diag.Error,
		Message: diag.Text{DE: "Das JPEG „{file}“ baut sich in {count} Durchgängen auf; die Website zeigt höchstens 100.", FR: "Le JPEG « {file} » s’affiche en {count} passes ; le site en admet 100 au plus.", EN: "The JPEG “{file}” builds up in {count} scans; the site shows 100 at most."},
		Cure:    diag.Text{DE: "Mit einem Bildprogramm öffnen und neu speichern, ohne die Option „progressiv“.", FR: "L’ouvrir dans un logiciel de retouche et l’enregistrer de nouveau, sans l’option « progressif ».", EN: "Open it in an image program and save it anew, without the option “progressive”."},
		Explain: diag.Text{
			DE: "Progressive JPEGs werden in etwa zehn Durchgängen immer schärfer. Kein Bildprogramm macht hundert: So viele entstehen durch einen Fehler, oder damit der Browser der Lesenden minutenlang rechnet.",
			FR: "Un JPEG progressif se précise en une dizaine de passes. Aucun logiciel n’en fait cent : autant viennent d’une erreur, ou servent à occuper pendant des minutes le navigateur de qui lit.",
			EN: "Progressive JPEGs become sharper in some ten scans. No image program makes a hundred: so many come of a fault, or are meant to keep readers’ browsers busy for minutes."},
		Wrong: "images:\n  - {file: markt.jpg, alt: Marktplatz} # progressive, 200", Right: "images:\n  - {file: markt.jpg, alt: Marktplatz} # baseline",
	}
	ImageCoding = diag.Rule{
		Name: "image-coding", Severity: diag.Error,
		Message: diag.Text{DE: "Das JPEG „{file}“ ist auf eine Art gespeichert, die Browser nicht zeigen.", FR: "Le JPEG « {file} » est enregistré d’une manière que les navigateurs n’affichent pas.", EN: "The JPEG “{file}” is saved in a way that browsers don’t show."},
		Cure:    diag.Text{DE: "Mit einem Bildprogramm öffnen und als gewöhnliches JPEG (8 Bit, RGB) oder PNG neu speichern.", FR: "L’ouvrir dans un logiciel de retouche et l’enregistrer de nouveau en JPEG ordinaire (8 bits, RVB) ou en PNG.", EN: "Open it in an image program and save it anew as an ordinary JPEG (8 bits, RGB) or PNG."},
		Explain: diag.Text{
			DE: "JPEG kennt Verfahren für Medizin und Archive: verlustfrei, arithmetisch kodiert, mit 12 Bit. Browser beherrschen nur die gewöhnlichen mit 8 Bit.",
			FR: "JPEG connaît des procédés pour la médecine et les archives : sans perte, à codage arithmétique, sur 12 bits. Les navigateurs ne maîtrisent que les procédés ordinaires, sur 8 bits.",
			EN: "JPEG has methods for medicine and archives: lossless, arithmetically coded, of 12 bits. Browsers know only the ordinary ones of 8 bits."},
		Wrong: "images:\n  - {file: urkunde.jpg, alt: Urkunde} # 12 bit", Right: "images:\n  - {file: urkunde.jpg, alt: Urkunde} # 8 bit",
	}
	ImageLarge = diag.Rule{
		Name: "image-large", Severity: diag.Note,
		Message: diag.Text{DE: "Das Bild „{file}“ hat {size} MB.", FR: "L’image « {file} » pèse {size} Mo.", EN: "The image “{file}” has {size} MB."},
		Cure:    diag.Text{DE: "Mit höchstens 2500 Pixeln Breite neu speichern; mehr zeigt die Website nicht.", FR: "L’enregistrer avec 2500 pixels de large au plus ; le site n’en montre pas davantage.", EN: "Save it at 2,500 pixels wide at most; the site shows no more."},
		Explain: diag.Text{
			DE: "Die Website zeigt Bilder verkleinert. Die großen Vorlagen machen aber jede Kopie des Katalogs schwer und jeden Bau langsam.",
			FR: "Le site montre les images réduites. Mais de grands originaux alourdissent chaque copie du catalogue et ralentissent chaque construction.",
			EN: "The site shows images made smaller. But large originals make every copy of the catalogue heavy and every build slow."},
		Wrong: "images:\n  - {file: dsc-0815.png, alt: Marktplatz} # 24 MB", Right: "images:\n  - {file: marktplatz.jpg, alt: Marktplatz} # 600 kB",
	}
)
