#!/usr/bin/env bash
# Replaces the release that a node runs, and starts the release before again if the new one does not become ready.
# Usage: upgrade-node.sh <directory of the node> <jar>. To go back, give it the jar of the release before.
set -euo pipefail
(($# >= 2)) || { sed -n '2,3s/^# \?//p' "$0" >&2; exit 2; }
directory="$1" jar="$(realpath "$2")"
scripts="$(dirname "$0")"

[[ -L "$directory/calllog.jar" ]] || { echo "$directory/calllog.jar must be a link to the jar of a release" >&2; exit 1; }
before="$(realpath "$directory/calllog.jar")"
"$scripts/node.sh" stop "$directory"
ln -sfn "$jar" "$directory/calllog.jar"
if ! "$scripts/node.sh" start "$directory"; then
  "$scripts/node.sh" stop "$directory" || true # it may still be starting
  ln -sfn "$before" "$directory/calllog.jar"
  "$scripts/node.sh" start "$directory"
  echo "$directory runs $before again" >&2
  exit 1
fi
