#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with warnings as errors and runs all tests, then again with the sanitizers; says at the end how both went.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/setup.sh

jobs=$(nproc)
export CTEST_PARALLEL_LEVEL=$jobs
summary=""
failed=0
for preset in dev asan; do
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" -j "$jobs"
    log="build/$preset/ctest.log"
    ctest --preset "$preset" 2>&1 | tee "$log" || failed=1
    summary+="$preset: $(grep 'tests passed' "$log" || echo 'no tests ran')"$'\n'
done
printf '\n%s' "$summary"
exit $failed
