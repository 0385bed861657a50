#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the layout of the sources promises: includes go one way, each outside library stays in its room, files and functions
# stay short, every source says its licence. Prints each breach and fails when there is one.
#   run.sh SOURCE_FOLDER
set -u
cd "$1" || exit 1
here=tests/lint
files=$(find main.c core importers queries graphs -name '*.[ch]' | LC_ALL=C sort)

# shellcheck disable=SC2086
breaches=$(
    awk -f "$here/includes.awk" $files
    awk -f "$here/sizes.awk" $files
    for file in $files $(find tests bench -name '*.[ch]'); do
        head -n 1 "$file" | grep -q 'SPDX-License-Identifier: \(GPL-3.0-or-later\|MIT\)' || echo "$file:1: no licence in the first line"
    done
)
[ -z "$breaches" ] && exit 0
printf '%s\n' "$breaches"
exit 1
