/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/subjects.h"

/* The first event or forum that the heading names, or ENT_UNRESOLVED. */
static uint32_t named_in(const ent_mentions *mentions, uint32_t sentence)
{
    uint32_t forum = ENT_UNRESOLVED;
    for (uint32_t i = mentions->sentence_first.items[sentence]; i < mentions->sentence_first.items[sentence + 1]; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->entity == ENT_UNRESOLVED || (m->flags & ENT_MENTION_NESTED))
            continue;
        if (m->kind == ENT_EVENT)
            return m->entity;
        if (m->kind == ENT_FORUM && forum == ENT_UNRESOLVED)
            forum = m->entity;
    }
    return forum;
}

/* Whether an event is a numbered part of a meeting, as its key says: "…-panel-2", "…-session-3". What is said under its
 * heading was said in it. */
static bool is_sitting(ent_str key)
{
    static const char *const parts[] = {"-panel", "-session", "-meeting", "-segment"};
    size_t end = key.len;
    while (end > 0 && ent_is_digit(key.data[end - 1]))
        end--;
    if (end == key.len || end == 0 || key.data[end - 1] != '-')
        return false;
    ent_str rest = ent_str_slice(key, 0, end - 1);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (ent_str_ends(rest, ent_str_from(parts[i])))
            return true;
    return false;
}

/* The body that speaks in a resolution: "The General Assembly," alone in its paragraph. Else ENT_UNRESOLVED. */
static uint32_t speaking_body(const ent_segments *segments, const ent_mentions *mentions)
{
    ent_str text = segments->document->text;
    for (uint32_t s = 0; s < segments->sentences.n; s++) {
        uint32_t first = mentions->sentence_first.items[s];
        if (first == mentions->sentence_first.items[s + 1])
            continue;
        const ent_mention *m = &mentions->items.items[first];
        const ent_sentence *sentence = &segments->sentences.items[s];
        const ent_token *closing = &segments->tokens.items[sentence->last - 1];
        bool alone = m->kind == ENT_FORUM && m->entity != ENT_UNRESOLVED && m->first <= sentence->first + 1 &&
                     m->last + 1 == sentence->last;
        if (alone && text.data[closing->begin] == ',')
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

void ent_subjects_find(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions, ent_subjects *out)
{
    const ent_document *document = segments->document;
    uint32_t *subjects = ENT_ARENA_NEW(arena, uint32_t, document->sections.n + 1);
    uint32_t *sittings = ENT_ARENA_NEW(arena, uint32_t, document->sections.n + 1);
    for (size_t i = 0; i < document->sections.n; i++)
        subjects[i] = sittings[i] = ENT_UNRESOLVED;
    for (uint32_t s = 0; s < segments->sentences.n; s++) {
        const ent_block *block = &document->blocks.items[segments->sentences.items[s].block];
        if (block->kind == ENT_BLOCK_HEADING && subjects[block->section] == ENT_UNRESOLVED)
            subjects[block->section] = named_in(mentions, s);
    }
    for (size_t i = 1; i < document->sections.n; i++) { /* a parent stands before its children */
        uint32_t parent = document->sections.items[i].parent;
        bool sits = subjects[i] != ENT_UNRESOLVED && is_sitting(mentions->entities.items[subjects[i]].key);
        sittings[i] = sits ? subjects[i] : sittings[parent];
        if (subjects[i] == ENT_UNRESOLVED)
            subjects[i] = subjects[parent];
    }
    uint32_t whole = mentions->self_event != ENT_UNRESOLVED ? mentions->self_event : speaking_body(segments, mentions);
    if (whole == ENT_UNRESOLVED && document->sections.n > 1)
        whole = subjects[1]; /* what the title is about */
    for (size_t i = 0; i < document->sections.n; i++)
        if (subjects[i] == ENT_UNRESOLVED)
            subjects[i] = whole;
    *out = (ent_subjects){
        .of_section = subjects, .sitting = sittings, .event = mentions->self_event, .self = mentions->self_instrument};
}
