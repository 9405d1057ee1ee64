#!/usr/bin/env bash
# Compares the running application with PostgreSQL and Spring MVC alone, and prints a table (README.md, "side by side").
#   load-tests/side-by-side.sh [--quick] [--rows N] [--only TEXT] [--baseline JAR DATABASE]
# Uses the environment variables with which the application was started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  sed -n '2,4s/^# *//p' "$0" >&2
  exit 2
}

options=()
while (($# > 0)); do
  case "$1" in
    --quick) options+=(-Dseconds=2 -Drounds=3) && shift ;;
    --rows) options+=("-Drows=${2:?a number}") && shift 2 ;;
    --only) options+=("-Donly=${2:?a part of the name of a row}") && shift 2 ;;
    --baseline)
      [[ $# -ge 3 ]] || usage
      # The database is a JDBC URL, or the name of another database of the same server.
      url="$3"
      [[ "$url" == jdbc:* ]] || url="${SPRING_DATASOURCE_URL%/*}/$url"
      options+=("-Dbaseline=$(realpath "$2")" "-DbaselineUrl=$url") && shift 3
      ;;
    *) usage ;;
  esac
done
command -v wrk >/dev/null || { echo "Needs wrk: most systems have a package of this name." >&2; exit 1; }

exec mvn -q -f load-tests compile exec:exec@side-by-side \
  "-DbaseUrl=http://127.0.0.1:${SERVER_PORT:-8080}" "${options[@]}"
