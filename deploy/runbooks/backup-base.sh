#!/usr/bin/env bash
# Takes a base backup of the whole cluster and verifies it. Usage: backup-base.sh <directory>
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD (or ~/.pgpass) say; the user needs REPLICATION.
set -euo pipefail
(($# >= 1)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
backup="$1/$(date -u +%Y%m%dT%H%M%SZ)"

pg_basebackup --pgdata="$backup.part" --checkpoint=fast --wal-method=stream --no-password
pg_verifybackup --quiet "$backup.part"
mv "$backup.part" "$backup"
echo "$backup"
