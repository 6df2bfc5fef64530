#!/bin/sh
# pack.sh PRAXISBLATT [RUNS]: packs of 100 and 1,000 generated sheets in one language and in two, and
# Chromium printing the 100 sheets' pages of the built site, all in one document. It prints a table of medians:
# seconds, processor seconds, peak memory, size. Trust ratios rather than seconds where others use the machine.
# Environment: DATA (folder for catalogues and output; .tools/pack), CHROMIUM.
set -eu
bin=$(realpath "$1") runs=${2:-3}
cd "$(dirname "$0")"
data=${DATA:-../../.tools/pack}
mkdir -p "$data"
data=$(realpath "$data")
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}

# measured NAME FILE COMMAND…: runs the command RUNS times and prints the row of its medians.
measured() {
	name=$1 file=$2
	shift 2
	: >"$data/rows"
	i=0
	while [ "$i" -lt "$runs" ]; do
		rm -f "$file"
		/usr/bin/time -q -o "$data/time" -f '%e %U %S %M' "$@" >"$data/log" 2>&1 ||
			{ echo "pack.sh: failed: $*" >&2; tail -5 "$data/log" >&2; exit 1; }
		awk '{ print $1, $2 + $3, $4 / 1024 }' "$data/time" >>"$data/rows"
		i=$((i + 1))
	done
	printf '| %s ' "$name"
	for column in 1 2 3; do
		cut -d' ' -f"$column" "$data/rows" | sort -n | awk '{ v[NR] = $1 } END { printf "| %.2f ", v[int((NR + 1) / 2)] }'
	done
	printf '| %d |\n' "$(($(wc -c <"$file") / 1024))"
}

# joined SITE OUT: the articles of all sheets in one page, with the site's styles.
joined() {
	first=$(ls "$1"/de/sheets/*.html | grep -v index | head -1)
	{
		sed '/<body/,$d' "$first" | sed "s|href=\"\.\./\.\./|href=\"file://$1/|g"
		echo '<body>'
		for page in $(ls "$1"/de/sheets/*.html | grep -v 'index'); do
			sed -n '/<article data-sheet/,/<\/article>/p' "$page"
			echo '<div style="break-after: page"></div>'
		done
		echo '</body></html>'
	} >"$2"
}

echo '| | s | processor s | peak MiB | KiB |'
echo '| --- | --- | --- | --- | --- |'
for n in 100 1000; do
	site=$data/c$n
	[ -e "$site/site.yaml" ] || go run ./gencorpus -n "$n" -out "$site" >/dev/null
	for langs in de de,fr; do
		measured "$n sheets, $langs" "$data/pack.pdf" "$bin" pack -C "$site" --type sheet,example,partnership,event --lang "$langs" -o "$data/pack.pdf"
	done
done
"$bin" build -C "$data/c100" -o "$data/site" >"$data/log" 2>&1 || { tail -5 "$data/log" >&2; exit 1; }
joined "$data/site" "$data/site/all.html"
measured 'Chromium, 100 sheets, de' "$data/chromium.pdf" "$chromium" --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$data/chromium.pdf" "file://$data/site/all.html"
rm -rf "$data/site"
