# make test   everything that CI runs but the cross-builds; installs what it needs
# make build  the program, as .tools/praxisblatt
# make fuzz   every fuzz target for FUZZTIME
# make sbom   the bill of materials, as .tools/praxisblatt.cdx.json
# make vulnerabilities  what is known of the modules that are linked
# make bench-search  the search beside Pagefind: judged queries (QUERIES), bytes, times and sizes for generated catalogues (SIZES)
# make look   pictures of every kind of page of a CATALOGUE, into LOOK; internal/browser/README.md says what to look for
# make bench-pack  packs of 100 and 1,000 generated sheets, beside Chromium printing the same (RUNS)
# make bench  the race against Hugo with Pagefind (SHEETS, RUNS)
# make bench-growth  praxisblatt alone, for generated catalogues of several SIZES
# make bench-serve   from a saved sheet to the painted page
#
# What needs root is installed by root; anyone else is told the command.

FUZZTIME ?= 60s
SHEETS   ?= 1000
RUNS     ?= 3

HUGO     = v0.165.0
PAGEFIND = 1.6.0

# need: $(call need,CONDITION,PACKAGES) installs Debian's packages where the condition does not hold.
define need
	@{ $(1); } >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo '== installing $(2)'; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qqy install --no-install-recommends $(2) >/dev/null; \
	else \
		echo 'This needs a command that only root may run:' >&2; \
		echo '    sudo apt-get install --no-install-recommends $(2)' >&2; \
		exit 1; \
	fi
endef

# compiles: whether there is a C compiler with its headers, which Go's race detector links with.
compiles = echo 'int main(void) { return 0; }' | cc -include stdlib.h -x c -o /dev/null -
chromium = command -v chromium || command -v chromium-browser || command -v google-chrome
hunspell = ( for lang in de_DE fr_FR en_GB; do hunspell -d $$lang -l </dev/null || exit 1; done )
words    = ls /usr/share/dict/ngerman /usr/share/dict/french /usr/share/dict/american-english

checkers = internal/browser/node_modules/.package-lock.json
pagefind = .tools/pagefind/package-lock.json

.PHONY: build test test-long needs format vet staticcheck types race-tests page-tests fuzz sbom vulnerabilities look bench bench-growth bench-serve bench-pack bench-search clean

build:
	CGO_ENABLED=0 go build -trimpath -o .tools/praxisblatt ./cmd/praxisblatt

test: needs format vet staticcheck types race-tests page-tests

needs: $(checkers)
	$(call need,$(compiles),gcc libc6-dev)
	$(call need,$(chromium),chromium)
	$(call need,command -v qpdf && command -v pdftoppm,qpdf poppler-utils)
	$(call need,command -v java,default-jre-headless)
	$(call need,$(hunspell),hunspell hunspell-de-de hunspell-fr hunspell-en-gb)
	$(call need,command -v pdftotext,poppler-utils)

$(checkers): internal/browser/package-lock.json
	$(call need,command -v npm,nodejs npm)
	npm ci --silent --ignore-scripts --prefix $(<D)

format:
	@echo '== format'
	@test -z "$$(gofmt -l cmd internal layouts i18n)" || { gofmt -d cmd internal layouts i18n; exit 1; }

vet:
	@echo '== vet'
	@go vet -tags long ./...

staticcheck:
	@echo '== staticcheck'
	@go tool staticcheck -tags long ./...

types: $(checkers)
	@echo '== types'
	@node internal/browser/node_modules/typescript/bin/tsc -p internal/browser

# Units, scripts, the golden site, the storeys of the imports, fuzz seeds.
race-tests:
	@echo '== tests'
	@go test -race -short ./...

# The rooms whose tests look at pages once more, now with Chromium and in full: see internal/browser/race.go.
page-tests:
	@echo '== tests of pages'
	@go test $$(go list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | grep praxisblatt/internal/browser | cut -d' ' -f1)

