#!/usr/bin/env bash
# Changes the password of Redis. A user of Redis can have two passwords, so no node is without one.
# Usage: rotate-redis-password.sh add|remove <file with the password> [<user>], with the new password for add, and with
# the old one for remove. Restart all nodes with the new password in between, one after the other.
# Connects as REDISCLI_AUTH and the arguments in REDIS_CLI_OPTIONS say, such as '-h redis.example.com -p 6379'.
set -euo pipefail
(($# >= 2)) || { sed -n '2,5s/^# \?//p' "$0" >&2; exit 2; }
step="$1" password="$(< "$2")" user="${3:-default}"
read -r -a options <<< "${REDIS_CLI_OPTIONS:-}"

case "$step" in
  add) change=">$password" ;;
  remove) change="<$password" ;;
  *) echo "add or remove" >&2; exit 1 ;;
esac
# The password comes from standard input, so that the list of processes does not show it.
answer="$(printf 'ACL SETUSER %s %s\n' "$user" "$change" | redis-cli "${options[@]}" --no-auth-warning)"
[[ "$answer" == OK ]] || { echo "$answer" >&2; exit 1; }
# Redis keeps it after a restart if it has a file of users or a configuration file.
redis-cli "${options[@]}" --no-auth-warning ACL SAVE | grep -q '^OK' \
  || redis-cli "${options[@]}" --no-auth-warning CONFIG REWRITE | grep -q '^OK' \
  || echo "Redis did not store it: change its configuration too" >&2
