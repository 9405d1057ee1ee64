#!/usr/bin/env bash
# Creates the role calllog_app, which has the rights that the application needs, and a login that has these rights.
# Usage: create-application-role.sh <login> <file with its password> [<database>]. Run it again after an upgrade that
# says so. Connects as PGHOST, PGPORT, PGUSER and PGPASSWORD say, as a superuser, or as an owner with CREATEROLE.
set -euo pipefail
(($# >= 2)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
login="$1" database="${3:-calllog}"

PASSWORD_FILE="$2" psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --single-transaction --dbname="$database" \
  --set=login="$login" <<'SQL'
\set password `cat "$PASSWORD_FILE"`
-- The log must not have the password. Only a superuser can prevent that.
SELECT 'SET log_statement = ''none''' WHERE (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) \gexec
SELECT 'CREATE ROLE calllog_app NOLOGIN' WHERE to_regrole('calllog_app') IS NULL \gexec
SELECT format('CREATE ROLE %I LOGIN IN ROLE calllog_app', :'login') WHERE to_regrole(quote_ident(:'login')) IS NULL \gexec
SELECT format('ALTER ROLE %I PASSWORD %L', :'login', :'password') \gexec
SQL
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --single-transaction --dbname="$database" \
  --file="$(dirname "$0")/grants.sql"
