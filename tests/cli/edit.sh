#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What `entente edit` does to what the other commands answer: each verb and its undo, imports after edits, edits in any
# order, and words that are wrong and must change nothing.
#   edit.sh PROGRAM
set -u
program=$1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
export ENTENTE_DB=test.db NO_COLOR=1 LC_ALL=C.UTF-8
failed=0

run() { "$program" -q "$@"; }
fail() {
    failed=$((failed + 1))
    echo "FAILED: $*"
}
dump() { # the content of the database
    rm -rf dumped
    run export --as csv -o dumped && cat dumped/entities.csv dumped/relations.csv
}
log() { run --format csv edit list | tr -d '\r'; }
whole() { run check >/dev/null || fail "check after: $*"; }
edit() { # VERB WORDS…: with a reason, and then whole
    run edit "$@" --reason "as the annex says" >/dev/null 2>err || fail "edit $*: $(cat err)"
    whole "edit $*"
}
undo() {
    run edit undo "$@" >/dev/null 2>err || fail "undo $*: $(cat err)"
    whole "undo $*"
}
says() { dump | grep -qF -- "$1" || fail "the export does not say: $1"; }
denies() { dump | grep -F -- "$1" && fail "the export says: $1"; }
same() { # AS WHAT
    dump >now
    cmp -s "$1" now || fail "not the same as $1: $2: $(diff "$1" now | head -n 3)"
}

write_a() {
    cat >docs/a.txt <<'END'
Report of the seminar

The Conference on Disarmament discussed the PPWT.

Chile supported the Outer Space Treaty.

Norway supported the Outer Space Treaty.

The Larkspur Institute organized the Brindle Conference on Outer Space.

The Larkspur Foundation funded the Brindle Conference on Outer Space.
END
}
mkdir docs
write_a
cat >docs/b.txt <<'END'
A second note

The Larkspur Foundation organized the Teasel Conference on Outer Space.

Norway opposed the PPWT.
END
run import docs >/dev/null || fail "import"
dump >before
says "funds,organization:larkspur-foundation,event:brindle-conference-on-outer-space"
says "opposes,state:norway,instrument:ppwt"

# ---- each verb, and its undo ------------------------------------------------------------------------------------

edit merge "Larkspur Foundation" "Larkspur Institute"
says "organization:larkspur-institute,organization,Larkspur Institute,Larkspur Foundation,"
says "funds,organization:larkspur-institute,event:brindle-conference-on-outer-space"
denies "larkspur-foundation"
run --json show "larkspur foundation" | grep -q '"key": *"organization:larkspur-institute"' || fail "the merged name finds nothing"
undo
same before "merge and undo"

edit rename PPWT 'Draft "PPWT", of 2014'
says 'instrument:ppwt,instrument,"Draft ""PPWT"", of 2014"'
edit rename PPWT 'The Draft'
says 'instrument:ppwt,instrument,The Draft,'
undo 3
undo 2
same before "rename and undo"

edit retype "Brindle Conference on Outer Space" forum
says "organizes,organization:larkspur-institute,forum:brindle-conference-on-outer-space"
denies "event:brindle"
denies "funds," # nobody funds a forum
undo
same before "retype and undo"

edit alias add "Larkspur Institute" "Haus Lerchensporn"
run --json find "haus lerchensporn" | grep -q 'organization:larkspur-institute' || fail "an added name finds nothing"
edit alias remove Chile "republic of CHILE"
denies "Republic of Chile"
undo
undo
same before "aliases and undo"

edit add-relation Chile opposes PPWT --document b --quote "opposed the PPWT" --polarity negated --speaker "one panellist" --by "A. Analyst"
says 'opposes,state:chile,instrument:ppwt,,negated,one panellist,,,,1,by hand: A. Analyst,b,'
says ',5,opposed the PPWT'
undo
edit add-relation Chile opposes PPWT --document b --line 5
says 'opposes,state:chile,instrument:ppwt,,affirmed,,,,,1,by hand,b,'
undo
same before "add-relation and undo"

