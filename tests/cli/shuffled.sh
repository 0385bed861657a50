#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Documents that nobody would write: pieces of the examples, of the annotated documents and of the sentences of the cases,
# in a wild order. Whatever stands beside whatever, each is stored whole and the database passes its checks.
#   shuffled.sh PROGRAM SOURCE_FOLDER [ROUNDS]
set -u
entente=$1
source=$2
rounds=${3:-3}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset ENTENTE_DB
export NO_COLOR=1

{
    cat "$source"/examples/*.md "$source"/examples/*.txt "$source"/tests/gold/own/docs/*
    awk -F '\t' '!/^#/ { n = split($1, lines, /\\n/); for (i = 1; i <= n; i++) print lines[i] }' "$source"/tests/cases/*.tsv
    awk -F '\t' '!/^#/ { n = split($2, lines, /\\n/); for (i = 1; i <= n; i++) print lines[i] }' "$source"/tests/cases/rules.tsv
} >pieces

# shuffle SEED : 40 documents of a few hundred pieces, each piece one to six lines long.
shuffle() {
    rm -rf in && mkdir in
    awk -v seed="$1" '
        { line[NR] = $0 }
        END {
            srand(seed)
            for (d = 1; d <= 40; d++) {
                file = "in/d" d (d % 2 ? ".md" : ".txt")
                print (d % 3 ? "Report number " d " of the Widget Committee\n" : "# Programme of the Widget Conference\n") >file
                for (p = 0; p < 150; p++) {
                    first = 1 + int(rand() * NR)
                    last = first + int(rand() * 6)
                    for (i = first; i <= last && i <= NR; i++)
                        printf "%s%s", line[i], rand() < 0.5 ? "\n" : " " >file
                    if (rand() < 0.5)
                        printf "\n\n" >file
                }
                close(file)
            }
        }' pieces
}

failed=0
seed=1
while [ "$seed" -le "$rounds" ]; do
    shuffle "$seed"
    rm -f a.db
    if ! "$entente" -q -d a.db import in >out 2>err || [ -s err ]; then
        echo "seed $seed: not all is stored"
        head -n 5 err
        failed=$((failed + 1))
    elif ! "$entente" -d a.db check >out 2>err; then
        echo "seed $seed: check fails"
        head -n 5 out err
        failed=$((failed + 1))
    fi
    seed=$((seed + 1))
done
exit "$failed"
