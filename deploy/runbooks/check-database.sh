#!/usr/bin/env bash
# Prints what to compare before and after: the schema, the number of rows, and figures that do not match their calls.
# Usage: check-database.sh [<database>]. Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, as the owner of the tables.
set -euo pipefail

psql --no-psqlrc --quiet --tuples-only --no-align --dbname="${1:-calllog}" <<'SQL'
SELECT 'schema ' || version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1;
SELECT 'officers ' || count(*) FROM officers;
SELECT 'clients ' || count(*) FROM clients;
SELECT 'calls ' || count(*) || ', the last logged ' || coalesce(max(logged_at)::text, 'never') FROM calls;
SELECT 'audit trail ' || count(*) FROM audit_log;
SELECT 'days with wrong figures ' || count(*)
FROM (SELECT DISTINCT day FROM officer_days) days WHERE EXISTS (SELECT FROM officer_day_differences(day));
SELECT 'clients with wrong totals ' || count(DISTINCT client_id) FROM client_total_differences();
SQL