edit reject Norway opposes PPWT
denies "opposes,state:norway"
undo
edit reject Norway supports "Outer Space Treaty" --document a --line 7
denies "supports,state:norway"
undo
edit reject "Conference on Disarmament"
denies "forum:conference-on-disarmament"
undo
same before "reject and undo"

edit confirm Norway opposes PPWT --by me
dump | grep -F "opposes,state:norway,instrument:ppwt" | grep -qF ",1,opposes." || fail "confirmed evidence is not certain"
says " + by hand: me,b,"
undo
same before "confirm and undo"
[ "$(log | grep -c ',undone$')" = 12 ] || fail "the log does not have twelve undone edits"

# ---- imports after edits ----------------------------------------------------------------------------------------

edit merge "Larkspur Foundation" "Larkspur Institute"
edit reject Norway opposes PPWT
edit confirm Chile supports "Outer Space Treaty"
edit rename Norway Norge
dump >edited
run import docs >/dev/null || fail "import again"
same edited "the same documents again"
printf 'Nothing is said here.\n' >docs/a.txt
printf 'Norway opposed the PPWT.\n' >docs/b.txt
run import docs >/dev/null || fail "import of changed documents"
whole "changed documents"
denies larkspur
denies "opposes,state:norway"
log | grep -q 'organization:larkspur-institute.*,waiting$' || fail "the merge does not wait"
write_a
printf 'A second note\n\nThe Larkspur Foundation organized the Teasel Conference on Outer Space.\n\nNorway opposed the PPWT.\n' >docs/b.txt
run import docs >/dev/null || fail "import of the first documents"
whole "the first documents again"
same edited "the first documents again"
printf 'The Larkspur Foundation organized the Sorrel Conference on Outer Space.\n' >docs/c.txt
would=$(run --format csv import --dry-run docs/c.txt | tail -n 1 | cut -d, -f5)
does=$(run --format csv import docs/c.txt | tail -n 1 | cut -d, -f5)
[ "$would" = "$does" ] || fail "a dry run would add $would entities, the import adds $does"
whole "a new document"
says "organizes,organization:larkspur-institute,event:sorrel-conference-on-outer-space"
denies larkspur-foundation
undo 13
says "organizes,organization:larkspur-foundation,event:sorrel-conference-on-outer-space"

# A name given by hand is found in what is imported later; a name of the lexicon is not taken from its owner.
edit alias add "Larkspur Institute" "Haus Lerchensporn"
edit alias add "Larkspur Institute" "Brazil"
printf 'The Haus Lerchensporn organized the Clover Conference on Outer Space.\n\nBrazil opposed the PPWT.\n' >docs/d.txt
run import docs/d.txt >/dev/null || fail "import of a document with a name given by hand"
whole "a name given by hand"
says "organizes,organization:larkspur-institute,event:clover-conference-on-outer-space"
says "opposes,state:brazil,instrument:ppwt"
rm docs/d.txt

# ---- any order --------------------------------------------------------------------------------------------------

edit_number() {
    case $1 in
    1) set -- merge organization:larkspur-foundation organization:larkspur-institute ;;
    2) set -- retype event:brindle-conference-on-outer-space proposal ;;
    3) set -- reject state:norway opposes instrument:ppwt ;;
    4) set -- alias add instrument:ppwt "the Draft" ;;
    esac
    run edit "$@" --reason "in any order" >/dev/null || fail "edit $*"
}
rm -f test.db
run import docs >/dev/null
cp test.db fresh.db
rm -f ordered
for order in 1234 1243 1324 1342 1423 1432 2134 2143 2314 2341 2413 2431 3124 3142 3214 3241 3412 3421 4123 4132 4213 4231 4312 4321; do
    cp fresh.db test.db
    for n in $(echo $order | sed 's/./& /g'); do
        edit_number "$n"
    done
    whole "$order"
    [ -f ordered ] || dump >ordered
    same ordered "edits in the order $order"
done

cp fresh.db kept.db
cp -r docs kept

