#!/usr/bin/env bash
# Cached volumes under wrk: load-tests/wrk-volumes.sh [seconds [connections]]
# The system is at BASE_URL (this machine only); EMAIL and PASSWORD sign in (those of the demo's administrator).
set -euo pipefail

base="${BASE_URL:-http://127.0.0.1:8080}"
email="${EMAIL:-admin@demo.calllog.example}"
password="${PASSWORD:-field-demo-tour-1}"
seconds="${1:-30}"
connections="${2:-32}"

if [[ ! "$base" =~ ^http://(127\.0\.0\.1|localhost)(:[0-9]+)?$ ]]; then
  echo "Only http://127.0.0.1:<port>, or localhost, not $base" >&2
  exit 1
fi
for tool in curl wrk; do
  if ! command -v "$tool" >/dev/null; then
    echo "Needs $tool: install the package $tool (apt, dnf and brew call it so)." >&2
    exit 1
  fi
done

# The password goes by standard input: arguments can be read by everybody on the machine.
answer="$(printf '{"email":"%s","password":"%s"}' "$email" "$password" |
  curl -sS --fail-with-body "$base/api/auth/login" -H 'Content-Type: application/json' --data-binary @-)"
token="$(sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p' <<<"$answer")"
if [[ -z "$token" ]]; then
  echo "No token in the answer of $base/api/auth/login" >&2
  exit 1
fi

echo "What is asked for:"
curl -sS --fail-with-body -o /dev/null -w '%{http_code}, %{size_download} bytes\n' \
  "$base/api/analytics/volumes" -H "Authorization: Bearer $token"

# One thread: it takes little from the cores that the system shares with it.
run() {
  wrk --threads 1 --connections "$connections" --duration "$1s" --latency \
    -H "Authorization: Bearer $token" "$base/api/analytics/volumes"
}
echo "Warming up"
run "$(((seconds + 1) / 2))" >/dev/null
run "$seconds"
