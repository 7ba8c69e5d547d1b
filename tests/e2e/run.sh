#!/usr/bin/env bash
# The browser tests in one browser: `tests/e2e/run.sh firefox`. What fails is tried once more by
# itself, since a browser on a busy machine can be slower than a test waits; both is counted.
set -euo pipefail
export BROWSER=$1 RUST_BACKTRACE=0
log=artefacts/pages-$BROWSER.txt
mkdir -p artefacts
pages() { cargo test --quiet --features cli --features e2e --test e2e -- "$@" 2>&1; }

again=()
if ! pages --test-threads=2 | tee "$log"; then
  mapfile -t again < <(sed -n 's/^    \([a-z0-9_]*\(::[a-z0-9_]*\)*\)$/\1/p' "$log" | sort -u)
  # Nothing ran, or too much failed for that to be chance.
  if [ ${#again[@]} = 0 ] || [ ${#again[@]} -gt 5 ]; then exit 1; fi
  printf '\nonce more, one at a time: %s\n' "${again[*]}"
  pages --test-threads=1 --exact "${again[@]}"
fi
awk -v browser="$BROWSER" -v again=${#again[@]} '/^skipped in/ { skipped++ } /^test result/ { passed = $4 }
  END { printf "%s: %d passed, %d of them when tried again, %d skipped\n", browser, passed - skipped + again, again, skipped }' "$log"