# ---- names given and taken back -----------------------------------------------------------------------------------

# Each document is imported, then the edits are made and taken back, in either order; in the end the documents are
# imported again: it must be as if what was taken back had never been given.
rm -rf test.db docs
mkdir docs
write_a
printf 'Haus Lerchensporn organized the Clover Conference on Outer Space.\n\nNorway opposed the Draft Accord of Teasel.\n' >docs/d.txt
institute=organization:larkspur-institute foundation=organization:larkspur-foundation
run import docs >/dev/null
dump >plain
named() { # VERB WORDS… : before and after the import, the database is the same once the documents are read again
    rm -f test.db
    run import docs >/dev/null
    edit "$@"
    run import docs >/dev/null
    dump >after
    rm -f test.db
    run import docs/a.txt >/dev/null
    edit "$@"
    run import docs >/dev/null
    same after "$* before the import and after it"
}
named alias add $institute "Haus Lerchensporn"
says "organizes,$institute,event:clover-conference-on-outer-space"
undo
denies "$institute,organization,Larkspur Institute,Haus"
run import docs >/dev/null
same plain "alias add, import, undo, import"
named rename $institute "Haus Lerchensporn"
undo
run import docs >/dev/null
same plain "rename, import, undo, import"
named alias add $institute "Haus Lerchensporn"
edit alias remove $institute "Haus Lerchensporn"
denies "Larkspur Institute,Haus"
run import docs >/dev/null
same plain "alias add, import, alias remove, import"
undo
run import docs >/dev/null
same after "the removal undone"
edit alias remove $institute "Haus Lerchensporn"
undo 1
run import docs >/dev/null
same plain "alias add, alias remove, undo of the first"

# A name that documents gave stays when the edit that gave it too is undone.
rm -f test.db
printf 'The Larkspur Institute (LARKI) organized the Sorrel Conference on Outer Space.\n\nLARKI funded the Sorrel Conference on Outer Space.\n' >docs/e.txt
run import docs >/dev/null
dump >before
says "LARKI"
edit rename $institute LARKI
undo
same before "renamed to a name that documents give"
rm docs/e.txt

# The new name goes along with what was renamed, in any order.
rm -f test.db ordered
run import docs >/dev/null
cp test.db fresh.db
both() {
    case $1 in
    r) edit rename $foundation "Haus Lerchensporn" ;;
    m) edit merge $foundation $institute ;;
    t) edit retype "event:brindle-conference-on-outer-space" forum ;;
    esac
}
for order in "r m t" "t r m" "r t m"; do
    cp fresh.db test.db
    for n in $order; do both "$n"; done
    run import docs >/dev/null
    [ -f ordered ] || dump >ordered
    same ordered "names and merges in the order $order"
done
says "$institute,organization,Larkspur Institute,Haus Lerchensporn | Larkspur Foundation"
says "organizes,$institute,event:clover-conference-on-outer-space"
cp fresh.db test.db
both r
both m
run import docs >/dev/null
undo 2
says "$foundation,organization,Haus Lerchensporn,Larkspur Foundation,"
says "organizes,$foundation,event:clover-conference-on-outer-space"
both m
undo 1
run import docs >/dev/null
denies "Larkspur Institute,Haus"
denies "organizes,$institute,event:clover-conference-on-outer-space"
undo
same plain "rename and merge, both undone"

rm -rf docs
mv kept docs
mv kept.db fresh.db

# ---- words that name neither end ------------------------------------------------------------------------------

cp fresh.db test.db
"$program" edit add-relation Chile opposes PPWT --document b --quote "A second note" --reason x >/dev/null 2>err || fail "add-relation: $(cat err)"
grep -q 'neither state:chile nor instrument:ppwt was found in these words' err || fail "no note of strange words"
"$program" edit add-relation Chile opposes PPWT --document b --line 5 --reason x >/dev/null 2>err || fail "add-relation: $(cat err)"
grep -q neither err && fail "a note though the words name the treaty"

# ---- wrong words ------------------------------------------------------------------------------------------------

