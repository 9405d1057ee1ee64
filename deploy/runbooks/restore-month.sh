#!/usr/bin/env bash
# Restores a month of calls that was exported and dropped: the latest one that was. Figures stay as they are.
# Usage: restore-month.sh <directory of the exports> <calls_YYYY_MM> [<database>]
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, as the owner of the tables.
set -euo pipefail
(($# >= 2)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
directory="$1" month="$2" database="${3:-calllog}"
file="$directory/$month.csv.gz"

[[ "$month" =~ ^calls_(before_)?[0-9]{4}_[0-9]{2}$ ]] || { echo "No month: $month" >&2; exit 1; }
(cd "$directory" && sha256sum --check --quiet "$month.csv.gz.sha256")
columns="$(gzip -dc "$file" | head -n 1 || true)"
psql --no-psqlrc --quiet --tuples-only --set=ON_ERROR_STOP=1 --single-transaction --dbname="$database" > /dev/null <<SQL
SELECT prepare_past_month('$month');
\copy $month ($columns) FROM PROGRAM 'gzip -dc "$file"' WITH (FORMAT csv, HEADER match)
SELECT restore_past_month('$month');
SQL
psql --no-psqlrc --quiet --dbname="$database" --command="ANALYZE $month"
echo "$month is a partition of calls again"
