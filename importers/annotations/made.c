/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/made.h"

#include "core/base/characters.h"
#include "core/front/facts_line.h"
#include "core/model/key.h"
#include "importers/annotations/quotes.h"
#include "importers/extract/extract.h"
#include "importers/readers/reader.h"

/* A key as entente makes them: nothing in it leads out of a folder. */
static ent_str wished_key(ent_arena *arena, ent_str document)
{
    ent_kind kind;
    ent_str slug, key = ent_key_make(arena, ENT_INSTRUMENT, document);
    return ent_key_parse(key, &kind, &slug) ? slug : ENT_STR_EMPTY;
}

ent_str ent_made_path(ent_arena *arena, const ent_notes *notes)
{
    if (notes->path.len)
        return notes->path;
    if (notes->document.len)
        return ent_arena_format(arena, "%s/" ENT_STR_FMT, notes->file, ENT_STR_ARG(notes->document));
    return ent_arena_format(arena, "%s/%u", notes->file, (unsigned)notes->line);
}

uint64_t ent_made_hash(const ent_facts *facts)
{
    ent_buf line = {0};
    ent_facts_line(facts, true, &line);
    uint64_t hash = ent_str_hash(ent_buf_str(&line));
    ent_buf_clear(&line);
    return hash;
}

/* ---- of a text --------------------------------------------------------------------------------------------------- */

/* Passages as they were, in order and inside the text. */
static bool take_passages(ent_arena *arena, const ent_notes *notes, ent_facts *out)
{
    ent_characters characters = ent_characters_of(arena, out->text);
    size_t behind = 0;
    for (size_t i = 0; i < notes->passages.n; i++) {
        ent_fact_passage p = notes->passages.items[i];
        p.begin = ent_characters_byte(&characters, p.begin);
        p.end = ent_characters_byte(&characters, p.end);
        if (p.begin < behind || p.end <= p.begin)
            return false;
        behind = p.end;
        ent_vec_push(arena, &out->passages, p);
        ent_vec_push(arena, &out->origins, (ent_origin){p.begin, p.begin, p.line});
    }
    return true;
}

/* What tells that another document renders the same work. */
static void add_shingles(ent_arena *arena, const ent_knowledge *knowledge, ent_facts *out)
{
    ent_document *document = ENT_ARENA_NEW(arena, ent_document, 1);
    ent_segments segments = {0};
    document->text = out->text;
    ent_vec_push(arena, &document->sections, (ent_section){.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY});
    for (size_t i = 0; i < out->passages.n; i++) {
        const ent_fact_passage *p = &out->passages.items[i];
        ent_block block = {.kind = ENT_BLOCK_PARAGRAPH, .begin = p->begin, .end = p->end, .line = p->line};
        ent_vec_push(arena, &document->blocks, block);
    }
    ent_segment(arena, &knowledge->vocabulary, document, &segments);
    ent_shingles(arena, &segments, out);
}

static bool read_text(ent_arena *arena, const ent_knowledge *knowledge, const ent_notes *notes,
                      const ent_refusals *refusals, ent_facts *out)
{
    ent_error err;
    ent_document *document = ENT_ARENA_NEW(arena, ent_document, 1);
    if (ent_read_bytes(arena, ent_made_path(arena, notes), notes->text, document, &err) != ENT_OK) {
        ent_refuse(refusals, notes->file, notes->line, "its text %s", err.why);
        return false;
    }
    ent_extract(arena, knowledge, document, out);
    return true;
}

/* Which meeting the document reports, where its line says so. */
static bool take_meeting(const ent_notes *notes, const ent_refusals *refusals, ent_facts *out)
{
    ent_kind kind;
    ent_str slug;
    if (!notes->meeting.len)
        return true;
    out->meeting = notes->meeting;
    if (ent_key_parse(notes->meeting, &kind, &slug) && kind == ENT_EVENT)
        return true;
    ent_refuse(refusals, notes->file, notes->line, "its meeting is not the key of an event");
    return false;
}

bool ent_made_of_text(ent_arena *arena, const ent_knowledge *knowledge, const ent_notes *notes,
                      const ent_refusals *refusals, ent_facts *out)
{
    *out = (ent_facts){.text = notes->text, .format = notes->format.len ? notes->format : ENT_STR("jsonl")};
    if (!notes->passages.n) {
        if (!read_text(arena, knowledge, notes, refusals, out))
            return false;
    } else if (!take_passages(arena, notes, out)) {
        ent_refuse(refusals, notes->file, notes->line, "its passages are not in order and inside the text");
        return false;
    } else {
        add_shingles(arena, knowledge, out);
    }
    if (!take_meeting(notes, refusals, out))
        return false;
    out->path = ent_made_path(arena, notes);
    out->key = wished_key(arena, notes->document);
    out->title = notes->title.len ? notes->title : out->title.len ? out->title : out->key;
    out->date = notes->date.len ? notes->date : out->date;
    out->hash = ent_made_hash(out);
    return true;
}

/* ---- of quotes --------------------------------------------------------------------------------------------------- */

void ent_made_of_quotes(ent_arena *arena, ent_notes *notes, ent_facts *out)
{
    *out = (ent_facts){.path = ent_made_path(arena, notes),
                       .format = ENT_STR("csv"),
                       .title = notes->document,
                       .date = ENT_STR_EMPTY,
                       .key = wished_key(arena, notes->document)};
    ent_quotes_collect(arena, notes, out);
}
