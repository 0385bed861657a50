#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What goes wrong in the world: each fault is one clear line with its exit code, and nothing that was stored is lost.
#   bad_input.sh PROGRAM SOURCE_FOLDER [BYTES_OF_THE_LONG_LINE]
set -u
entente=$1
good=$2/examples/asat-commitment-press-note.txt
long=${3:-50000000}
scratch=$(mktemp -d) || exit 1
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset ENTENTE_DB
export NO_COLOR=1
failed=0

# expect NAME EXIT_CODE PATTERN COMMAND… : the exit code, and exactly one error line, which matches the pattern.
expect() {
    name=$1 wanted=$2 pattern=$3
    shift 3
    "$@" >out 2>err
    code=$?
    errors=$(grep -c '^entente: ' err)
    if [ "$code" != "$wanted" ]; then
        echo "$name: exit code $code, not $wanted"
    elif [ -n "$pattern" ] && { [ "$errors" != 1 ] || ! grep '^entente: ' err | grep -q -e "$pattern"; }; then
        echo "$name: not one line like '$pattern'"
    elif grep -q -i -e 'sanitizer' -e 'runtime error' err; then
        echo "$name: a sanitizer complained"
    else
        return 0
    fi
    sed 's/^/    /' err | head -n 8
    failed=$((failed + 1))
}

# whole NAME DATABASE DOCUMENTS : the database passes its checks and holds so many documents.
whole() {
    "$entente" -d "$2" check >out 2>err || { echo "$1: check fails"; cat out err; failed=$((failed + 1)); }
    n=$("$entente" -d "$2" --format csv documents 2>/dev/null | tail -n +2 | wc -l)
    [ "$n" -eq "$3" ] || { echo "$1: $n documents are stored, not $3"; failed=$((failed + 1)); }
}

skip() {
    echo "skipped: $1"
}

cp "$good" good.txt

# ---- documents that cannot be read: the others are stored ----
: >empty.txt
expect "empty file" 1 'empty.txt: .*empty' "$entente" -d a.db import empty.txt good.txt
whole "empty file" a.db 1

head -c 4096 /dev/zero >zero.txt
expect "binary file" 1 'zero.txt: is not text' "$entente" -d b.db import zero.txt good.txt
whole "binary file" b.db 1

printf 'One line.\nAnother \377 line.\n' >latin.txt
expect "bad UTF-8" 1 'latin.txt:2.*UTF-8' "$entente" -d c.db import latin.txt good.txt
whole "bad UTF-8" c.db 1

yes 'The Committee met and discussed space debris, ' | head -c "$long" | tr -d '\n' >long.txt
expect "a line of $long bytes" 0 '' "$entente" -d d.db import long.txt good.txt
whole "a line of $long bytes" d.db 2
rm -f long.txt d.db

# Words that look back for what they mean, in a paragraph without an end.
for words in 'She served there.' 'The two countries met.' 'Its second session met at the Widget Workshop.' \
    'The Committee agreed with this report.'; do
    yes "$words" | head -n 20000 | tr '\n' ' '
    printf '\n\n'
done >endless.txt
yes '| Chile | Party |' | head -n 20000 >endless.md
expect "paragraphs and a table without an end" 0 '' timeout -s KILL 60 "$entente" -d endless.db import endless.txt endless.md
rm -f endless.*

expect "a missing file" 1 'none.txt: ' "$entente" -d e.db import none.txt good.txt
whole "a missing file" e.db 1

# ---- folders and databases without the right to them ----
mkdir closed shut
cp "$good" shut/
chmod 0 closed
if [ "$(id -u)" -ne 0 ]; then
    as=
elif command -v runuser >/dev/null && [ -x "$(dirname "$entente")" ] && runuser -u nobody -- test -x "$entente"; then
    as="runuser -u nobody --"
else
    as=skip
fi
if [ "$as" = skip ]; then
    skip "folders without rights: another user cannot run the program"