# Soak, kill, scale and server tests have the build tag long.
test-long: needs
	$(call need,$(words),wngerman wfrench wamerican)
	go test -race -tags long -timeout 3h ./...

# Where its time runs out in the middle of an input, go test may call that a failure too, and may even keep the input: it is none
# where the target passes with what was kept.
fuzz:
	@mkdir -p .tools; log=.tools/fuzz.log; targets=$$(go test -list '^Fuzz' ./...) && echo "$$targets" | \
	awk '/^Fuzz/ { target[++n] = $$1 } /^ok/ { for (i = 1; i <= n; i++) print $$2, target[i]; n = 0 }' | \
	while read -r room target; do \
		echo "== $$target in $$room"; \
		go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$room" >$$log 2>&1 || \
		{ grep -q 'context deadline exceeded$$\|terminated unexpectedly' $$log && go test -timeout 1m -run "^$$target\$$" "$$room" >>$$log 2>&1; } || \
		{ cat $$log; exit 1; }; \
		tail -1 $$log; \
	done

sbom:
	@mkdir -p .tools
	go run ./internal/sbom >.tools/praxisblatt.cdx.json

# Where the database can't be reached nothing is known, which must not look as if nothing were wrong.
vulnerabilities:
	@echo '== known vulnerabilities'
	@out=$$(go tool govulncheck ./cmd/praxisblatt 2>&1) && code=0 || code=$$?; \
	case "$$out" in \
	*'fetching vulnerabilities'*) echo "NOT CHECKED: the database of vulnerabilities can't be reached." ;; \
	*) echo "$$out"; exit $$code ;; \
	esac

QUERIES   ?=
CATALOGUE ?= .
SIZES     ?= 50 1000 10000

bench-search: build $(pagefind)
	$(call need,command -v /usr/bin/time,time)
	$(call need,$(words),wngerman wfrench wamerican)
	$(call need,$(chromium),chromium)
	PAGEFIND=$$(ls $(CURDIR)/.tools/pagefind/node_modules/@pagefind/*/bin/pagefind_extended) \
		internal/bench/search.sh .tools/praxisblatt '$(if $(QUERIES),$(abspath $(QUERIES)))' $(SIZES)

LOOK ?= .tools/look

look: needs
	go test -tags long ./internal/site -run 'TestLook$$' -count=1 -v -timeout 30m -look '$(abspath $(LOOK))' -look-catalogue '$(abspath $(CATALOGUE))'

bench: build .tools/bin/hugo $(pagefind)
	$(call need,command -v /usr/bin/time,time)
	$(call need,$(words),wngerman wfrench wamerican)
	HUGO=$(CURDIR)/.tools/bin/hugo PAGEFIND=$$(ls $(CURDIR)/.tools/pagefind/node_modules/@pagefind/*/bin/pagefind_extended) \
		internal/bench/race.sh .tools/praxisblatt $(SHEETS) $(RUNS)

bench-growth: build
	$(call need,command -v /usr/bin/time,time)
	$(call need,$(words),wngerman wfrench wamerican)
	@for n in $(SIZES); do echo "== $$n sheets"; ALONE=yes internal/bench/race.sh .tools/praxisblatt $$n 1; done

bench-serve:
	$(call need,$(chromium),chromium)
	go test -run '^$$' -bench Repaint -benchtime 8x ./internal/serve

bench-pack: build
	$(call need,command -v /usr/bin/time,time)
	$(call need,$(chromium),chromium)
	$(call need,$(words),wngerman wfrench wamerican)
	internal/bench/pack.sh .tools/praxisblatt $(RUNS)

.tools/bin/hugo:
	GOBIN=$(CURDIR)/.tools/bin go install github.com/gohugoio/hugo@$(HUGO)

$(pagefind):
	$(call need,command -v npm,nodejs npm)
	npm install --silent --prefix $(@D) pagefind@$(PAGEFIND)

clean:
	rm -rf .tools .praxisblatt
	find public -mindepth 1 -maxdepth 1 ! -name '.*' -exec rm -rf {} +
