#!/usr/bin/env bash
# The browser tests in one browser: `tests/e2e/run.sh firefox`, or only some: `tests/e2e/run.sh firefox time::`.
# Each test runs once: one that passes now and then only has failed.
set -euo pipefail
export BROWSER=$1 RUST_BACKTRACE=0
shift
skipped=artefacts/skipped/$BROWSER
rm -rf "$skipped"
# The browsers share two cores with their builds: more at once are slower.
cargo test --quiet --features cli --features e2e --test e2e -- --test-threads="${THREADS:-2}" "$@"
for file in "$skipped"/*.txt; do
  if [ -f "$file" ]; then
    name=$(basename "$file" .txt)
    printf 'skipped in %s: %s: %s\n' "$BROWSER" "${name/-/::}" "$(cat "$file")"
  fi
done
