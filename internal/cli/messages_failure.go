package cli

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/accept"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/serve"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// Each failure is worded as its cause and its cure.

var siteFailures = map[site.Kind]diag.Text{
	site.NoFolder: {
		DE: "Den Ordner {path} gibt es nicht. Mit -C den Ordner des Katalogs nennen.",
		FR: "Le dossier {path} n’existe pas. Indiquer le dossier du catalogue avec -C.",
		EN: "There is no folder {path}. Name the catalogue’s folder with -C."},
	site.NoCatalogue: {
		DE: "Hier ist kein Katalog: {path} fehlt. In den Ordner des Katalogs wechseln oder ihn mit -C nennen.",
		FR: "Il n’y a pas de catalogue ici : {path} manque. Se placer dans le dossier du catalogue ou l’indiquer avec -C.",
		EN: "There is no catalogue here: {path} is missing. Go to the catalogue’s folder, or name it with -C."},
	site.Unreadable: {
		DE: "{path} lässt sich nicht lesen ({cause}). Die Zugriffsrechte prüfen.",
		FR: "Impossible de lire {path} ({cause}). Vérifier les droits d’accès.",
		EN: "{path} can’t be read ({cause}). Check its permissions."},
	site.BadURL: {
		DE: "„{path}“ ist keine Adresse für --base-url. Sie beginnt mit https:// und nennt einen Server.",
		FR: "« {path} » n’est pas une adresse pour --base-url. Elle commence par https:// et nomme un serveur.",
		EN: "“{path}” is no address for --base-url. It begins with https:// and names a host."},
	site.Layout: {
		DE: "Die Vorlage {path} ist fehlerhaft: {cause}. Sie berichtigen, oder die eigene Datei in layouts/ entfernen; dann gilt die eingebaute.",
		FR: "Le gabarit {path} est défectueux : {cause}. Le corriger, ou retirer le fichier de layouts/ ; celui d’origine s’applique alors.",
		EN: "The template {path} is faulty: {cause}. Mend it, or remove your file from layouts/; then the built-in one is used."},
	site.BadFont: {
		DE: "Die Schrift {path}, die site.yaml unter pdf: fonts nennt, lässt sich nicht lesen ({cause}). Eine TrueType-Datei (.ttf) angeben.",
		FR: "La police {path}, indiquée dans site.yaml sous pdf: fonts, est illisible ({cause}). Indiquer un fichier TrueType (.ttf).",
		EN: "The font {path}, which site.yaml names under pdf: fonts, can’t be read ({cause}). Name a TrueType file (.ttf)."},
}

