#!/usr/bin/env bash
# Installs a new TLS certificate of the application, which reads it without a restart.
# Usage: rotate-certificate.sh <new certificate> <new key> <installed certificate> <installed key> [<host:port to check>]
set -euo pipefail
(($# >= 4)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
certificate="$1" key="$2" installed_certificate="$3" installed_key="$4" address="${5:-}"

[[ "$(openssl x509 -in "$certificate" -noout -pubkey)" == "$(openssl pkey -in "$key" -pubout)" ]] \
  || { echo "The key is not that of the certificate" >&2; exit 1; }
openssl x509 -in "$certificate" -noout -checkend 86400 > /dev/null \
  || { echo "The certificate expires within a day" >&2; exit 1; }
[[ ! -e "$installed_certificate" ]] || cp -a "$installed_certificate" "$installed_certificate.old"
[[ ! -e "$installed_key" ]] || cp -a "$installed_key" "$installed_key.old"
# Both at nearly the same time: the application waits until files stop changing before it reads them.
umask 077
replace() { # <new> <installed>: writes <installed>.new, which has the owner and the mode of <installed>
  [[ ! -e "$2" ]] || cp --attributes-only --preserve=mode,ownership "$2" "$2.new"
  cat "$1" > "$2.new"
}
replace "$key" "$installed_key"
replace "$certificate" "$installed_certificate"
mv "$installed_key.new" "$installed_key"
mv "$installed_certificate.new" "$installed_certificate"

[[ -n "$address" ]] || exit 0
wanted="$(openssl x509 -in "$certificate" -noout -serial)"
for ((n = 0; n < 60; n++)); do
  served="$(openssl s_client -connect "$address" < /dev/null 2> /dev/null | openssl x509 -noout -serial || true)"
  [[ "$served" != "$wanted" ]] || { echo "Served: $served"; exit 0; }
  sleep 1
done
echo "$address still serves $served" >&2
exit 1