else
    chmod 755 "$scratch"
    mkdir open && chmod 777 open
    cp good.txt open/good.txt && chmod 644 open/good.txt
    expect "a closed folder" 1 'closed: .*cannot be opened' $as "$entente" -d open/x.db import closed open/good.txt
    whole "a closed folder" open/x.db 1
    cp a.db shut/a.db && chmod 644 shut/a.db && chmod 555 shut
    expect "a database to be made in a read-only folder" 1 'shut/new.db: ' $as "$entente" -d shut/new.db import good.txt
    expect "a question in a read-only folder" 0 '' $as "$entente" -d shut/a.db documents
    chmod 444 shut/a.db
    cp "$good" open/more.txt
    expect "an import into a read-only database" 1 '' $as "$entente" -d shut/a.db import open/more.txt
    chmod 755 shut
    whole "an import into a read-only database" shut/a.db 1
fi

# ---- files that are no database ----
expect "a text as database" 1 'good.txt: ' "$entente" -d good.txt documents
expect "import into a text" 1 'good.txt: ' "$entente" -d good.txt import empty.txt
cmp -s "$good" good.txt || { echo "a text was changed when it was named as the database"; failed=$((failed + 1)); }
expect "a missing database" 1 'none.db: ' "$entente" -d none.db documents
[ ! -e none.db ] || { echo "a question made a database"; failed=$((failed + 1)); }
sqlite3 other.db 'CREATE TABLE t (x)' 2>/dev/null && expect "another program's database" 1 'other.db: ' "$entente" -d other.db documents
expect "a dry run" 0 '' "$entente" -d dry.db import --dry-run good.txt
[ ! -e dry.db ] || { echo "a dry run made a database"; failed=$((failed + 1)); }

# ---- a full disk ----
mkdir disk
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=2000k none disk 2>/dev/null; then
    mounted=$scratch/disk
    "$entente" -d disk/f.db import good.txt >/dev/null 2>&1
    n=$("$entente" -d disk/f.db --format csv documents 2>/dev/null | tail -n +2 | wc -l)
    yes 'Chile supported the Outer Space Treaty in the Conference on Disarmament.' | head -n 20000 | nl >big.txt
    expect "a full disk" 1 'full' "$entente" -d disk/f.db import big.txt
    cp disk/f.db* .
    umount disk && mounted=
    whole "a full disk" f.db "$n"
else
    skip "a full disk: it takes root and a small file system"
fi
expect "a full standard output" 1 'standard output: ' sh -c '"$0" -d a.db documents >/dev/full' "$entente"

# ---- an interruption: the documents in hand are finished, what is stored is whole ----
for i in 1 2 3 4 5 6 7 8 9 10; do cat "$good"; done >long.txt
mkdir many
i=0
while [ $i -lt 400 ]; do
    i=$((i + 1))
    { cat long.txt; echo "Note $i."; } >many/$i.txt
done
"$entente" -d i.db import --jobs 1 many >out 2>err &
while kill -0 $! 2>/dev/null; do
    [ "$("$entente" -d i.db --format csv documents 2>/dev/null | wc -l)" -lt 2 ] || break
done
kill -INT $! 2>/dev/null
wait $!
code=$?
[ $code -eq 130 ] || { echo "an interruption: exit code $code, not 130"; failed=$((failed + 1)); }
n=$("$entente" -d i.db --format csv documents 2>/dev/null | tail -n +2 | wc -l)
[ "$n" -gt 0 ] && [ "$n" -lt 400 ] || { echo "an interruption: $n of 400 documents"; failed=$((failed + 1)); }
whole "an interruption" i.db "$n"

# ---- words that are wrong ----
expect "an unknown command" 2 'imprt: ' "$entente" imprt x
expect "an unknown option" 2 '--jbs: ' "$entente" import --jbs 2 x
expect "a bad number" 2 '--jobs: ' "$entente" -d a.db import --jobs 0 good.txt

[ "$failed" -eq 0 ] && echo "all faults were met as they should be"
[ "$failed" -eq 0 ]