var outputFailures = map[output.Kind]diag.Text{
	output.KindForeign: {
		DE: "{path} enthält Dateien, die nicht von „build“ sind: {names}. Einen leeren oder neuen Ordner mit -o nennen; an diesem wurde nichts geändert.",
		FR: "{path} contient des fichiers qui ne viennent pas de « build » : {names}. Indiquer un dossier vide ou nouveau avec -o ; celui-ci est resté intact.",
		EN: "{path} holds files that build did not make: {names}. Name an empty or a new folder with -o; this one was left as it is."},
	output.KindProtected: {
		DE: "{path} kann nicht der Ausgabeordner sein: Er ist, enthält oder liegt in {names}, wo der Katalog selbst steht. Einen anderen mit -o nennen.",
		FR: "{path} ne peut pas être le dossier de sortie : c’est {names}, il le contient ou s’y trouve, et là se trouve le catalogue lui-même. En indiquer un autre avec -o.",
		EN: "{path} can’t be the output folder: it is, holds or lies in {names}, where the catalogue itself is. Name another one with -o."},
	output.KindLocked: {
		DE: "An {path} arbeitet gerade ein anderer Aufruf von „build“. Warten, bis er fertig ist.",
		FR: "Une autre commande « build » travaille sur {path}. Attendre qu’elle ait fini.",
		EN: "Another build is at work on {path}. Wait until it is done."},
	output.KindNotFolder: {
		DE: "{path} ist kein Ordner. Einen anderen mit -o nennen, oder die Datei entfernen.",
		FR: "{path} n’est pas un dossier. En indiquer un autre avec -o, ou retirer le fichier.",
		EN: "{path} is no folder. Name another one with -o, or remove the file."},
	output.KindUnwritable: {
		DE: "{path} lässt sich nicht beschreiben. Die Zugriffsrechte prüfen, oder einen anderen Ordner mit -o nennen.",
		FR: "Impossible d’écrire dans {path}. Vérifier les droits d’accès, ou indiquer un autre dossier avec -o.",
		EN: "{path} can’t be written. Check its permissions, or name another folder with -o."},
	output.KindFull: {
		DE: "Der Datenträger von {path} ist voll. Platz schaffen, oder mit -o einen anderen Ordner nennen; die bisherige Website ist unverändert.",
		FR: "Le disque de {path} est plein. Libérer de la place, ou indiquer un autre dossier avec -o ; le site précédent est intact.",
		EN: "The disk of {path} is full. Make room, or name another folder with -o; the site is as it was."},
	output.KindPath: {
		DE: "„{path}“ kann nicht auf jedem System ein Dateiname sein. Das Blatt, Bild oder Schlagwort umbenennen.",
		FR: "« {path} » ne peut pas être un nom de fichier sur tous les systèmes. Renommer la fiche, l’image ou le terme.",
		EN: "“{path}” can’t be the name of a file on every system. Rename the sheet, image or term."},
	output.KindTwice: {
		DE: "{path} und {names} wären dieselbe Datei. Eine von beiden umbenennen.",
		FR: "{path} et {names} seraient le même fichier. Renommer l’un des deux.",
		EN: "{path} and {names} would be the same file. Rename one of the two."},
	output.KindCollision: {
		DE: "{path} lässt sich nicht schreiben: Dort liegt {names}, eine Datei von Hand. Sie verschieben oder umbenennen.",
		FR: "Impossible d’écrire {path} : {names}, un fichier ajouté à la main, s’y trouve. Le déplacer ou le renommer.",
		EN: "{path} can’t be written: {names}, a file that was put there by hand, is in the way. Move or rename it."},
	output.KindFailed: {
		DE: "{path}: {cause}. Den Datenträger prüfen und noch einmal bauen.",
		FR: "{path} : {cause}. Vérifier le disque et reconstruire.",
		EN: "{path}: {cause}. Check the disk and build again."},
}

var acceptFailures = map[accept.Kind]diag.Text{
	accept.UnknownID: {
		DE: "Ein Blatt „{path}“ gibt es nicht.",
		FR: "La fiche « {path} » n’existe pas.",
		EN: "There is no sheet “{path}”."},
	accept.UnknownField: {
		DE: "Einen Text „{path}“ hat das Original nicht. Es hat: {names}.",
		FR: "L’original n’a pas de texte « {path} ». Il a : {names}.",
		EN: "The original has no text “{path}”. It has: {names}."},
	accept.NoFile: {
		DE: "{path} hat keine Datei index.{names}.md.",
		FR: "{path} n’a pas de fichier index.{names}.md.",
		EN: "{path} has no file index.{names}.md."},
	accept.IsOriginal: {
		DE: "{path} ist das Original, keine Übersetzung. Mit --lang eine andere Sprache nennen.",
		FR: "{path} est l’original et non une traduction. Indiquer une autre langue avec --lang.",
		EN: "{path} is the original, no translation. Name another language with --lang."},
	accept.NoOriginal: {
		DE: "Alle Dateien von {path} sagen, sie seien Übersetzungen. Aus der des Originals „translation“ entfernen.",
		FR: "Tous les fichiers de {path} se disent traductions. Retirer « translation » de celui de l’original.",
		EN: "All files of {path} say that they are translations. Remove “translation” from the original’s."},
	accept.Originals: {
		DE: "Mehrere Dateien von {path} ({names}) sagen nicht, dass sie Übersetzungen sind. Mit --lang die Übersetzung nennen.",
		FR: "Plusieurs fichiers de {path} ({names}) ne se disent pas traductions. Indiquer la traduction avec --lang.",
		EN: "Several files of {path} ({names}) don’t say that they are translations. Name the translation with --lang."},
	accept.Faulty: {
		DE: "{path} lässt sich nicht fehlerfrei lesen; nichts wurde geändert. Erst beheben, was „praxisblatt check“ dazu sagt.",
		FR: "{path} ne se lit pas sans erreur ; rien n’a été modifié. Corriger d’abord ce qu’en dit « praxisblatt check ».",
		EN: "{path} can’t be read without errors; nothing was changed. First mend what “praxisblatt check” says of it."},
}

