#!/usr/bin/env bash
# Changes the password of an account, such as that of the first administrator. All its sessions end.
# Usage: rotate-password.sh <e-mail address> <file with the old password> <file with the new password>
# Uses CALLLOG_URL.
set -euo pipefail
(($# >= 3)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
email="$1" old="$2" new="$3"

json() { curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' --data @- "$@"; }

token="$(jq -n --arg email "$email" --rawfile password "$old" '{$email, password: ($password | rtrimstr("\n"))}' |
  json "$CALLLOG_URL/api/auth/login" | jq --raw-output .accessToken)"
jq -n --rawfile old "$old" --rawfile new "$new" \
  '{currentPassword: ($old | rtrimstr("\n")), newPassword: ($new | rtrimstr("\n"))}' |
  json -X PUT -H @<(printf 'Authorization: Bearer %s' "$token") "$CALLLOG_URL/api/auth/password"
