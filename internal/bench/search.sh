#!/bin/sh
# search.sh PRAXISBLATT [QUERIES [SIZE…]]: the search beside Pagefind. Judged queries (a file of them) over the
# sheets of this repository; then for generated catalogues of each size (sheets × 3 languages; 50, 1000
# and 10000 if none is named) size, time and memory of the index, milliseconds a key stroke, and what a browser
# fetches to the first ten results.
# Environment: PAGEFIND (program; none: without it), DATA (folder for catalogues and output; .tools/search).
set -eu
bin=$(realpath "$1") queries=${2:+$(realpath "$2")}
shift; [ $# = 0 ] || shift
[ $# -gt 0 ] || set -- 50 1000 10000
cd "$(dirname "$0")/../.."
data=${DATA:-.tools/search}
mkdir -p "$data"
data=$(realpath "$data")

# site CATALOGUE NAME: builds a catalogue to $data/NAME, and Pagefind's index of its sheets to $data/NAME.pf/pagefind.
site() {
	"$bin" build -C "$1" -o "$data/$2" >"$data/log" 2>&1 || { cat "$data/log" >&2; exit 1; }
	if [ -n "${PAGEFIND:-}" ]; then
		/usr/bin/time -q -o "$data/time" -f '%U %S %M' "$PAGEFIND" --site "$data/$2" --glob '*/sheets/*.html' --output-path "$data/$2.pf/pagefind" >"$data/log" 2>&1 ||
			{ cat "$data/log" >&2; exit 1; }
		awk -v size="$(du -sk "$data/$2.pf/pagefind" | cut -f 1)" \
			'{ printf "Pagefind: %.1f s of processor time, %d MiB at most, index of all languages %.1f MB\n", $1 + $2, $3 / 1024, size / 1000 }' "$data/time"
	fi
}

# measured PACKAGE FLAG…: runs measurements, which are tests, and shows what they say.
measured() { go test -count=1 -v -timeout 60m "$@" | grep -v '^ *---\|^===\|^PASS\|^ok' || true; }

echo "== the sheets of this repository"
site . own
if [ -n "$queries" ]; then
	measured ./internal/search -run 'TestJudged' -queries "$queries" -site "$data/own" ${PAGEFIND:+-pagefind "$data/own.pf/pagefind"}
fi
for n in "$@"; do
	echo "== $n generated sheets in three languages"
	[ -d "$data/c$n" ] || go run ./internal/bench/gencorpus -n "$n" -out "$data/c$n" >/dev/null
	site "$data/c$n" "s$n"
	measured ./internal/search -run 'TestScale|TestKeys' -catalogue "$data/c$n"
	measured ./internal/bench/query -site "$data/s$n" ${PAGEFIND:+-pagefind "$data/s$n.pf/pagefind"}
done
