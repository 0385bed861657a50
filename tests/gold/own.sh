#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the importers find in documents of several genres that we wrote and annotated ourselves, by `entente evaluate`.
#   own.sh PROGRAM SOURCE_FOLDER
set -eu
gold=$2/tests/gold/own
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export ENTENTE_DB="$scratch/own.db"
"$1" -q import "$gold/docs" >/dev/null
"$1" -q --json evaluate "$gold" --level all >"$scratch/all.json"
"$1" -q --json evaluate "$gold" --level all --group structural >"$scratch/structural.json"
"$1" -q --json evaluate "$gold" --level all --group positions >"$scratch/positions.json"
python3 - "$scratch" <<'PY'
import json, sys
def f1(name, level):
    rows = json.load(open('%s/%s.json' % (sys.argv[1], name)))
    row = [r for r in rows if r['level'] == level and not r['type']][0]
    return row['precision'], row['f1']
failed = False
for name, level, what, least in (('all', 'entities', 1, .93), ('all', 'entities no topics', 1, .94),
                                 ('structural', 'relations', 1, .75), ('structural', 'relations', 0, .85),
                                 ('positions', 'relations', 1, .70), ('positions', 'relations', 0, .75)):
    value = f1(name, level)[what]
    print('%-12s %-20s %s %.3f (at least %.2f)' % (name, level, 'f1' if what else 'precision', value, least))
    failed |= value < least
sys.exit(failed)
PY
