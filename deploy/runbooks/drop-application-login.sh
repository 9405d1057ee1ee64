#!/usr/bin/env bash
# Drops a login of the application that no node uses any more. Usage: drop-application-login.sh <login>
# Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, as the role that created it.
set -euo pipefail
(($# >= 1)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres --set=login="$1" <<'SQL'
SELECT count(*) > 0 AS used FROM pg_stat_activity WHERE usename = :'login' \gset
\if :used
  \warn 'There are still connections of this login: restart the nodes that have its password first.'
  SELECT 1 / 0;
\endif
SELECT format('DROP ROLE %I', :'login') \gexec
SQL
