#!/usr/bin/env bash
# Rotates the key that signs access tokens, in three steps. Restart all nodes, one after the other, after each step.
# Usage: rotate-signing-key.sh add|use|remove <file>
# The file has the settings CALLLOG_JWT_KEYS_<n>_ID and CALLLOG_JWT_KEYS_<n>_SECRET (n from 0), or CALLLOG_JWT_SECRET,
# among others, one on a line, as for docker --env-file or EnvironmentFile of systemd.
set -euo pipefail
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

mapfile -t keys < <(keys)
case "$step:${#keys[@]}" in
  add:1) keys+=("$(date -u +%Y%m%dT%H%M%SZ) $(openssl rand -base64 48)") ;;
  use:2) keys=("${keys[1]}" "${keys[0]}") ;;
  remove:2) keys=("${keys[0]}") ;;
  *) echo "$file has ${#keys[@]} keys, so this is not the step to take" >&2; exit 1 ;;
esac
{
  grep -v '^CALLLOG_JWT_\(SECRET\|KEYS_[0-9]*_\(ID\|SECRET\)\)=' "$file" || true
  for n in "${!keys[@]}"; do
    echo "CALLLOG_JWT_KEYS_${n}_ID=${keys[n]%% *}"
    echo "CALLLOG_JWT_KEYS_${n}_SECRET=${keys[n]#* }"
  done
} > "$file.new"
mv "$file.new" "$file"
echo "Signs: ${keys[0]%% *}. All: ${keys[*]%% *}"
