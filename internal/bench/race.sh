#!/bin/sh
# race.sh PRAXISBLATT [SHEETS [RUNS [SEED]]]: the same generated catalogue built by praxisblatt and by
# Hugo with Pagefind, in turn, on this machine: checks, a full build, nothing changed, one edit. Medians, then the ratios.
# SHEETS is 43 at least, since it is sheet 42 that is edited.
# Environment: HUGO, PAGEFIND (programs; ALONE=yes runs neither), DATA (folder for catalogue and output; .tools/race).
# Trust the ratios, not the seconds, where others use the machine.
set -eu
bin=$(realpath "$1") n=${2:-1000} runs=${3:-3} seed=${4:-1}
cd "$(dirname "$0")"
hugo=${HUGO:-hugo} pagefind=${PAGEFIND:-pagefind}
data=${DATA:-../../.tools/race}
mkdir -p "$data"
data=$(realpath "$data")
site=$data/c$n-$seed
edited=$site/content/sheets/sheet-00042/index.de.md

# timed NAME COMMAND…: runs the command and adds its row: name, wall, user and system seconds, peak KiB.
timed() {
	name=$1
	shift
	/usr/bin/time -q -o "$data/time" -f '%e %U %S %M' "$@" >"$data/log" 2>&1 ||
		{ echo "race.sh: failed: $*" >&2; tail -5 "$data/log" >&2; exit 1; }
	echo "$name $(cat "$data/time")" >>"$data/rows"
}

[ -e "$site/site.yaml" ] && [ -d "$site/content/sheets" ] || go run ./gencorpus -n "$n" -seed "$seed" -out "$site"
cp "$edited" "$data/keep"
trap 'cp "$data/keep" "$edited"' EXIT
: >"$data/rows"
i=0
while [ "$i" -lt "$runs" ]; do
	rm -rf "$data/own" "$data/hugo" "$data/pagefind" "$site/.praxisblatt"
	timed check-cold "$bin" check -C "$site"
	timed check-warm "$bin" check -C "$site"
	rm -rf "$site/.praxisblatt"
	timed praxisblatt "$bin" build -C "$site" -o "$data/own"
	if [ -z "${ALONE:-}" ]; then
		timed hugo "$hugo" -s hugosite --contentDir "$site/content" --noBuildLock --quiet -d "$data/hugo"
		timed pagefind "$pagefind" --site "$data/hugo" --output-path "$data/pagefind"
	fi
	timed nothing "$bin" build -C "$site" -o "$data/own"
	awk -v new="  Änderung $i." '{ print } /^outcome: \|/ && !done { print new; done = 1 }' "$data/keep" >"$edited"
	timed one-edit "$bin" build -C "$site" -o "$data/own"
	cp "$data/keep" "$edited"
	i=$((i + 1))
done
go run ./race -sheets "$n" <"$data/rows"
