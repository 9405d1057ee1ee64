#!/usr/bin/env bash
# Replaces a key for machines. Usage: rotate-api-key.sh create|revoke <id of the old key>
# create prints the new key, which has the same name, scopes, region, limit and end. Give it to the program; when
# lastUsedAt of the old key stays, revoke it. Uses CALLLOG_URL and CALLLOG_TOKEN, the access token of an administrator.
set -euo pipefail
(($# >= 2)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
step="$1" id="$2"

api() { curl --silent --show-error --fail-with-body -H @<(printf 'Authorization: Bearer %s' "$CALLLOG_TOKEN") "$@"; }

case "$step" in
  create)
    api "$CALLLOG_URL/api/keys/$id" |
      jq '{name, scopes, region, requestsPerMinute, expiresAt} | with_entries(select(.value != null))' |
      api -H 'Content-Type: application/json' --data @- "$CALLLOG_URL/api/keys" | jq --raw-output .key
    ;;
  revoke)
    api "$CALLLOG_URL/api/keys/$id" | jq --raw-output '"Last used " + (.lastUsedAt // "never")'
    api -X DELETE "$CALLLOG_URL/api/keys/$id"
    ;;
  *) echo "create or revoke" >&2; exit 1 ;;
esac
