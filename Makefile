# The one command file, for people and for CI. Bare `make` lists what there is.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# The address that a build is for: `make dist BASE=https://example.org/maps/`.
export BASE ?=
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

TRUNK := 0.21.14
CARGO_DENY := 0.20.2
FRICTIONLESS := 5.21.0
GECKODRIVER_VERSION := 0.37.1
# The tool and the crate must be of one version.
WASM_BINDGEN := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
WASM := wasm32-unknown-unknown
# The standard library comes along as source, to be compiled with the widget: 20 kB less for every
# reader, since a panic, which the lints forbid anyway, then has no text. Two of these switches wait
# to become stable in Rust, and this is how a stable compiler lets one use them.
RUST_STD := $(shell rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml
# What readers download does not say where it was built. (No wildcard: it does not see what another
# step made.)
CRATES := $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src
SMALL = RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort \
	-Zfmt-debug=none -Zlocation-detail=none \
	$(patsubst %,--remap-path-prefix=%/=,$(shell ls -d $(CRATES)/* 2>/dev/null))"

# $(call step,name,command): says which step runs, and which one it was that failed.
step = @printf '\n== %s\n' '$(1)'; { $(2); } || { printf '\nFAILED: %s\n' '$(1)' >&2; exit 1; }
# Touches the target, whose folder may not be there yet.
stamp = @mkdir -p $(@D) && touch $@

STAMPS := .tools/stamps
TOOLS := $(STAMPS)/rust-target $(STAMPS)/rust-std $(STAMPS)/trunk-$(TRUNK) $(STAMPS)/wasm-bindgen-$(WASM_BINDGEN) \
         $(STAMPS)/crates node_modules/.stamp

# What the pages are tried in.
BROWSERS := chromium firefox webkit

.PHONY: help run test dist bench bench-check fuzz package schema geo fmt tools check-format check-lints check-tests \
        check-licences check-sizes check-site check-pages $(BROWSERS:%=check-pages-%) browser $(BROWSERS:%=browser-%)

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '  make %-7s %s\n' "$$name" "$$text"; done

run: $(TOOLS) ## Show the article on http://127.0.0.1:8080, built anew after each change.
	$(call step,serve the article,$(SMALL) trunk serve)

dist: $(TOOLS) ## Build what is shipped, into dist/.
	$(call step,build dist/,$(SMALL) trunk build)

test: check-format check-lints check-tests check-licences dist check-sizes check-site check-pages-chromium check-pages-firefox ## Run everything that CI runs.
	@printf '\nAll checks passed.\n'

bench: dist ## Print what each shipped file weighs, and how fast a million rows are checked.
	$(call step,sizes,node tests/budget.mjs)
	$(MAKE) bench-check

bench-check:
	$(call step,the command,cargo build --quiet --release --features cli)
	$(call step,a million rows,python3 tests/bench.py target/release/enforcement-map)

# How many cases each property is tried with, and for how long at most.
CASES ?= 20000
FUZZ_TIME ?= 20m

fuzz: ## Give the readers of files far more nonsense than the tests do: CASES=20000 FUZZ_TIME=20m
	$(call step,the tests,cargo test --quiet --features cli --no-run)
	$(call step,readers,PROPTEST_CASES=$(CASES) timeout $(FUZZ_TIME) cargo test --quiet --features cli --test data robust)
	$(call step,convert,PROPTEST_CASES=$(CASES) timeout $(FUZZ_TIME) cargo test --quiet --features cli --bin enforcement-map convert)

schema: ## Make geo/schema/ and the page of the codes again from the code.
	$(call step,schemas,cargo run --quiet --features cli -- schema geo/schema --page www/codes.html)

package: dist ## Pack the npm package into target/, to be installed from there.
	$(call step,npm package,npm pack ./target/npm --silent --pack-destination target)

ATTRIBUTION := Boundaries: OCHA Common Operational Dataset, administrative boundaries of Cambodia, 2018 \
	(Ministry of Land Management, Urban Planning and Construction; WFP-VAM), CC BY-IGO, generalised. Water \
	and neighbouring land: Natural Earth.

geo: ## Make geo/ again: SOURCE=<provinces.geojson> NAMES=<names.csv> WATER=<water.geojson>
	@: $${SOURCE:?where the boundaries are, see geo/README.md} $${NAMES:?} $${WATER:?}
	$(MAKE) node_modules/.stamp
	$(call step,provinces,cargo run --quiet --features cli -- geo provinces --source "$$SOURCE" \
		--names "$$NAMES" --more-names geo/names.csv --water "$$WATER" --water-names geo/water_names.csv \
		--country KH --local-language km --attribution "$(ATTRIBUTION)" \
		--world-atlas node_modules/world-atlas --output geo/provinces.geojson)
	$(call step,countries,cargo run --quiet --features cli -- geo countries --near=88,-11,146,46 \
		--world-atlas node_modules/world-atlas --output geo/countries.geojson)

fmt: ## Format the Rust code.
	cargo fmt --all

check-format:
	$(call step,format,cargo fmt --all --check)

# Each set of features by itself: one that compiles beside another may not compile alone.
check-lints: $(STAMPS)/rust-target
	$(call step,lints of the core,cargo clippy --quiet --lib -- -D warnings)
	$(call step,lints of the sheets,cargo clippy --quiet --lib --features sheets --target $(WASM) -- -D warnings)
	$(call step,lints of the pages,cargo clippy --quiet --lib --features ssr -- -D warnings)
	$(call step,lints of the command and its tests,cargo clippy --quiet --all-targets --features cli --features e2e -- -D warnings)
	$(call step,lints of the widget,cargo clippy --quiet --lib --features csr --target $(WASM) -- -D warnings)
	$(call step,lints of the large module,cargo clippy --quiet --lib --features csr --features sheets --target $(WASM) -- -D warnings)

# Pictures are drawn with fonts from npm packages.
check-tests: $(STAMPS)/frictionless-$(FRICTIONLESS) node_modules/.stamp
	$(call step,tests,cargo test --quiet --features cli)

check-licences: $(STAMPS)/cargo-deny-$(CARGO_DENY) $(STAMPS)/crates
	$(call step,licences and sources of the crates,cargo deny --offline --all-features check licenses bans sources)

check-sizes:
	$(call step,budgets,node tests/budget.mjs)

check-site:
	$(call step,the package and what announces the pages,node --test tests/site/)

check-pages: $(BROWSERS:%=check-pages-%)

# The browsers share two cores with their builds: more at once are slower.
$(BROWSERS:%=check-pages-%): check-pages-%: browser-%
	$(call step,pages in $*,tests/e2e/run.sh $*)

# What is needed, once, into .tools/ and node_modules/.

tools: $(TOOLS)

$(STAMPS)/rust-target:
	$(call step,Rust for WebAssembly,[ -d "$$(rustc --print target-libdir --target $(WASM))" ] || rustup target add $(WASM))
	$(stamp)

$(STAMPS)/rust-std:
	$(call step,sources of the standard library,[ -f $(RUST_STD) ] || rustup component add rust-src)
	$(call step,its crates,RUSTC_BOOTSTRAP=1 cargo fetch --locked --manifest-path $(RUST_STD))
	$(stamp)

$(STAMPS)/trunk-%:
	$(call step,trunk $*,cargo install trunk --version $* --locked --root .tools)
	$(stamp)

# Not with --locked: its lock file names a version of a crate that cannot be had any more.
$(STAMPS)/wasm-bindgen-%:
	$(call step,wasm-bindgen $*,cargo install wasm-bindgen-cli --version $* --root .tools)
	$(stamp)

$(STAMPS)/cargo-deny-%:
	$(call step,cargo-deny $*,cargo install cargo-deny --version $* --locked --root .tools)
	$(stamp)

# A second opinion on the schemas of sheets; ajv from npm is one on those of GeoJSON.
$(STAMPS)/frictionless-$(FRICTIONLESS):
	$(call step,frictionless,python3 -m venv .tools/venv && .tools/venv/bin/pip install --quiet frictionless==$(FRICTIONLESS))
	$(stamp)

# Debian has no package of it.
$(STAMPS)/geckodriver-%:
	$(call step,geckodriver $*,cargo install geckodriver --version $* --locked --root .tools || \
		cargo install geckodriver --version $* --root .tools)
	$(stamp)

# Builds are offline: all crates are here before.
$(STAMPS)/crates: Cargo.lock
	$(call step,crates,cargo fetch --locked)
	$(stamp)

node_modules/.stamp: package.json package-lock.json
	$(call step,npm packages,npm ci --ignore-scripts)
	$(stamp)

NEEDS_chromium = $${CHROME:-chromium} $${CHROMEDRIVER:-chromedriver}
NEEDS_firefox = $${FIREFOX:-firefox-esr}
NEEDS_webkit = $${WEBKITDRIVER:-WebKitWebDriver} Xvfb
PACKAGES_chromium := chromium chromium-driver
PACKAGES_firefox := firefox-esr
PACKAGES_webkit := webkit2gtk-driver xvfb
# Letters are measured, too, so there have to be fonts that have them.
FONTS := fontconfig fonts-khmeros fonts-droid-fallback fonts-nanum

browser: $(BROWSERS:%=browser-%)

$(BROWSERS:%=browser-%): browser-%:
	@if ! { ( for need in $(NEEDS_$*); do command -v "$$need" || exit 1; done ) && \
			( for lang in km zh ko; do fc-list :lang=$$lang | grep . || exit 1; done ); } >/dev/null 2>&1; then \
		packages='$(PACKAGES_$*) $(FONTS)'; \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get install -y $$packages || { apt-get update && apt-get install -y $$packages; }; \
		else \
			echo "The tests in $* need $(NEEDS_$*) and fonts for Khmer, Chinese and Korean:" \
				"apt-get install $$packages, or name the programs in the variables" \
				'CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKITDRIVER, MINIBROWSER.' >&2; exit 1; \
		fi; \
	fi

browser-firefox: $(STAMPS)/geckodriver-$(GECKODRIVER_VERSION)
