#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How fast `entente import` reads: MB/s on one core and on two, the ratio to a bare token scan of the same bytes, and the
# peak memory for 1, 10 and 40 MB (it must not grow with the number of documents).
#   bench/import.sh [MEGABYTES]     after: cmake --preset release
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=$here/build/release
megabytes=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --build "$build" --target entente bench-generate bench-scan >/dev/null

# Prints "seconds peak_KiB" of a command.
measure() { # [command...]
    /usr/bin/time -f '%e %M' -o "$work/time" "$@" >/dev/null
    cat "$work/time"
}

text() { # MEGABYTES FOLDER
    mkdir -p "$2"
    "$build/bench/bench-generate" "$here/importers/lexicon" "$2" "$1"
}

text "$megabytes" "$work/text"
set -- $("$build/bench/bench-scan" "$work/text")
bytes=$1 scan=$3
echo "text: $bytes bytes, $2 tokens; bare token scan: $scan s"
report() { # LABEL COMMAND...
    label=$1
    shift
    rm -f "$work/bench.db"
    set -- $(measure "$@" import -q -d "$work/bench.db" "$work/text")
    awk -v b="$bytes" -v s="$1" -v scan="$scan" -v kib="$2" -v label="$label" 'BEGIN {
        printf "%s: %.2f s, %.2f MB/s, %.0f times a bare scan, peak %.0f MiB\n", label, s, b / 1e6 / s, s / scan, kib / 1024 }'
}
report "one core" "$build/entente" --jobs 1
report "two cores" "$build/entente" --jobs 2
for size in 1 10 40; do
    text $size "$work/size-$size"
    set -- $(measure "$build/entente" import -q -d "$work/size-$size.db" --jobs 1 "$work/size-$size")
    echo "peak memory for $size MB: $(($2 / 1024)) MiB"
done
