#!/usr/bin/env bash
# Copies a finished WAL file to the archive. PostgreSQL calls it:
#   archive_command = '/opt/calllog/runbooks/archive-wal.sh /backup/wal "%p" "%f"'
set -euo pipefail
(($# >= 3)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
archive="$1" path="$2" file="$3"

if [[ -e "$archive/$file" ]]; then
  cmp --silent "$path" "$archive/$file" && exit 0 # PostgreSQL stopped before it noted the first time
  echo "$archive/$file exists and differs" >&2
  exit 1
fi
cp "$path" "$archive/.$file.part"
sync "$archive/.$file.part"
mv "$archive/.$file.part" "$archive/$file"
sync "$archive"
