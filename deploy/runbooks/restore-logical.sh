#!/usr/bin/env bash
# Restores a dump into a new database. Usage: restore-logical.sh <file> <new database> [<owner>]
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say; the user may create databases, and pg_trgm can be installed.
set -euo pipefail
(($# >= 2)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
file="$1" database="$2" owner="${3:-calllog}"

(cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256")
createdb --encoding=UTF8 --template=template0 --owner="$owner" "$database"
pg_restore --exit-on-error --single-transaction --no-owner --role="$owner" --dbname="$database" "$file"
psql --no-psqlrc --quiet --dbname="$database" --command='ANALYZE'
