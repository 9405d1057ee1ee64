#!/usr/bin/env bash
# Dumps one database to a file, with its checksum. Usage: backup-logical.sh <file> [<database>]
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, best as the owner of the tables.
set -euo pipefail
(($# >= 1)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
file="$1" database="${2:-calllog}"

umask 077 # the dump contains personal data and hashes of passwords
pg_dump --format=custom --file="$file.part" "$database"
pg_restore --list "$file.part" > /dev/null
mv "$file.part" "$file"
(cd "$(dirname "$file")" && sha256sum "$(basename "$file")" > "$(basename "$file").sha256")
echo "$file"
