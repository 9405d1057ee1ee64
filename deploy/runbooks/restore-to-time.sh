#!/usr/bin/env bash
# Prepares a data directory that PostgreSQL recovers to a moment when it is started, and then opens for writing.
# Usage: restore-to-time.sh <base backup> <WAL archive> <new data directory> [<time, such as 2026-11-29 09:30:00+00>]
# Without a time, all archived WAL is applied. Run it as the user of PostgreSQL.
set -euo pipefail
(($# >= 3)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
backup="$1" archive="$2" data="$3" time="${4:-}"

[[ ! -e "$data" ]] || { echo "$data exists: move it away first, do not delete it yet" >&2; exit 1; }
pg_verifybackup --quiet "$backup"
cp -a "$backup" "$data"
chmod 700 "$data"
{
  echo "restore_command = 'cp \"$archive/%f\" \"%p\"'"
  [[ -z "$time" ]] || echo "recovery_target_time = '$time'"
  echo "recovery_target_action = 'promote'"
  echo "archive_mode = off # until you have checked what was restored"
} >> "$data/postgresql.auto.conf"
touch "$data/recovery.signal"
echo "Start PostgreSQL on $data"
