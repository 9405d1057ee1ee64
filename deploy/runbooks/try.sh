#!/usr/bin/env bash
# Runs the runbooks for real, on this machine, with data of its own. Use a PostgreSQL and a Redis that have nothing else:
# it creates and drops databases and logins, and changes the password of Redis. Prints a line for each check, and fails at the first
# that does not hold. Usage: try.sh <empty directory> <jar> [<part> ...]; all parts by default:
#   rights signing-key database-login redis-password api-key password certificate upgrade month dump base
# Needs curl, jq, openssl, redis-cli and a Java runtime, and:
#   PGHOST PGPORT PGUSER PGPASSWORD   a superuser of a running PostgreSQL
#   REDIS_URL                         a running Redis with a password: redis://:password@host:port
#   PREVIOUS_JAR                      for upgrade: the release to come from. By default the same jar
# dump needs pg_dump 18. base starts and stops servers: it needs initdb, pg_ctl, pg_basebackup and pg_verifybackup 18 in
# the path, and AS_POSTGRES, a command that runs another one as an ordinary user, such as "runuser -u postgres --",
# if it is root. TRY_NODES=1 runs one node instead of two.
set -euo pipefail
(($# >= 2)) || { sed -n '2,12s/^# \?//p' "$0" >&2; exit 2; }
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
run="$(realpath "$1")" jar="$(realpath "$2")"
shift 2
parts=("$@")
((${#parts[@]})) || parts=(rights signing-key database-login redis-password api-key password certificate upgrade month dump base)
export NO_PROXY='*' PSQLRC=/dev/null
database=calllog_runbooks
read -r -a as_postgres <<< "${AS_POSTGRES:-env}"

ok() { echo "  ok    $*"; }
fail() { echo "  WRONG $*"; exit 1; }
same() { [[ "$2" == "$3" ]] && ok "$1: ${2:0:160}" || fail "$1: '$2', not '$3'"; }
sql() { psql --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="$database" --command="$1"; }
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
api() { curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' -H "Authorization: Bearer $token" "$@"; }
status() { curl --silent --output /dev/null --write-out '%{http_code}' -H "Authorization: Bearer $1" "$CALLLOG_URL$2"; }
login() { # <file with the password>
  jq -n --rawfile password "$1" '{email: "ada@example.com", password: ($password | rtrimstr("\n"))}' |
    curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' --data @- "$CALLLOG_URL/api/auth/login" |
    jq --raw-output .accessToken
}
log_call() { api --data '{"type": "OUTGOING", "outcome": "SUCCESSFUL", "durationSeconds": 60, "comment": "one,\n\"two\""}' "$CALLLOG_URL/api/calls"; }

setting() { # <name> <value>: in the settings of all nodes
  for node in "${nodes[@]}"; do
    grep -v "^$1=" "$node/node.env" > "$node/node.env.new" || true
    echo "$1=$2" >> "$node/node.env.new"
    mv "$node/node.env.new" "$node/node.env"
  done
}
restart() { # one after the other; somebody is always there to answer
  for node in "${nodes[@]}"; do
    "$scripts/node.sh" stop "$node"
    "$scripts/node.sh" start "$node"
  done
}
stop_all() { for node in "${nodes[@]}"; do [[ ! -f "$node/node.pid" ]] || kill -9 "$(< "$node/node.pid")" 2> /dev/null || true; done; }
trap stop_all EXIT

prepare() {
  openssl rand -base64 24 > "$run/admin"
  openssl rand -base64 24 > "$run/owner"
  psql --quiet --dbname=postgres --set=ON_ERROR_STOP=1 --set=password="$(< "$run/owner")" <<SQL
SET client_min_messages = warning;
DROP DATABASE IF EXISTS $database WITH (FORCE);
DROP DATABASE IF EXISTS calllog_runbooks_restored WITH (FORCE);
DROP ROLE IF EXISTS runbook_owner;
CREATE ROLE runbook_owner LOGIN PASSWORD :'password';
CREATE DATABASE $database OWNER runbook_owner ENCODING 'UTF8' TEMPLATE template0;
SQL
  nodes=("$run/node-1")
  [[ "${TRY_NODES:-2}" == 1 ]] || nodes+=("$run/node-2")
  for node in "${nodes[@]}"; do
    mkdir -p "$node"
    ln -sfn "$jar" "$node/calllog.jar"
    local http management
    http="$(port)"
    management="$(port)"
    cat > "$node/node.env" <<ENV
NODE_URL=http://127.0.0.1:$http
NODE_HEALTH=http://127.0.0.1:$management/actuator/health
SERVER_PORT=$http
SERVER_ADDRESS=127.0.0.1
MANAGEMENT_SERVER_PORT=$management
SPRING_DATASOURCE_URL=jdbc:postgresql://$PGHOST:$PGPORT/$database
SPRING_DATASOURCE_USERNAME=runbook_owner
SPRING_DATASOURCE_PASSWORD=$(< "$run/owner")
SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=8
SPRING_DATA_REDIS_URL=$REDIS_URL
CALLLOG_JWT_SECRET=$(openssl rand -base64 48 | tr -d '\n')
CALLLOG_FIRST_ADMIN_EMAIL=ada@example.com
CALLLOG_FIRST_ADMIN_PASSWORD_FILE=$run/admin
CALLLOG_SHUTDOWN_DELAY=0s
CALLLOG_RATE_LIMIT_API_PER_MINUTE=100000
CALLLOG_RATE_LIMIT_API_BURST=100000
ENV
  done
  # The same secret for all nodes.
  setting CALLLOG_JWT_SECRET "$(openssl rand -base64 48 | tr -d '\n')"
  for node in "${nodes[@]}"; do "$scripts/node.sh" start "$node"; done
  CALLLOG_URL="$(grep -oP '^NODE_URL=\K.*' "${nodes[0]}/node.env")"
  export CALLLOG_URL
  token="$(login "$run/admin")"
  log_call > /dev/null
}

try_rights() {
  openssl rand -hex 24 > "$run/login-1"
  "$scripts/create-application-role.sh" runbook_app_1 "$run/login-1" "$database"
  setting SPRING_FLYWAY_USER runbook_owner
  setting SPRING_FLYWAY_PASSWORD "$(< "$run/owner")"
  setting SPRING_DATASOURCE_USERNAME runbook_app_1
  setting SPRING_DATASOURCE_PASSWORD "$(< "$run/login-1")"
  restart
  log_call > /dev/null
  same "owners of connections" "$(sql "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = '$database' AND application_name = 'calllog'")" runbook_app_1
  ! PGUSER=runbook_app_1 PGPASSWORD="$(< "$run/login-1")" sql 'DELETE FROM audit_log' 2> "$run/denied" || fail "deletes from the audit trail"
  ok "$(grep -o 'permission denied.*' "$run/denied")"
}

try_signing_key() {
  local first
  token="$(login "$run/admin")"
  first="$token"
  for step in add use remove; do
    "$scripts/rotate-signing-key.sh" "$step" "${nodes[0]}/node.env"
    for node in "${nodes[@]:1}"; do # the same keys for all nodes
      { grep -v '^CALLLOG_JWT_' "$node/node.env"; grep '^CALLLOG_JWT_' "${nodes[0]}/node.env"; } > "$node/node.env.new"
      mv "$node/node.env.new" "$node/node.env"
    done
    restart
    [[ "$step" == remove ]] || same "token of the old key after $step" "$(status "$first" /api/auth/profile)" 200
    same "new sign-in after $step" "$(status "$(login "$run/admin")" /api/auth/profile)" 200
  done
  same "token of the old key at the end" "$(status "$first" /api/auth/profile)" 401
  token="$(login "$run/admin")"
}

try_database_login() {
  openssl rand -hex 24 > "$run/login-2"
  "$scripts/create-application-role.sh" runbook_app_2 "$run/login-2" "$database"
  ! "$scripts/drop-application-login.sh" runbook_app_1 2> "$run/used" || fail "dropped a login that is used"
  ok "$(grep -o 'There are still connections' "$run/used")"
  setting SPRING_DATASOURCE_USERNAME runbook_app_2
  setting SPRING_DATASOURCE_PASSWORD "$(< "$run/login-2")"
  restart
  log_call > /dev/null
  "$scripts/drop-application-login.sh" runbook_app_1
  same "logins" "$(sql "SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolname LIKE 'runbook\_app\__'")" runbook_app_2
}

try_redis_password() {
  local host="${REDIS_URL#*@}" old="${REDIS_URL#redis://:}" new="$(openssl rand -hex 24)"
  old="${old%@*}"
  export REDIS_CLI_OPTIONS="-h ${host%:*} -p ${host#*:}"
  printf '%s' "$old" > "$run/redis-old"
  printf '%s' "$new" > "$run/redis-new"
  REDISCLI_AUTH="$old" "$scripts/rotate-redis-password.sh" add "$run/redis-new"
  setting SPRING_DATA_REDIS_URL "redis://:$new@$host"
  restart
  REDISCLI_AUTH="$new" "$scripts/rotate-redis-password.sh" remove "$run/redis-old"
  # shellcheck disable=SC2086 # several options
  same "old password" "$(REDISCLI_AUTH="$old" redis-cli $REDIS_CLI_OPTIONS PING 2>&1 | grep -o 'WRONGPASS\|NOAUTH' | head -n 1)" WRONGPASS
  token="$(login "$run/admin")"
  api "$CALLLOG_URL/api/analytics/volumes" > /dev/null
  # shellcheck disable=SC2086
  same "reports in Redis" "$(REDISCLI_AUTH="$new" redis-cli $REDIS_CLI_OPTIONS --no-auth-warning --scan --pattern 'calllog:figures:*' | grep -c . | sed 's/^[1-9].*/some/')" some
  REDISCLI_AUTH="$new" "$scripts/rotate-redis-password.sh" add "$run/redis-old" # as it was
}

try_api_key() {
  export CALLLOG_TOKEN="$token"
  local old new
  old="$(api --data '{"name": "PBX", "scopes": ["calls:write", "calls:read"], "region": ""}' "$CALLLOG_URL/api/keys")"
  new="$("$scripts/rotate-api-key.sh" create "$(jq -r .id <<< "$old")")"
  same "old key" "$(status "$(jq -r .key <<< "$old")" /api/calls)" 200
  same "new key" "$(status "$new" /api/calls)" 200
  "$scripts/rotate-api-key.sh" revoke "$(jq -r .id <<< "$old")"
  for ((n = 0; n < 10; n++)); do [[ "$(status "$(jq -r .key <<< "$old")" /api/calls)" == 401 ]] && break; sleep 1; done
  same "old key after revoke" "$(status "$(jq -r .key <<< "$old")" /api/calls)" 401
  same "new key after revoke" "$(status "$new" /api/calls)" 200
}

try_password() {
  openssl rand -base64 24 > "$run/admin-new"
  "$scripts/rotate-password.sh" ada@example.com "$run/admin" "$run/admin-new"
  same "sign-in with the old password" "$(login "$run/admin" 2> /dev/null || true)" null
  mv "$run/admin-new" "$run/admin"
  token="$(login "$run/admin")"
  same "sign-in with the new password" "$(status "$token" /api/auth/profile)" 200
  sed -i '/^CALLLOG_FIRST_ADMIN/d' "${nodes[@]/%//node.env}"
}

certificate() { # <name>
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$run/$1.key" -out "$run/$1.crt" 2> /dev/null
}

try_certificate() {
  local node="$run/node-tls" https management
  https="$(port)"
  management="$(port)"
  certificate tls
  certificate new
  mkdir -p "$node"
  ln -sfn "$jar" "$node/calllog.jar"
  { grep -v '^\(NODE_HEALTH\|SERVER_PORT\|MANAGEMENT_SERVER_PORT\)=' "${nodes[0]}/node.env"
    echo "NODE_HEALTH=https://127.0.0.1:$management/actuator/health"
    echo "SERVER_PORT=$https"
    echo "MANAGEMENT_SERVER_PORT=$management"
    echo "SERVER_SSL_BUNDLE=web"
    echo "SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_CERTIFICATE=file:$run/tls.crt"
    echo "SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_PRIVATE_KEY=file:$run/tls.key"
    echo "SPRING_SSL_BUNDLE_PEM_WEB_RELOAD_ON_UPDATE=true"
  } > "$node/node.env"
  nodes+=("$node")
  "$scripts/node.sh" start "$node"
  "$scripts/rotate-certificate.sh" "$run/new.crt" "$run/new.key" "$run/tls.crt" "$run/tls.key" "127.0.0.1:$https"
  curl --silent --fail --cacert "$run/new.crt" "https://127.0.0.1:$https/v3/api-docs" > /dev/null
  ok "answers with the new certificate, without a restart"
  "$scripts/node.sh" stop "$node"
  unset 'nodes[-1]'
}

try_upgrade() {
  local before
  before="$(realpath "${PREVIOUS_JAR:-$jar}")"
  for target in "$before" "$jar" "$before" "$jar"; do
    for node in "${nodes[@]}"; do
      "$scripts/upgrade-node.sh" "$node" "$target"
      log_call > /dev/null # by the first node, whatever the other one runs
    done
  done
  ok "went back to ${before##*/} and forward again, schema $(sql 'SELECT max(version::integer) FROM flyway_schema_history')"
  printf 'no jar' > "$run/broken.jar"
  ! "$scripts/upgrade-node.sh" "${nodes[0]}" "$run/broken.jar" 2> "$run/broken" || fail "took a broken jar"
  ok "$(grep -o 'runs .* again' "$run/broken" | sed "s#$(dirname "$jar")/##")"
  log_call > /dev/null
}

try_month() {
  local start month="" month_before
  month_before="$(sql "SELECT to_char(date_trunc('month', now()) - interval '40 days', 'YYYY-MM')")"
  start="$month_before-15T12:00:00Z"
  mkdir -p "$run/export"
  api --data "{\"type\": \"OUTGOING\", \"outcome\": \"BUSY\", \"durationSeconds\": 0, \"startedAt\": \"$start\", \"comment\": \"one,\n\\\"two\\\"\"}" \
    "$CALLLOG_URL/api/calls" > "$run/old-call"
  sql "$(sed -n 's/^-- \(GRANT EXECUTE.*announce.*\)/\1/p; s/^-- \( *TO calllog_app;\)/\1/p' "$scripts/grants.sql" | tail -n 2)"
  setting CALLLOG_RETENTION_MONTHS 1
  setting CALLLOG_RETENTION_DIRECTORY "$run/export"
  restart
  local due="UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'past-calls' AND NOT picked"
  sql "$due"
  for ((n = 0; n < 60; n++)); do [[ "$(sql 'SELECT count(*) > 0 FROM past_months')" == t ]] && break; sleep 0.5; done
  sql "UPDATE past_months SET announced_at = now() - interval '1 hour'" # the hour that passes until the next run
  sql "$due"
  for ((n = 0; n < 120; n++)); do [[ "$(sql 'SELECT count(*) FROM past_months WHERE dropped_at IS NULL')" == 0 ]] && break; sleep 0.5; done
  same "request for a dropped call" "$(status "$token" "/api/calls/$(jq -r .id "$run/old-call")")" 410
  sed -i '/^CALLLOG_RETENTION/d' "${nodes[@]/%//node.env}"
  month="calls_${month_before/-/_}"
  for dropped in $(sql 'SELECT partition FROM past_months ORDER BY ends DESC'); do
    PGUSER=runbook_owner PGPASSWORD="$(< "$run/owner")" "$scripts/restore-month.sh" "$run/export" "$dropped" "$database"
    [[ "$dropped" != "$month" ]] || break
  done
  sleep 2 # nodes read every second what is kept
  same "the restored call" "$(api "$CALLLOG_URL/api/calls/$(jq -r .id "$run/old-call")")" "$(< "$run/old-call")"
  same "wrong figures" "$("$scripts/check-database.sh" "$database" | grep wrong | grep -vc ' 0$' || true)" 0
  restart
}

try_dump() {
  local before
  before="$("$scripts/check-database.sh" "$database")"
  "$scripts/backup-logical.sh" "$run/calllog.dump" "$database"
  "$scripts/restore-logical.sh" "$run/calllog.dump" calllog_runbooks_restored runbook_owner
  same "restored" "$("$scripts/check-database.sh" calllog_runbooks_restored | tr '\n' ';')" "$(tr '\n' ';' <<< "$before")"
  setting SPRING_DATASOURCE_URL "jdbc:postgresql://$PGHOST:$PGPORT/calllog_runbooks_restored"
  PGDATABASE=calllog_runbooks_restored psql --quiet --file="$scripts/grants.sql"
  restart
  token="$(login "$run/admin")"
  log_call > /dev/null
  ok "nodes work on the restored database"
  setting SPRING_DATASOURCE_URL "jdbc:postgresql://$PGHOST:$PGPORT/$database"
  restart
}

# A cluster of its own, which is lost, and recovered to the moment before somebody deleted everything.
try_base() {
  local cluster="$run/cluster" moment before
  stop_all
  mkdir -p "$cluster/wal" "$cluster/backup"
  [[ "${as_postgres[0]}" == env ]] || chown -R postgres "$cluster"
  "${as_postgres[@]}" initdb --pgdata="$cluster/data" --auth=trust --username=postgres --locale=C.UTF-8 > /dev/null
  PGPORT="$(port)"
  export PGPORT PGHOST=127.0.0.1 PGUSER=postgres
  cat > "$run/postgresql.conf" <<CONF
port = $PGPORT
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
archive_mode = on
archive_timeout = 60
archive_command = '$scripts/archive-wal.sh $cluster/wal "%p" "%f"'
CONF
  cat "$run/postgresql.conf" >> "$cluster/data/postgresql.conf"
  "${as_postgres[@]}" pg_ctl --pgdata="$cluster/data" --log="$cluster/log" --wait start > /dev/null
  prepare
  "${as_postgres[@]}" env PGPORT="$PGPORT" PGHOST=127.0.0.1 PGUSER=postgres "$scripts/backup-base.sh" "$cluster/backup"
  log_call > "$run/after-backup"
  before="$("$scripts/check-database.sh" "$database")"
  sleep 1
  moment="$(sql 'SELECT now()')"
  sleep 1
  sql 'DELETE FROM calls' # the accident
  same "calls after the accident" "$("$scripts/check-database.sh" "$database" | grep -c '^calls 0,')" 1
  sql 'SELECT pg_switch_wal()' > /dev/null
  for ((n = 0; n < 60; n++)); do
    [[ "$(sql 'SELECT last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1) FROM pg_stat_archiver')" == t ]] && break
    sleep 0.5
  done
  stop_all
  "${as_postgres[@]}" pg_ctl --pgdata="$cluster/data" --wait --mode=immediate stop > /dev/null
  "${as_postgres[@]}" mv "$cluster/data" "$cluster/data.lost"
  "${as_postgres[@]}" "$scripts/restore-to-time.sh" "$cluster/backup"/2* "$cluster/wal" "$cluster/data" "$moment"
  "${as_postgres[@]}" pg_ctl --pgdata="$cluster/data" --log="$cluster/log" --wait start > /dev/null
  for ((n = 0; n < 60; n++)); do [[ "$(sql 'SELECT pg_is_in_recovery()')" == f ]] && break; sleep 0.5; done
  same "recovered" "$("$scripts/check-database.sh" "$database" | tr '\n' ';')" "$(tr '\n' ';' <<< "$before")"
  for node in "${nodes[@]}"; do "$scripts/node.sh" start "$node"; done
  token="$(login "$run/admin")"
  same "the call after the backup" "$(api "$CALLLOG_URL/api/calls/$(jq -r .id "$run/after-backup")")" "$(< "$run/after-backup")"
  log_call > /dev/null
  stop_all
  "${as_postgres[@]}" pg_ctl --pgdata="$cluster/data" --wait --mode=fast stop > /dev/null
}

nodes=()
prepare
for part in "${parts[@]}"; do
  echo "$part"
  SECONDS=0
  "try_${part//-/_}"
  echo "  $SECONDS s"
done
