#!/usr/bin/env bash
# Runs a server and says when the article can be read, and how long that took.
set -euo pipefail
address=127.0.0.1/8080
start=$(date +%s)
if (exec 3<>"/dev/tcp/$address") 2>/dev/null; then
  echo "Something else answers on http://${address/\//:} already; end it and try again." >&2
  exit 1
fi
printf '\n== build the article, then serve it\n'
"$@" &
server=$!
trap 'kill $server 2>/dev/null' EXIT
while kill -0 $server 2>/dev/null; do
  if (exec 3<>"/dev/tcp/$address") 2>/dev/null; then
    printf '\n== The article is on http://%s, after %d s.\n' "${address/\//:}" $(($(date +%s) - start))
    break
  fi
  sleep 1
done
wait $server
