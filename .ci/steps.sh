#!/usr/bin/env bash
# The steps of the Makefile.
#
# Sourced in a recipe, it gives `step NAME`: what follows in the recipe is that step. It is
# announced, as the how-manieth of how many; what it prints is kept in a log; at its end its time is
# told, or that it failed, with the log where it was not shown (QUIET=1, for steps that run side by side).
#
# Run as `.ci/steps.sh TARGET...`, it makes the targets and prints a table: step, time, and what its
# tests say of themselves.

# Where steps leave what they told: one run's, or the last step's that was made by itself.
STEPS=${STEPS:-artefacts/steps}

step() {
  STEP=$1
  mkdir -p "$STEPS"
  local number
  number=$(flock "$STEPS" bash -c 'echo >> "$1/started"; grep -c "" < "$1/started"' - "$STEPS")
  STEP_START=$(date +%s)
  STEP_LOG="$STEPS/$(printf %03d "$number").log"
  STEP_NUMBER=${STEP_COUNT:+"[$number of $STEP_COUNT] "}
  echo "== $STEP_NUMBER$STEP"
  trap 'step_ended $?' EXIT
  # Make's slots are not for what a step starts, whose descriptors they would not be.
  unset MAKEFLAGS MFLAGS
  exec 8>&1 9>&2
  if [ "${QUIET:-}" ]; then exec > "$STEP_LOG" 2>&1; else
    exec > >(exec tee "$STEP_LOG") 2>&1
    STEP_TEE=$!
  fi
}

step_ended() {
  local state=$1 took=$(($(date +%s) - STEP_START))
  exec 1>&8 2>&9
  if [ "${STEP_TEE:-}" ]; then wait "$STEP_TEE" || true; fi
  if [ "$state" = 0 ]; then
    echo "== $STEP_NUMBER$STEP: $(duration $took)"
  else
    if [ "${QUIET:-}" ]; then cat "$STEP_LOG" >&2; fi
    echo "FAILED after $(duration $took): $STEP_NUMBER$STEP" >&2
  fi
  printf '%s\t%s\t%s\t%s\n' "$STEP" "$took" "$state" "$STEP_LOG" >> "$STEPS/ended"
}

duration() { if [ "$1" -lt 60 ]; then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi; }

# The passed, failed and skipped tests that a log tells of: of cargo's and of node's runner.
tests() {
  awk '
    /^test result:/ { passed += $4; failed += $6; skipped += $8 }
    /^(#|ℹ) pass / { passed += $3 }
    /^(#|ℹ) fail / { failed += $3 }
    /^(#|ℹ) skipped / { skipped += $3 }
    /^skipped in / { skipped++; passed-- }
    END { if (passed + failed + skipped) printf "%d\t%d\t%d", passed, failed, skipped; else printf "\t\t" }' "$1"
}

summary() {
  [ -f "$STEPS/ended" ] || return 0
  local line='%-52s %12s %8s %8s %8s\n' name took state log passed failed skipped
  printf "\n$line" step time passed failed skipped
  while IFS=$'\t' read -r name took state log; do
    IFS=$'\t' read -r passed failed skipped < <(tests "$log" | sed 's/\t/ \t/g'; echo)
    [ "$state" = 0 ] || name="$name: FAILED"
    printf "$line" "$name" "$(duration "$took")" "${passed// /}" "${failed// /}" "${skipped// /}"
  done < "$STEPS/ended"
  printf "$line" "all of it" "$(duration $(($(date +%s) - ALL_START)))" '' '' ''
  local reasons
  reasons=$(sed -n 's/^skipped in /  /p' "$STEPS"/*.log)
  if [ "$reasons" ]; then printf '\nskipped in\n%s\n' "$reasons"; fi
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -uo pipefail
  if ! command -v cargo > /dev/null || ! command -v rustc > /dev/null; then
    echo "Rust is needed, in the version of Cargo.toml or newer: https://rustup.rs" >&2
    exit 1
  fi
  if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
      apt-get install -y nodejs npm || { apt-get update && apt-get install -y nodejs npm; }
    else
      echo "Node.js with npm is needed: apt-get install nodejs npm, or https://nodejs.org" >&2
      exit 1
    fi
  fi
  ALL_START=$(date +%s)
  export STEPS="artefacts/steps/$$"
  rm -rf artefacts/steps
  mkdir -p "$STEPS"
  # As many as the recipes that would run: what is there already is no step. (Two targets that need
  # the same one both name it, since a dry run leaves nothing.)
  STEP_COUNT=$(make --dry-run --no-print-directory "$@" 2>/dev/null | grep -o '^\. \.ci/steps\.sh; step .[^'"'"']*' | sort -u | wc -l)
  export STEP_COUNT
  make --no-print-directory "$@"
  state=$?
  summary
  exit $state
fi
