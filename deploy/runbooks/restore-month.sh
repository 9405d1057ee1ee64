#!/usr/bin/env bash
# Restores the latest of the months of calls that were exported and dropped. Figures stay as they are.
# Usage: restore-month.sh <directory of the exports> <calls_YYYY_MM> [<database>]
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, as the owner of the tables.
set -euo pipefail
(($# >= 2)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
directory="$1" month="$2" database="${3:-calllog}"
file="$directory/$month.csv.gz"

[[ "$month" =~ ^calls_(before_)?[0-9]{4}_[0-9]{2}$ ]] || { echo "No month: $month" >&2; exit 1; }
sha256="$(psql --no-psqlrc --tuples-only --no-align --dbname="$database" \
  --command="SELECT sha256 FROM past_months WHERE partition = '$month'")"
[[ -n "$sha256" ]] || { echo "$month was not dropped" >&2; exit 1; }
sha256sum --check --quiet <<< "$sha256  $file"
columns="$(gzip -dc "$file" | head -n 1 || true)"
psql --no-psqlrc --quiet --tuples-only --set=ON_ERROR_STOP=1 --single-transaction --dbname="$database" > /dev/null <<SQL
SELECT prepare_past_month('$month');
\copy $month ($columns) FROM PROGRAM 'gzip -dc "$file"' WITH (FORMAT csv, HEADER match)
SELECT restore_past_month('$month');
SQL
psql --no-psqlrc --quiet --dbname="$database" --command="ANALYZE $month"
echo "$month is a partition of calls again"
