#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What others say about documents: brat, JSON lines and the tables of an export go out and come back, and of what comes
# from outside only that is stored whose words stand in the document.
#   annotations.sh PROGRAM SOURCE_FOLDER
set -u
entente=$1
examples=$2/examples
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset ENTENTE_DB
export NO_COLOR=1
failed=0

fail() {
    echo "$*"
    failed=$((failed + 1))
}

# quietly COMMAND… : runs it; its exit code must be 0.
quietly() {
    "$entente" -q "$@" >out 2>err || { fail "exit code $?: $*"; head -n 5 err; }
}

# refused PATTERN : the last import refused a statement with these words.
refused() {
    grep -q -e "$1" err || fail "not refused: $1"
}

# same NAME A B : two files or folders are the same byte for byte.
same() {
    diff -r "$2" "$3" >difference || { fail "$1: not the same"; head -n 5 difference | cut -c 1-300; }
}

# evidence DATABASE ENTITY PATTERN : a line of the entity's evidence as CSV.
evidence() {
    "$entente" -d "$1" --format csv evidence "$2" 2>/dev/null | grep -q -e "$3" || fail "no evidence of $2: $3"
}

whole() {
    "$entente" -d "$1" check >out 2>err || { fail "$1: check fails"; cat out; }
}

# ---- out and back, on the examples --------------------------------------------------------------------------------
quietly -d a.db import "$examples"
quietly -d a.db export --as csv -o csv
quietly -d a.db export --as jsonl -o a.jsonl
quietly -d a.db export --as brat -o brat

quietly -d b.db import csv
quietly -d b.db export --as csv -o csv-again
same "csv into an empty database" csv csv-again
whole b.db

quietly -d c.db import a.jsonl
quietly -d c.db export --as jsonl -o c.jsonl
same "jsonl into an empty database" a.jsonl c.jsonl
quietly -d c.db export --as csv -o csv-of-jsonl
same "csv by way of jsonl" csv csv-of-jsonl
whole c.db

quietly -d d.db import brat
whole d.db
lost=$("$entente" -d a.db export --as brat -o brat 2>&1 | sed -n 's/.*does not hold \([0-9]*\) pieces of.*/\1/p')
n=$(sqlite3 a.db "SELECT count(*) FROM evidence")
[ "$(cat brat/*.ann | grep -c '^R')" = $((n - ${lost:-0})) ] || fail "brat: relations are lost on the way out"
for database in a d; do
    sqlite3 $database.db "SELECT DISTINCT source, type, target, polarity FROM v_evidence" | LC_ALL=C sort >$database.said
done
[ "$(LC_ALL=C comm -23 a.said d.said | wc -l)" -le "${lost:-0}" ] || fail "brat: relations are lost on the way back"

# What is there already is no news, in whatever format it comes.
quietly -d a.db export --as jsonl -o before
quietly --format csv -d a.db import csv a.jsonl
grep -q annotated out && fail "importing an export into its own database adds something"
quietly -d d.db export --as jsonl -o d1.jsonl
quietly -d d.db import brat
quietly -d d.db export --as jsonl -o d2.jsonl
same "brat twice" d1.jsonl d2.jsonl
quietly -d a.db export --as jsonl -o after
same "an export into its own database" before after

# So it is with brat: the texts are those of documents that are there.
cp a.db own.db
quietly --format csv -d own.db import brat
grep -q ',text,' out && fail "a text that was exported from this database is a new document"
quietly -d own.db export --as jsonl -o own.jsonl
same "brat into its own database" after own.jsonl
quietly -d own.db export --as csv -o csv-own
same "brat into its own database, as tables" csv csv-own
printf 'T90001\tstate 0 5\tNauru\n' >>brat/readme.ann
"$entente" -d own.db import brat >out 2>err
refused 'readme.ann:.*T90001: the document does not have the words'

# Rows of a table find their places in documents that are there.
quietly -d e.db import "$examples"
sqlite3 e.db "DELETE FROM evidence WHERE id % 2; UPDATE relation SET (affirmed, negated, confidence) =
    (SELECT count(*) FILTER (WHERE polarity = 0), count(*) FILTER (WHERE polarity = 1), coalesce(max(confidence), 0)
     FROM evidence WHERE relation = relation.id); DELETE FROM relation WHERE affirmed + negated = 0"
quietly -d e.db import csv/relations.csv
quietly -d e.db export --as csv -o csv-mended
same "missing evidence from a table" csv csv-mended
whole e.db

