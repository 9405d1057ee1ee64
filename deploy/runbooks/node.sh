#!/usr/bin/env bash
# Runs one node as a process, for the runbooks. A service manager does the same on your machines.
# Usage: node.sh start|stop <directory>. The directory has node.env with the settings and NODE_HEALTH, the address of
# its readiness, and calllog.jar, a link to the jar of a release. Writes node.pid and node.log. start returns when the node is
# ready, after at most half an hour; stop when it has ended.
set -euo pipefail
(($# >= 2)) || { sed -n '2,5s/^# \?//p' "$0" >&2; exit 2; }
step="$1" directory="$2"

case "$step" in
  start)
    mapfile -t settings < <(grep -v '^ *\(#\|$\)' "$directory/node.env")
    env "${settings[@]}" setsid "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${CALLLOG_JAVA_OPTIONS:-} -jar "$directory/calllog.jar" \
      > "$directory/node.log" 2>&1 < /dev/null &
    echo $! > "$directory/node.pid"
    health="$(grep -oP '^NODE_HEALTH=\K.*' "$directory/node.env")"
    for ((n = 0; n < 3600; n++)); do
      ! curl --silent --insecure --fail --output /dev/null "$health" || exit 0
      kill -0 "$(< "$directory/node.pid")" 2> /dev/null || break
      sleep 0.5
    done
    echo "The node did not start:" >&2
    tail -n 30 "$directory/node.log" >&2
    exit 1
    ;;
  stop)
    pid="$(< "$directory/node.pid")"
    kill "$pid" 2> /dev/null || true
    for ((n = 0; n < 120; n++)); do
      kill -0 "$pid" 2> /dev/null || exit 0
      sleep 0.5
    done
    echo "The node $pid did not stop" >&2
    exit 1
    ;;
  *) echo "start or stop" >&2; exit 1 ;;
esac
