/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brat standoff. A line is an identifier, what it says, and words, with tabs between:
 *     T1  forum 4 8        OEWG              a mention: its kind and its place in characters
 *     N1  Reference T1 entente:forum:oewg    which entity it is
 *     R1  adopted Arg1:T1 Arg2:T2            a relation between mentions
 *     A1  Negation R1, A2 Modality R1 possible
 *     #1  AnnotatorNotes R1  {…}             what export adds in JSON; other notes are for people
 * Lines may name what stands below them: mentions are read first, then relations, then what is said of both. */
#include "core/base/characters.h"
#include "core/base/map.h"
#include "importers/annotations/json_fields.h"
#include "importers/annotations/read_notes.h"

typedef struct brat_line {
    uint32_t number;
    ent_str id, says, words;
} brat_line;

typedef struct brat_reader {
    ent_arena *arena;
    const ent_refusals *refusals;
    ent_notes *notes;
    ent_characters characters;   /* of the original text */
    ent_map mentions, relations; /* id → notes */
} brat_reader;

static void refuse(const brat_reader *r, const brat_line *line, const char *why)
{
    ent_refuse(r->refusals, r->notes->file, line->number, ENT_STR_FMT ": %s", ENT_STR_ARG(line->id), why);
}

/* The next word of *rest, or the empty string. */
static ent_str next_word(ent_str *rest)
{
    ent_str word = ENT_STR_EMPTY;
    while (rest->data && !word.len && ent_str_split(rest, ENT_STR(" "), &word))
        ;
    return word;
}

static bool next_number(ent_str *rest, int64_t *out)
{
    return ent_str_to_int(next_word(rest), out) && *out >= 0;
}

/* ---- mentions ---------------------------------------------------------------------------------------------------- */

static void read_mention(brat_reader *r, const brat_line *line)
{
    int64_t begin, end;
    ent_str rest = line->says, kind = next_word(&rest);
    if (ent_str_find(rest, ENT_STR(";"), 0) != ENT_STR_NONE) {
        refuse(r, line, "a mention in several pieces");
        return;
    }
    if (!next_number(&rest, &begin) || !next_number(&rest, &end) || begin >= end || !line->words.len) {
        refuse(r, line, "is no mention: T1, its type and two places, and its words, with tabs between");
        return;
    }
    ent_noted_mention m = {.what = line->id, .line = line->number, .confidence = ENT_DEFAULT_CONFIDENCE};
    m.entity = (ent_noted_entity){ENT_STR_EMPTY, kind, ent_str_trim(line->words), ENT_STR_EMPTY, ENT_STR_EMPTY};
    m.quote = (ent_noted_quote){line->words, ENT_HINT_SOURCE, ent_characters_byte(&r->characters, (size_t)begin)};
    ent_map_set(r->arena, &r->mentions, line->id, (uint32_t)r->notes->mentions.n);
    ent_vec_push(r->arena, &r->notes->mentions, m);
}

