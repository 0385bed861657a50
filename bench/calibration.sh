#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How far a confidence can be trusted: of the relations found in annotated documents, by confidence, how many are right. Takes our
# own annotated documents and, where one is named, a second folder of the same shape (gold files, with its documents in docs/ and
# others beside them to be named behind it).
#   bench/calibration.sh [GOLD_FOLDER [DOCUMENT...]]     after: cmake --preset release
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=$here/build/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --build "$build" --target entente >/dev/null

calibrate() { # GOLD_FOLDER DATABASE DOCUMENT...
    gold=$1 database=$2
    shift 2
    "$build/entente" import -q -d "$database" "$@" >/dev/null
    for group in structural positions; do
        echo
        echo "$(basename "$gold"), $group"
        "$build/entente" --json -d "$database" evaluate "$gold" --level all --group $group |
            python3 "$here/bench/calibration.py"
    done
}
calibrate "$here/tests/gold/own" "$work/own.db" "$here/tests/gold/own/docs"
[ $# -eq 0 ] && exit 0
gold=$1
shift
calibrate "$gold" "$work/gold.db" "$gold/docs" "$@"
