package inputs

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// Sums stand for what the files of a catalogue hold.
type Sums struct {
	Shared [sha256.Size]byte            // of all files but the sheets', and of what else the one who asks depends on
	Sheets map[string][sha256.Size]byte // of each sheet's folder with its languages and pictures, by id
}

// Split takes the sum of everything, which two snapshots have in common only if the same files hold the same bytes; and, apart, those of
// the folders directly below one and of all that is in none of them, and of the names.
func (s *Snapshot) Split(folder string) (whole [sha256.Size]byte, sums Sums) {
	others := appendNames(nil, s.names)
	var ids []string
	var parts [][]file
	for i := 0; i < len(s.files); {
		id, inside := below(folder, s.files[i].path)
		if !inside {
			others = s.files[i].appendSum(others)
			i++
			continue
		}
		from, own := i, folder+"/"+id
		for i++; i < len(s.files) && isIn(s.files[i].path, own); i++ {
		}
		ids, parts = append(ids, id), append(parts, s.files[from:i])
	}
	all := make([][sha256.Size]byte, len(parts))
	parallel.Do(len(parts), func(i int) { all[i] = sumOf(parts[i]) })
	sums = Sums{sha256.Sum256(others), make(map[string][sha256.Size]byte, len(ids))}
	h := sha256.New()
	h.Write(sums.Shared[:])
	for i, id := range ids {
		sums.Sheets[id] = all[i]
		h.Write(all[i][:])
	}
	return [sha256.Size]byte(h.Sum(nil)), sums
}

// below returns the name by which a path begins below a folder.
func below(folder, path string) (name string, inside bool) {
	if !isIn(path, folder) || len(path) == len(folder) {
		return "", false
	}
	name, _, _ = strings.Cut(path[len(folder)+1:], "/")
	return name, true
}

// isIn reports whether a path is a folder's or lies in it.
func isIn(path, folder string) bool {
	return strings.HasPrefix(path, folder) && (len(path) == len(folder) || path[len(folder)] == '/')
}

func sumOf(files []file) [sha256.Size]byte {
	var room [1 << 10]byte
	text := room[:0]
	for i := range files {
		text = files[i].appendSum(text)
	}
	return sha256.Sum256(text)
}

// appendSum writes what a sum says of a file: the path behind its length, and what it holds.
func (f *file) appendSum(b []byte) []byte {
	b = appendText(b, f.path)
	if f.folder {
		return append(b, 'd')
	}
	return append(append(b, 'f'), f.sum[:]...)
}

func appendNames(b []byte, names []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(names)))
	for _, name := range names {
		b = appendText(b, name)
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// And returns the sums for one who depends on something else besides the files.
func (s Sums) And(other string) Sums {
	s.Shared = sha256.Sum256(append(s.Shared[:], other...))
	return s
}