var serveFailures = map[serve.Kind]diag.Text{
	serve.Taken: {
		DE: "{addr} ist schon belegt; läuft „praxisblatt serve“ dort bereits? Mit --addr eine andere Adresse nennen, etwa --addr 127.0.0.1:8081.",
		FR: "{addr} est déjà pris ; « praxisblatt serve » y tourne-t-il déjà ? Indiquer une autre adresse avec --addr, par exemple --addr 127.0.0.1:8081.",
		EN: "{addr} is taken; is “praxisblatt serve” running there already? Name another address with --addr, such as --addr 127.0.0.1:8081."},
	serve.BadAddr: {
		DE: "„{addr}“ ist keine Adresse dieses Rechners. Sie besteht aus Name und Port, etwa --addr 127.0.0.1:8081.",
		FR: "« {addr} » n’est pas une adresse de cette machine. Elle se compose d’un nom et d’un port, par exemple --addr 127.0.0.1:8081.",
		EN: "“{addr}” is no address of this machine. It is made of a name and a port, such as --addr 127.0.0.1:8081."},
	serve.CannotSee: {
		DE: "Änderungen in {addr} lassen sich nicht beobachten ({cause}). Die Seiten sind zu sehen; nach Änderungen „serve“ neu starten.",
		FR: "Impossible de suivre les modifications dans {addr} ({cause}). Les pages sont visibles ; relancer « serve » après une modification.",
		EN: "Changes in {addr} can’t be watched ({cause}). The pages can be seen; start serve again after a change."},
	serve.NoListener: {
		DE: "Die Vorschau auf {addr} wurde beendet ({cause}).",
		FR: "L’aperçu sur {addr} s’est arrêté ({cause}).",
		EN: "The preview at {addr} has ended ({cause})."},
}

var editFailures = map[edit.Kind]diag.Text{
	edit.Changed: {
		DE: "{path} wurde gerade von jemand anderem geändert und bleibt, wie es ist. Noch einmal versuchen.",
		FR: "{path} vient d’être modifié par ailleurs et reste tel quel. Essayer encore une fois.",
		EN: "{path} was changed by someone else just now and stays as it is. Try again."},
	edit.NotFile: {
		DE: "{path} ist eine Verknüpfung und bleibt, wie sie ist. Sie durch die Datei selbst ersetzen.",
		FR: "{path} est un lien et reste tel quel. Le remplacer par le fichier lui-même.",
		EN: "{path} is a link and stays as it is. Put the file itself in its place."},
	edit.Exists: {
		DE: "{path} gibt es schon; die Datei bleibt, wie sie ist.",
		FR: "{path} existe déjà et reste tel quel.",
		EN: "{path} is there already and stays as it is."},
	edit.Failed: {
		DE: "{path} lässt sich nicht schreiben ({cause}). Zugriffsrechte und Platz prüfen; die Datei ist unverändert.",
		FR: "Impossible d’écrire {path} ({cause}). Vérifier les droits d’accès et la place ; le fichier est intact.",
		EN: "{path} can’t be written ({cause}). Check permissions and room; the file is as it was."},
}
