#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How much of what a careful reader finds the importers find, by a scorer of its own, and whether `entente evaluate` says the
# same. Needs the annotated documents, which are not part of the project: without them the test is skipped (exit code 77).
#   run.sh PROGRAM SOURCE_FOLDER [GOLD_FOLDER]
set -eu
program=$1
here=$2/tests/gold
gold=${3:-$2/../shared/gold}
if [ ! -x "$gold/score.py" ]; then
    echo skipped
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export ENTENTE_DB="$scratch/gold.db"

"$program" -q import "$gold/docs" >/dev/null
for prefix in "$gold"/*.entities.tsv; do
    name=$(basename "$prefix" .entities.tsv)
    document=$(find "$gold/docs" "$gold/../corpus" -name "$name.*" -o -name "${name}_*" | sort | head -n 1)
    "$program" -q import "$document" >/dev/null
    key=$(sqlite3 "$ENTENTE_DB" "SELECT key FROM document WHERE path = '$(printf %s "$document" | tr -s /)'")
    "$program" -q export --as csv --document "$key" -o "$scratch/$name"
    python3 "$here/to_tsv.py" "$scratch/$name" "$scratch/sys/$name"
done
score() {
    python3 "$gold/score.py" --gold "$gold" --sys "$scratch/sys" --json "$scratch/$1.json" $2 >"$scratch/$1.txt"
    "$program" -q --json evaluate "$gold" $2 >"$scratch/$1.ours.json"
}
score all ''
score structural '--group structural --level all'
score positions '--group positions --level all'
python3 "$here/check.py" "$scratch"