cp fresh.db test.db
edit merge "Larkspur Foundation" "Larkspur Institute"
dump >before
wrong() { # WHAT IS SAID, WORDS…
    said=$1
    shift
    "$program" -q edit "$@" >out 2>err
    code=$?
    [ "$code" = 2 ] || fail "edit $*: exit code $code"
    [ -s out ] && fail "edit $*: something on standard output"
    [ "$(grep -c '^entente: ' err)" = 1 ] || fail "edit $*: not one error: $(cat err)"
    grep -qF -- "$said" err || fail "edit $*: said $(cat err)"
    same before "edit $*"
}
wrong "no entity has this key or name" merge Chile Atlantis --reason x
wrong "are one already" merge "Larkspur Institute" "Larkspur Foundation" --reason x
wrong "is organization:larkspur-institute by edit 1" merge organization:larkspur-foundation Chile --reason x
wrong "--reason: is missing" merge Chile Norway
wrong "there is no such kind" retype Chile country --reason x
wrong "is of the kind state already" retype Chile state --reason x
wrong "is empty" rename Chile " " --reason x
wrong "control character" rename Chile "$(printf 'a\033[31mb')" --reason x
wrong "control character" rename Chile "$(printf 'a\nb')" --reason x
wrong "separates one name from another" alias add Chile "a | b" --reason x
wrong "is a name of state:chile already" alias add Chile "republic of chile" --reason x
wrong "is no name of state:chile" alias remove Chile Norway --reason x
wrong "is shown by" alias remove Chile CHILE --reason x
wrong "does not lead from state to instrument" add-relation Chile chairs PPWT --document b --line 5 --reason x
wrong "did you mean opposes" add-relation Chile oposes PPWT --document b --line 5 --reason x
wrong "cannot be edited" add-relation Chile mentioned_with PPWT --document b --line 5 --reason x
wrong "no relation stands without a quote" add-relation Chile opposes PPWT --reason x
wrong "no relation stands without a quote" add-relation Chile opposes PPWT --document b --reason x
wrong "do not stand in b" add-relation Chile opposes PPWT --document b --quote "opposed the ppwt" --reason x
wrong "no sentence of b begins on line 4" add-relation Chile opposes PPWT --document b --line 4 --reason x
wrong "no document has this key" add-relation Chile opposes PPWT --document zz --line 4 --reason x
wrong "there is no such evidence" reject Chile opposes PPWT --reason x
wrong "there is no such evidence in that place" confirm Norway opposes PPWT --document b --line 3 --reason x
wrong "wants a --document too" confirm Norway opposes PPWT --line 3 --reason x
wrong "is not for 'merge'" merge Chile Norway --line 3 --reason x
wrong "is not understood here" mend Chile --reason x
wrong "is not understood here" merge Chile --reason x
wrong "is the number of no edit" undo 77
wrong "is no number of an edit" undo last
[ "$(log | wc -l)" = 2 ] || fail "a refused edit stands in the log"
"$program" -q -d none.db edit merge a b --reason x 2>err && fail "an edit made a database"
grep -q 'there is no such database' err || fail "a missing database: $(cat err)"
[ -e none.db ] && fail "an edit left an empty database"

# ---- hostile words, and reading only ----------------------------------------------------------------------------

run edit rename Chile "'; DROP TABLE edit; --" --reason "$(printf 'say "no"\n\033[31mred\t\302\205')" >/dev/null || fail "a hostile name"
says "state:chile,state,'; DROP TABLE edit; --"
run --json edit list | python3 -c '
import json, sys
last = json.load(sys.stdin)[-1]
assert last["reason"] == "say \"no\"\n\x1b[31mred\t\x85", last
assert last["status"] == "active", last' || fail "the reason is not the one given"
run edit list | LC_ALL=C grep -q "$(printf '\033')" && fail "a control character reached the terminal"
chmod 400 test.db
run edit list >/dev/null || fail "the log of a read-only database"

echo "edits: $failed failures"
[ "$failed" -eq 0 ]
