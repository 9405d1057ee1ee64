#!/usr/bin/env python3
"""Keeps a copy of everything that an account or a key sees in an SQLite database.

Usage: CALLLOG_TOKEN=<key or access token> keep-a-copy.py <address of the server> <file>

Run it as often as you like. It needs Python 3.9 or later and nothing else. If the server does not answer, it tries again
for about two minutes.
"""

import http.client
import json
import os
import sqlite3
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def read_changes(server, token, cursor):
    query = {"limit": "1000"}
    if cursor:
        query["cursor"] = cursor
    request = urllib.request.Request(
        server.rstrip("/") + "/api/changes?" + urllib.parse.urlencode(query),
        headers={"Authorization": "Bearer " + token, "Accept": "application/json"})
    pause = 1
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if pause > 64 or error.code not in (408, 429) and error.code < 500:
                raise
            wait = int(error.headers.get("Retry-After", pause))
        except (OSError, http.client.HTTPException):  # no answer, or half of one
            if pause > 64:
                raise
            wait = pause
        time.sleep(wait)
        pause *= 2


def without_names(value):
    """Drops the names of others: when such a name changes or is erased, the value does not come again."""
    kept = {name: field for name, field in value.items() if name not in ("officerName", "clientName")}
    if kept.get("loggedBy"):
        kept["loggedBy"] = {name: field for name, field in kept["loggedBy"].items() if name != "name"}
    return kept


def store(copy, changes):
    for item in changes["items"]:
        key = (item["kind"], item["id"])
        if item["change"] == "saved":
            copy.execute("INSERT OR REPLACE INTO things (kind, id, value) VALUES (?, ?, ?)",
                         key + (json.dumps(without_names(item["value"])),))
        else:
            copy.execute("DELETE FROM things WHERE kind = ? AND id = ?", key)
    copy.execute("INSERT OR REPLACE INTO place (only_row, cursor) VALUES (1, ?)", (changes["nextCursor"],))


def main(server, file):
    token = os.environ["CALLLOG_TOKEN"]
    copy = sqlite3.connect(file)
    with copy:
        copy.execute("PRAGMA secure_delete = on")  # what was erased must not stay in the file
        copy.execute("CREATE TABLE IF NOT EXISTS things (kind TEXT, id TEXT, value TEXT, PRIMARY KEY (kind, id))")
        copy.execute("CREATE TABLE IF NOT EXISTS place (only_row INTEGER PRIMARY KEY, cursor TEXT)")
    more = True
    while more:
        row = copy.execute("SELECT cursor FROM place").fetchone()
        try:
            changes = read_changes(server, token, row[0] if row else None)
        except urllib.error.HTTPError as error:
            if error.code != 410 or row is None:
                raise
            with copy:  # start over
                copy.execute("DELETE FROM things")
                copy.execute("DELETE FROM place")
            continue
        with copy:  # the items and the cursor are stored together, or not at all
            store(copy, changes)
        more = changes["more"]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
