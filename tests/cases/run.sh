#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the cases: each folder holds `cmd` (shell lines, run in an empty folder with the program in PATH, the case's folder
# in $CASE, and $EXAMPLES and $LEXICON), `expected` (its standard output) and, where it is not 0, `exit` (its exit code).
# To write an expected output anew on purpose, set UPDATE=1 and read the difference before keeping it.
#   run.sh PROGRAM SOURCE_FOLDER [CASE…]
set -u
program=$1
source=$2
shift 2
cases=$source/tests/cases
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/entente"
PATH=$scratch/bin:$PATH
export PATH
export EXAMPLES="$source/examples" LEXICON="$source/importers/lexicon"
unset ENTENTE_DB
export NO_COLOR=1 LC_ALL=C.UTF-8

n=0
failed=0
[ $# -gt 0 ] || set -- $(cd "$cases" && ls -d */ | tr -d /)
for name in "$@"; do
    CASE=$cases/$name
    export CASE
    mkdir "$scratch/$name"
    (cd "$scratch/$name" && sh -u "$CASE/cmd") >"$scratch/$name.out" 2>"$scratch/$name.err"
    code=$?
    wanted=$(cat "$CASE/exit" 2>/dev/null || echo 0)
    [ "${UPDATE:-}" = 1 ] && cp "$scratch/$name.out" "$CASE/expected"
    n=$((n + 1))
    if [ "$code" != "$wanted" ]; then
        echo "$name: exit code $code, not $wanted"
    elif diff -u "$CASE/expected" "$scratch/$name.out"; then
        continue
    fi
    failed=$((failed + 1))
    echo "FAILED $name; its standard error:"
    tail -n 5 "$scratch/$name.err"
done
echo "$n cases, $failed failed"
[ "$failed" -eq 0 ]
