package rule

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// The family of files: names and places of what lies in a catalogue.
var (
	FileName = diag.Rule{
		Name: "file-name", Severity: diag.Error,
		Message: diag.Text{DE: "„{name}“ heißt nicht wie eine Datei, die hier gelesen wird.", FR: "« {name} » n’a pas le nom d’un fichier lu ici.", EN: "“{name}” is not named like a file that is read here."},
		Cure:    diag.Text{DE: "Texte heißen index.<Sprache>.md, etwa index.de.md.", FR: "Les textes s’appellent index.<langue>.md, par exemple index.de.md.", EN: "Texts are named index.<language>.md, such as index.de.md."},
		Near:    diag.Text{DE: "Umbenennen in „{suggestion}“; in Windows vorher die Dateiendungen einblenden.", FR: "Renommer en « {suggestion} » ; sous Windows, afficher d’abord les extensions.", EN: "Rename it to “{suggestion}”; on Windows, show file extensions first."},
		Explain: diag.Text{
			DE: "An seinem Namen erkennt praxisblatt, welche Sprache ein Text hat. Windows hängt oft unsichtbar .txt an; dann fehlte das Blatt, ohne dass es jemand merkt.",
			FR: "C’est au nom que praxisblatt reconnaît la langue d’un texte. Windows ajoute souvent .txt sans le montrer ; la fiche manquerait sans que personne le remarque.",
			EN: "praxisblatt tells the language of a text by its name. Windows often adds an invisible .txt; then the sheet would be missing without anyone noticing."},
		Wrong: "content/sheets/trier-website/index.de.md.txt", Right: "content/sheets/trier-website/index.de.md",
	}
	FolderName = diag.Rule{
		Name: "folder-name", Severity: diag.Error,
		Message: diag.Text{DE: "Der Ordner „{name}“ enthält im Namen anderes als Kleinbuchstaben von a bis z, Ziffern und einzelne Striche.", FR: "Le nom du dossier « {name} » contient autre chose que des minuscules de a à z, des chiffres et des tirets simples.", EN: "The folder’s name “{name}” has more in it than small letters from a to z, digits and single hyphens."},
		Cure:    diag.Text{DE: "Den Ordner umbenennen.", FR: "Renommer le dossier.", EN: "Rename the folder."},
		Near:    diag.Text{DE: "Den Ordner umbenennen, etwa in „{suggestion}“.", FR: "Renommer le dossier, par exemple en « {suggestion} ».", EN: "Rename the folder, for example to “{suggestion}”."},
		Explain: diag.Text{
			DE: "Der Name des Ordners ist der dauerhafte Name des Blatts und ein Teil seiner Webadresse.",
			FR: "Le nom du dossier est le nom durable de la fiche et une partie de son adresse web.",
			EN: "The folder’s name is the lasting name of the sheet and a part of its web address."},
		Wrong: "content/sheets/Trier Website/", Right: "content/sheets/trier-website/",
	}
	SymlinkOutside = diag.Rule{
		Name: "symlink-outside", Severity: diag.Error,
		Message: diag.Text{DE: "Diese Verknüpfung führt aus dem Katalog hinaus; sie wird nicht gelesen.", FR: "Ce raccourci mène hors du catalogue ; il n’est pas lu.", EN: "This link leads out of the catalogue; it is not read."},
		Cure:    diag.Text{DE: "Die Datei selbst in den Katalog kopieren.", FR: "Copier le fichier lui-même dans le catalogue.", EN: "Copy the file itself into the catalogue."},
		Explain: diag.Text{
			DE: "Auf die Website darf nur, was im Ordner des Katalogs liegt. Sonst könnte ein Verweis Dateien veröffentlichen, die niemanden etwas angehen.",
			FR: "Ne va sur le site que ce qui se trouve dans le dossier du catalogue. Sinon, un renvoi pourrait publier des fichiers qui ne regardent personne.",
			EN: "Only what lies in the catalogue’s folder may get onto the site. Else a link could publish files that are nobody’s business."},
		Wrong: "foto.jpg -> /home/anna/Bilder/foto.jpg", Right: "foto.jpg",
	}
	FolderEmpty = diag.Rule{
		Name: "folder-empty", Severity: diag.Warning,
		Message: diag.Text{DE: "Im Ordner „{name}“ liegt kein Text.", FR: "Le dossier « {name} » ne contient pas de texte.", EN: "There is no text in the folder “{name}”."},
		Cure:    diag.Text{DE: "Eine Datei index.<Sprache>.md hineinlegen oder den Ordner löschen.", FR: "Y placer un fichier index.<langue>.md ou supprimer le dossier.", EN: "Put a file index.<language>.md into it, or delete the folder."},
		Explain: diag.Text{
			DE: "Jeder Ordner ist ein Blatt. Ohne einen Text, der richtig heißt, bleibt er unsichtbar.",
			FR: "Chaque dossier est une fiche. Sans un texte bien nommé, il reste invisible.",
			EN: "Every folder is one sheet. Without a text of the right name it stays invisible."},
		Wrong: "content/sheets/trier-website/text.md", Right: "content/sheets/trier-website/index.de.md",
	}
	FileStray = diag.Rule{
		Name: "file-stray", Severity: diag.Warning,
		Message: diag.Text{DE: "„{name}“ wird hier nicht gelesen.", FR: "« {name} » n’est pas lu à cet endroit.", EN: "“{name}” is not read here."},
		Cure:    diag.Text{DE: "An den richtigen Ort legen oder löschen; Blätter liegen in content/sheets/<Name>/index.<Sprache>.md.", FR: "Le placer au bon endroit ou le supprimer ; les fiches se trouvent dans content/sheets/<nom>/index.<langue>.md.", EN: "Put it in the right place or delete it; sheets lie in content/sheets/<name>/index.<language>.md."},
		Explain: diag.Text{
			DE: "Eine Datei am falschen Ort fehlt auf der Website, ohne dass es auffällt.",
			FR: "Un fichier au mauvais endroit manque sur le site sans que cela se remarque.",
			EN: "A file in the wrong place is missing from the site without anyone noticing."},
		Wrong: "content/sheets/index.de.md", Right: "content/sheets/trier-website/index.de.md",
	}
)