# ---- what a format cannot hold ------------------------------------------------------------------------------------
"$entente" -d a.db export --as csv -o loss 2>err || fail "csv with a loss fails"
grep -q 'does not hold' err || fail "the loss is not said"
"$entente" -d a.db export --as csv --strict -o strict 2>err
[ $? = 1 ] && grep -q '^entente: --strict: csv does not hold' err || fail "--strict does not fail"
[ -e strict ] && fail "--strict writes all the same"

# ---- a person with brat -------------------------------------------------------------------------------------------
mkdir notes
printf '\303\211vian \342\200\224 Freedonia\342\200\231s delegates met.\r\n\r\nFreedonia proposed the Widget Trea-\r\nty in the' >notes/a.txt
printf ' Conference on Disarmament.\r\nSylvania opposed the Widget Treaty.\r\n' >>notes/a.txt
cat >make.py <<'E'
text = open('notes/a.txt', encoding='utf-8', newline='').read()
def mention(name, kind, words, after=0):
    at = text.index(words, after)
    return f'{name}\t{kind} {at} {at + len(words)}\t' + words.replace('\r\n', ' ') + '\n'
second = text.index('Sylvania')
with open('notes/a.ann', 'w', encoding='utf-8') as out:
    out.write(mention('T1', 'state', 'Freedonia', text.index('Freedonia proposed')))
    out.write(mention('T2', 'instrument', 'Widget Trea-\r\nty'))
    out.write(mention('T3', 'state', 'Sylvania'))
    out.write(mention('T4', 'instrument', 'Widget Treaty', second))
    out.write('N1\tReference T2 entente:instrument:widget-treaty\tWidget Treaty\n')
    out.write('R1\tproposed Arg1:T1 Arg2:T2\nR2\topposes Arg1:T3 Arg2:T4\n')
    out.write('A1\tNegation R2\nA2\tModality R1 reported\n#1\tAnnotatorNotes R1\ta remark for people\n')
