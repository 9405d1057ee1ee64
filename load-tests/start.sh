#!/usr/bin/env bash
# Compares the start of the jar and of the extracted jar with an AOT cache (README.md, "the start").
#   load-tests/start.sh [--quick] [JAR DIRECTORY]
# Needs the environment variables of the application, which must not run meanwhile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

options=()
if [[ "${1:-}" == --quick ]]; then
  options+=(-Drounds=3 -Dseconds=20)
  shift
fi
jar="$(realpath "${1:-bootstrap/target/calllog.jar}")"
extracted="$(realpath "${2:-bootstrap/target/calllog}")"
if [[ ! -e "$extracted/calllog.aot" ]]; then
  echo "No $extracted/calllog.aot: make it with mvn -Paot-cache verify" >&2
  exit 1
fi
command -v wrk >/dev/null || { echo "Needs wrk: most systems have a package of this name." >&2; exit 1; }

exec mvn -q -f load-tests compile exec:exec@start-times "-Djar=$jar" "-Dextracted=$extracted" "${options[@]}"
