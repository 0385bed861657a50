/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/extract.h"

#include "core/model/key.h"
#include "importers/extract/consistency.h"
#include "importers/extract/dates/dates.h"
#include "importers/extract/founders.h"
#include "importers/extract/gazetteer/joined_names.h"
#include "importers/extract/layout/layout.h"
#include "importers/extract/rules/relate.h"

/* Sentences become passages, one for one. */
static void add_passages(ent_arena *arena, const ent_segments *segments, ent_facts *facts)
{
    const ent_document *document = segments->document;
    for (size_t i = 0; i < segments->sentences.n; i++) {
        const ent_sentence *s = &segments->sentences.items[i];
        const ent_block *block = &document->blocks.items[s->block];
        size_t begin = segments->tokens.items[s->first].begin;
        ent_fact_passage passage = {.begin = begin,
                                    .end = segments->tokens.items[s->last - 1].end,
                                    .line = ent_document_origin(document, begin).line,
                                    .page = block->page,
                                    .section = document->sections.items[block->section].path};
        ent_vec_push(arena, &facts->passages, passage);
    }
}

/* Adds a form that neither the lexicon's list has nor the name is. */
static void add_form(ent_arena *arena, const ent_named *named, ent_str known, ent_str form, ent_str_vec *out)
{
    if (form.len && !ent_str_eq(form, named->name) && !ent_names_have(known, form))
        ent_vec_push(arena, out, form);
}

/* The lexicon's forms, the symbol and the forms seen here. Most often the lexicon has them all. */
static ent_str find_aliases(ent_arena *arena, const ent_lexicon *lexicon, const ent_named *named)
{
    ent_str_vec all = {0};
    ent_str known = ENT_STR_EMPTY, piece;
    if (named->entry != UINT32_MAX)
        known = ent_lexicon_entry_at(lexicon, named->entry)->aliases;
    add_form(arena, named, known, ent_attribute_get(named->attributes, ENT_STR("symbol")), &all);
    for (size_t i = 0; i < named->seen.n; i++)
        add_form(arena, named, known, named->seen.items[i], &all);
    if (!all.n && known.len)
        return known;
    while (known.len && ent_str_split(&known, ENT_STR(" | "), &piece))
        ent_vec_push(arena, &all, piece);
    return ent_names_join(arena, &all, named->name);
}

/* The document's entities that anything was found about; `numbers` maps the old numbers to the new. */
static void add_entities(ent_arena *arena, const ent_lexicon *lexicon, const ent_mentions *mentions, ent_facts *facts,
                         uint32_t *numbers)
{
    bool *used = ENT_ARENA_NEW(arena, bool, mentions->entities.n + 1);
    for (size_t i = 0; i < mentions->items.n; i++)
        if (mentions->items.items[i].entity != ENT_UNRESOLVED)
            used[mentions->items.items[i].entity] = true;
    for (size_t i = 0; i < facts->relations.n; i++)
        used[facts->relations.items[i].source] = used[facts->relations.items[i].target] = true;
    for (size_t i = 0; i < mentions->entities.n; i++) {
        const ent_named *named = &mentions->entities.items[i];
        if (!used[i])
            continue;
        numbers[i] = (uint32_t)facts->entities.n;
        ent_fact_entity entity = {named->key, named->kind, named->name, find_aliases(arena, lexicon, named),
                                  named->attributes};
        ent_vec_push(arena, &facts->entities, entity);
    }
}

static void add_mentions(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions,
                         const uint32_t *numbers, ent_facts *facts)
{
    for (size_t i = 0; i < mentions->items.n; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->entity == ENT_UNRESOLVED)
            continue;
        ent_fact_mention mention = {numbers[m->entity], m->sentence, segments->tokens.items[m->first].begin,
                                    segments->tokens.items[m->last - 1].end, m->confidence};
        ent_vec_push(arena, &facts->mentions, mention);
    }
}

void ent_extract_begin(ent_arena *arena, const ent_knowledge *knowledge, const ent_document *document, ent_reading *out)
{
    ent_segment(arena, &knowledge->vocabulary, document, &out->segments);
    ent_mentions_find(arena, knowledge->lexicon, &knowledge->vocabulary, &out->segments, &out->mentions);
    ent_layout_mentions(arena, knowledge, &out->segments, &out->mentions);
    ent_subjects_find(arena, &out->segments, &out->mentions, &out->subjects);
}

void ent_extract(ent_arena *arena, const ent_knowledge *knowledge, const ent_document *document, ent_facts *facts)
{
    ent_reading reading;
    *facts = (ent_facts){.path = document->path,
                         .format = document->format,
                         .title = document->title,
                         .date = document->date,
                         .hash = document->hash,
                         .text = document->text};
    facts->origins = document->origins;
    ent_extract_begin(arena, knowledge, document, &reading);
    if (reading.mentions.self_event != ENT_UNRESOLVED)
        facts->meeting = reading.mentions.entities.items[reading.mentions.self_event].key;
    add_passages(arena, &reading.segments, facts);
    ent_layout(arena, knowledge, &reading.segments, &reading.mentions, &reading.subjects, facts);
    ent_relate(arena, knowledge, &reading.segments, &reading.mentions, &reading.subjects, facts);
    ent_drop_own_bodies(arena, knowledge->lexicon, &reading.segments, &reading.mentions, facts);
    ent_dates_apply(arena, knowledge, &reading.segments, &reading.mentions, facts);
    ent_add_founders(arena, knowledge->lexicon, &reading.segments, &reading.mentions, facts);
    uint32_t *numbers = ENT_ARENA_NEW(arena, uint32_t, reading.mentions.entities.n + 1);
    add_entities(arena, knowledge->lexicon, &reading.mentions, facts, numbers);
    add_mentions(arena, &reading.segments, &reading.mentions, numbers, facts);
    for (size_t i = 0; i < facts->relations.n; i++) {
        facts->relations.items[i].source = numbers[facts->relations.items[i].source];
        facts->relations.items[i].target = numbers[facts->relations.items[i].target];
    }
    ent_shingles(arena, &reading.segments, facts);
}