E
python3 make.py
: >notes/annotation.conf
quietly -d f.db import --annotator 'Jane Doe' notes
evidence f.db Freedonia 'proposed,state:freedonia,instrument:widget-treaty,affirmed.*Conference on Disarmament.*Jane Doe'
evidence f.db Sylvania 'opposes,state:sylvania,instrument:widget-treaty,negated.*,a,.*Sylvania opposed.*Jane Doe'
place=$(sqlite3 f.db "SELECT m.begin > (SELECT instr(text, 'met.') FROM document) FROM mention m
    JOIN entity e ON e.id = m.entity WHERE e.key = 'state:freedonia'" | tail -n 1)
[ "$place" = 1 ] || fail "the place does not tell the second Freedonia from the first"
sqlite3 f.db "SELECT modality FROM v_evidence WHERE type = 'proposed'" | grep -q reported || fail "a modality is lost"

cat >notes/a.ann <<'E'
T1	state 0 5	Ruritania
T2	state 8 17	Freedonia
T3	planet 8 17	Freedonia
T4	state 8
T5	topic 100 108;110 112	Sylvania it
R1	proposed Arg1:T1 Arg2:T2
R2	adopted Arg1:T2 Arg2:T9
R3	adopted Arg1:T2 Arg2:T2
A1	Negation R9
E1	Meeting:T2
?1	what
*	Equiv T1 T2
E
"$entente" -d f.db import notes >out 2>err
[ $? = 1 ] || fail "refusals do not make exit code 1"
refused 'notes/a.ann:1: refused: T1: the document does not have the words "Ruritania"'
refused "a.ann:3: .*T3: 'planet' is no kind"
refused 'a.ann:4: .*T4: is no mention'
refused 'a.ann:5: .*several pieces'
refused 'a.ann:6: .*R1: a mention it relates was refused'
refused 'a.ann:7: .*R2: relates a mention that is not there'
refused 'a.ann:8: .*R3: it relates an entity to itself'
refused 'a.ann:9: .*A1: is an attribute of no relation'
refused 'a.ann:10: .*events are not read'
refused 'a.ann:11: .*is no line of a brat file'
refused 'a.ann:12: .*equivalences'
[ "$(grep -c refused: err)" = 11 ] || fail "not a line for each refusal"
sed -n 's/.*a.ann:\([0-9]*\): refused.*/\1/p' err | sort -nc || fail "the refusals are not in the order of the lines"
whole f.db

# What is wrong with a note is told with the note's line.
printf 'T1\tstate 0 8\tSylvania\nT2\tinstrument 21 34\tWidget Treaty\nR1\topposes Arg1:T1 Arg2:T2\n\n#1\tAnnotatorNotes R1\t{"quote": "never said"}\n' >noted.ann
printf 'Sylvania opposed the Widget Treaty.\n' >noted.txt
"$entente" -d f.db import noted.txt noted.ann >out 2>err
refused 'noted.ann:5: refused: R1: the document does not have the quote'

# ---- a program with JSON lines ------------------------------------------------------------------------------------
printf 'The Freedonia delegation spoke. Freedonia proposed the Widget Treaty.\n\nSylvania opposed it.\n' >note.txt
cat >model-x.jsonl <<'E'
{"document": "note", "mentions": [{"kind": "state", "name": "Freedonia", "quote": "Freedonia", "begin": 32}, {"kind": "state", "name": "Evil\u001b[31m", "quote": "Sylvania"}], "relations": [{"type": "proposed", "source": "state:Freedonia", "target": "instrument:Widget Treaty", "quote": "Freedonia  proposed the\nWidget Treaty", "confidence": 0.5}, {"type": "opposes", "source": {"kind": "state", "name": "Sylvania"}, "target": "instrument:widget-treaty", "quote": "Sylvania opposed it.", "rule": "reader 2"}, {"type": "adopted", "source": "topic:verification", "target": "state:Freedonia", "quote": "Freedonia"}, {"type": "opposes", "source": "state:Sylvania", "target": "instrument:Widget Treaty", "quote": "Sylvania hates \u001b[31m it"}, {"type": "opposes", "source": "state:Sylvania", "target": "state:Freedonia", "quote": "opposed it", "confidence": 7}]}
{"document": "nowhere"}
{"document": "note", "mentions": [}
"note"

{"document": "note", "mentions": [{"kind": 1, "name": "Freedonia", "quote": "Freedonia"}, 5], "relations": {}}
{"path": "note.txt", "mentions": [{"key": "state:nobody", "quote": "Freedonia"}]}
E
"$entente" --format csv -d g.db import note.txt model-x.jsonl >out 2>err
[ $? = 1 ] || fail "refusals do not make exit code 1"
refused 'model-x.jsonl:1: .*mention 2: an entity needs'
refused 'model-x.jsonl:1: .*relation 3: adopted does not run from topic to state'
refused 'model-x.jsonl:1: .*relation 4: the document does not have the quote'
refused 'model-x.jsonl:1: .*relation 5: the confidence'
refused 'model-x.jsonl:2: .*no document .nowhere.'
refused 'model-x.jsonl:3: .*is not JSON'
refused 'model-x.jsonl:4: .*is not'
refused "model-x.jsonl:6: .*'kind' is not a text"
refused 'model-x.jsonl:6: .*mention 2: is not an object'
refused "model-x.jsonl:6: .*'relations' is not an array"
refused "model-x.jsonl:7: .*nobody knows 'state:nobody'"
[ "$(grep -c refused: err)" = 11 ] || fail "not a line for each refusal"
grep -q "$(printf '\033')" err && fail "an escape sequence reaches the terminal"
evidence g.db Freedonia 'Freedonia proposed the Widget Treaty.*model-x,0.5'
evidence g.db Sylvania 'Sylvania opposed it.*reader 2,0.8'

# Many lines about one document are one look at it.
awk 'BEGIN { for (i = 0; i < 5000; i++)
    printf "{\"document\": \"note\", \"relations\": [{\"type\": \"opposes\", \"source\": \"state:sylvania\", \"target\": \"instrument:widget-treaty\", \"quote\": \"Sylvania opposed it.\", \"rule\": \"r%d\"}]}\n", i }' >many.jsonl
cp g.db many.db
timeout 120 "$entente" -q -d many.db import many.jsonl >out 2>err || { fail "5,000 lines about one document take too long"; head -n 3 err; }
[ "$(sqlite3 many.db "SELECT count(*) FROM v_evidence WHERE rule GLOB 'r[0-9]*'")" = 5000 ] || fail "some of 5,000 lines are lost"
whole many.db

# What was accepted outlives another text, as far as that still has the words.
printf 'A new heading\n\nFreedonia proposed the Widget Treaty. Sylvania left.\n' >note.txt
"$entente" -d g.db import note.txt >out 2>err || fail "another text fails"
grep -q 'statements of annotators are not in the new texts' err || fail "what is lost is not said"
evidence g.db Freedonia 'Freedonia proposed the Widget Treaty.*model-x,0.5'
"$entente" -d g.db --format csv evidence Freedonia | grep -q opposed && fail "a quote that is gone stays"
printf 'Freedonia proposed the Widget Treaty. Sylvania opposed it.\n' >note.txt
quietly -d g.db import note.txt
evidence g.db Sylvania 'Sylvania opposed it.*reader 2,0.8'
whole g.db

# A line may bring its document; what leads out of a folder is no key.
printf '{"document": "../../x y", "text": "Freedonia met.\\nSylvania met.", "mentions": [{"kind": "state", "name": "Sylvania", "quote": "Sylvania"}]}\n' >own.jsonl
quietly -d h.db import own.jsonl
"$entente" -d h.db --format csv documents | grep -q '^x-y,' || fail "a document of its own is not stored under its key"
quietly --format csv -d h.db import own.jsonl
grep -q unchanged out || fail "a document of its own is not known again"
quietly -d h.db export --as brat -o out-of-h
[ -e out-of-h/x-y.ann ] || fail "it is not exported"
whole h.db

# What meeting a document reports comes along; a made-up one is refused.
printf '# Report of the Widget Conference\n\nGeneva, 23-24 May 2022\n\nThe panel discussed verification.\n' >meet.md
quietly -d i.db import meet.md
quietly -d i.db export --as jsonl -o meet.jsonl
quietly -d j.db import meet.jsonl
for db in i j; do sqlite3 $db.db "SELECT key, meeting FROM document" >meetings-$db; done
grep -q 'event:widget-conference' meetings-i || fail "no meeting is reported"
same "a meeting by way of jsonl" meetings-i meetings-j
printf '{"document": "x", "text": "Freedonia met.", "meeting": "the talks"}\n' >talks.jsonl
"$entente" -q -d j.db import talks.jsonl >out 2>err
refused 'talks.jsonl:1: .*its meeting is not the key of an event'

# What an editor on Windows saves: a byte-order mark, lines that end in two characters.
printf '\357\273\277T1\tstate 0 8\tSylvania\r\nT2\tinstrument 21 34\tWidget Treaty\r\nR1\topposes Arg1:T1 Arg2:T2\r\n' >dos.ann
printf 'Sylvania opposed the Widget Treaty.\r\n' >dos.txt
printf '\357\273\277{"document": "dos", "mentions": [{"kind": "state", "name": "Sylvania", "quote": "Sylvania"}]}\r\n{}\r\n' >dos.jsonl
"$entente" -d k.db import dos.txt dos.ann dos.jsonl >out 2>err
evidence k.db Sylvania 'opposed the Widget Treaty'
grep -q 'dos.ann.*refused' err && fail "a byte-order mark is taken for words"
refused 'dos.jsonl:2: refused: names no document and brings none'

# ---- a dry run ------------------------------------------------------------------------------------------------------
sqlite3 g.db .dump >before
"$entente" -d g.db import --dry-run model-x.jsonl csv >out 2>err
sqlite3 g.db .dump >after
same "a dry run" before after

# ---- tables that are no tables --------------------------------------------------------------------------------------
mkdir tables
printf 'key,kind,name\nforum:x,state,X\nnokey,forum,Y\nforum:z,forum,\nforum:w,forum,W,too much\n"open\n' >tables/entities.csv
printf 'type,source,target,document,quote,line\nadopted,forum:x,instrument:y,d,,1\nadopted,forum:x,instrument:y,d,words,one\n' >tables/relations.csv
"$entente" -d i.db import tables >out 2>err
refused 'entities.csv:2: .*the kind is not'
refused 'entities.csv:3: .*is no key'
refused 'entities.csv:4: .*the name is empty'
refused 'entities.csv:5: .*has 4 fields'
refused 'entities.csv:6: .*never closed'
refused "relations.csv:2: .*nobody knows 'forum:x'"
refused 'relations.csv:3: .*are numbers'
printf 'a,b\n1,2\n' >tables/relations.csv
"$entente" -d i.db import tables/relations.csv >out 2>err
refused "relations.csv:1: .*has no column 'type'"
whole i.db

[ "$failed" -eq 0 ] || exit 1
echo "annotations go out and come back"
