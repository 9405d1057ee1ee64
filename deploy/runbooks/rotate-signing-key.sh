#!/usr/bin/env bash
# Rotates the key that signs access tokens, in three steps. Restart all nodes, one after the other, after each step.
# Usage: rotate-signing-key.sh add|use|remove <file>
# The file has the settings CALLLOG_JWT_KEYS_<n>_ID and CALLLOG_JWT_KEYS_<n>_SECRET (n from 0), or CALLLOG_JWT_SECRET,
# among others, one on a line, as for docker --env-file or EnvironmentFile of systemd.
set -euo pipefail
(($# >= 2)) || { sed -n '2,5s/^# \?//p' "$0" >&2; exit 2; }
step="$1" file="$2"
umask 077

# Prints "id secret" of each key, the one that signs first.
keys() {
  local secret n
  if secret="$(grep -oP '^CALLLOG_JWT_SECRET=\K.*' "$file")"; then
    echo "default $secret"
    return
  fi
  for ((n = 0; ; n++)); do
    grep -q "^CALLLOG_JWT_KEYS_${n}_ID=" "$file" || break
    echo "$(grep -oP "^CALLLOG_JWT_KEYS_${n}_ID=\K.*" "$file") $(grep -oP "^CALLLOG_JWT_KEYS_${n}_SECRET=\K.*" "$file")"
  done
}

! grep -q '^CALLLOG_JWT_KEYS_[0-9]*_PRIVATE_KEY=' "$file" ||
  { echo "$file has RSA or EC keys. Add, move and remove them by hand in the same steps" >&2; exit 1; }
mapfile -t keys < <(keys)
case "$step:${#keys[@]}" in
  add:1) keys+=("$(date -u +%Y%m%dT%H%M%SZ) $(openssl rand -base64 48)") ;;
  use:2) keys=("${keys[1]}" "${keys[0]}") ;;
  remove:2)
    # New keys are named by their time. The one that goes must be the older one.
    [[ "${keys[0]%% *}" != default && ("${keys[1]%% *}" == default || "${keys[0]}" > "${keys[1]}") ]] ||
      { echo "The old key ${keys[0]%% *} signs: the step before this one is use" >&2; exit 1; }
    keys=("${keys[0]}")
    ;;
  *) echo "$file has ${#keys[@]} keys, so this is not the step to take" >&2; exit 1 ;;
esac
cp --preserve "$file" "$file.before"
changed="$(
  grep -v '^CALLLOG_JWT_\(SECRET\|KEYS_[0-9]*_\(ID\|SECRET\)\)=' "$file" || true
  for n in "${!keys[@]}"; do
    echo "CALLLOG_JWT_KEYS_${n}_ID=${keys[n]%% *}"
    echo "CALLLOG_JWT_KEYS_${n}_SECRET=${keys[n]#* }"
  done
)"
echo "$changed" > "$file" # keeps its owner and mode
echo "Signs: ${keys[0]%% *}. All: ${keys[*]%% *}"