/* "Reference T1 entente:KEY": other databases' references say nothing to us. */
static void read_reference(brat_reader *r, const brat_line *line)
{
    static const ent_str ours = {"entente:", 8};
    ent_str rest = line->says;
    next_word(&rest);
    uint32_t at = ent_map_find(&r->mentions, next_word(&rest));
    ent_str key = next_word(&rest);
    if (at == ENT_MAP_NONE) {
        refuse(r, line, "refers to a mention that is not there");
    } else if (ent_str_starts(key, ours)) {
        ent_noted_mention *m = &r->notes->mentions.items[at];
        m->entity.key = ent_str_slice(key, ours.len, key.len);
        m->entity.name = line->words.len ? line->words : m->entity.name;
    }
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

static uint32_t find_argument(const brat_reader *r, ent_str word)
{
    size_t colon = ent_str_find(word, ENT_STR(":"), 0);
    return colon == ENT_STR_NONE ? ENT_MAP_NONE : ent_map_find(&r->mentions, ent_str_slice(word, colon + 1, word.len));
}

static void read_relation(brat_reader *r, const brat_line *line)
{
    ent_noted_relation relation = ent_noted_relation_new(line->id, line->number);
    ent_str rest = line->says;
    relation.type = next_word(&rest);
    relation.source_mention = find_argument(r, next_word(&rest));
    relation.target_mention = find_argument(r, next_word(&rest));
    if (relation.source_mention == ENT_MAP_NONE || relation.target_mention == ENT_MAP_NONE) {
        refuse(r, line, "relates a mention that is not there");
        return;
    }
    ent_map_set(r->arena, &r->relations, line->id, (uint32_t)r->notes->relations.n);
    ent_vec_push(r->arena, &r->notes->relations, relation);
}

static void read_attribute(brat_reader *r, const brat_line *line)
{
    ent_str rest = line->says, name = next_word(&rest), id = next_word(&rest), value = next_word(&rest);
    uint32_t at = ent_map_find(&r->relations, id);
    if (at == ENT_MAP_NONE)
        refuse(r, line, "is an attribute of no relation that was read");
    else if (ent_str_eq_nocase(name, ENT_STR("Negation")))
        r->notes->relations.items[at].polarity = ENT_STR("negated");
    else if (ent_str_eq_nocase(name, ENT_STR("Modality")))
        r->notes->relations.items[at].modality = value;
    else
        refuse(r, line, "is neither Negation nor Modality");
}

static void read_note(brat_reader *r, const brat_line *line)
{
    ent_str rest = line->says;
    next_word(&rest);
    uint32_t at = ent_map_find(&r->relations, next_word(&rest));
    json_t *object =
        at == ENT_MAP_NONE ? NULL : json_loadb(line->words.data, line->words.len, JSON_REJECT_DUPLICATES, NULL);
    if (json_is_object(object)) {
        ent_noted_relation *relation = &r->notes->relations.items[at];
        ent_json_fields fields = {.arena = r->arena, .object = object};
        ent_noted_relation noted = *relation;
        ent_json_relation(&fields, &noted);
        if (noted.quote.hint == ENT_HINT_CHARACTER) {
            noted.quote.place = ent_characters_byte(&r->characters, noted.quote.place);
            noted.quote.hint = ENT_HINT_SOURCE;
        }
        if (fields.fault)
            refuse(r, line, fields.fault);
        noted.note_line = line->number;
        if (!fields.fault)
            *relation = noted;
    }
    json_decref(object);
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

typedef ENT_VEC(brat_line) brat_lines;

static void split_lines(ent_arena *arena, ent_str bytes, brat_lines *out)
{
    ent_str rest = bytes, text;
    for (uint32_t number = 1; ent_str_split(&rest, ENT_STR("\n"), &text); number++) {
        brat_line line = {.number = number, .id = ENT_STR_EMPTY, .says = ENT_STR_EMPTY};
        if (!ent_str_trim(text).len)
            continue;
        if (ent_str_ends(text, ENT_STR("\r")))
            text.len--;
        ent_str_split(&text, ENT_STR("\t"), &line.id);
        if (text.data)
            ent_str_split(&text, ENT_STR("\t"), &line.says);
        line.words = text.data ? text : ENT_STR_EMPTY;
        ent_vec_push(arena, out, line);
    }
}

/* Reads the lines whose identifiers begin with this letter. */
static void read_all(brat_reader *r, const brat_lines *lines, char letter,
                     void (*read)(brat_reader *, const brat_line *))
{
    for (size_t i = 0; i < lines->n; i++)
        if (lines->items[i].id.len && lines->items[i].id.data[0] == letter)
            read(r, &lines->items[i]);
}

static void refuse_unread(const brat_reader *r, const brat_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        ent_str id = lines->items[i].id;
        char letter = id.len ? id.data[0] : ' ';
        if (letter == 'E')
            refuse(r, &lines->items[i], "events are not read, only mentions and relations");
        else if (letter == '*')
            refuse(r, &lines->items[i], "equivalences are not read; give both mentions one reference");
        else if (letter != 'T' && letter != 'R' && letter != 'A' && letter != 'M' && letter != 'N' && letter != '#')
            refuse(r, &lines->items[i], "is no line of a brat file");
    }
}

ent_notes ent_notes_read_brat(ent_arena *arena, const char *file, ent_str bytes, ent_str path, ent_str text,
                              ent_str annotator, const ent_refusals *refusals)
{
    ent_notes notes = {.file = file, .annotator = annotator, .path = path};
    brat_reader r = {
        .arena = arena, .refusals = refusals, .notes = &notes, .characters = ent_characters_of(arena, text)};
    brat_lines lines = {0};
    split_lines(arena, bytes, &lines);
    read_all(&r, &lines, 'T', read_mention);
    read_all(&r, &lines, 'N', read_reference);
    read_all(&r, &lines, 'R', read_relation);
    read_all(&r, &lines, '#', read_note);
    read_all(&r, &lines, 'A', read_attribute);
    read_all(&r, &lines, 'M', read_attribute);
    refuse_unread(&r, &lines);
    return notes;
}
