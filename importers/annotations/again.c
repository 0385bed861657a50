/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document comes with another text: what was said about the old one is looked for in the new one. */
#include "importers/annotations/annotate.h"
#include "importers/annotations/read_notes.h"

typedef struct again {
    ent_arena *arena;
    ent_refusals refusals;
    ent_notes notes; /* all that was said */
    size_t *n_lost;
} again;

static void count_lost(void *self, const char *file, uint32_t line, const char *why)
{
    again *a = self;
    (void)file;
    (void)line;
    (void)why;
    ++*a->n_lost;
}

static bool take_record(void *context, ent_str record)
{
    again *a = context;
    ent_notes_read_record(a->arena, ent_arena_str(a->arena, record), &a->refusals, &a->notes);
    return true;
}

/* The facts of `added` behind those of the document. An entity may then stand there twice: the store knows it by key.
 */
static void join(ent_arena *arena, ent_facts *facts, const ent_facts *added)
{
    uint32_t first = (uint32_t)facts->entities.n;
    for (size_t i = 0; i < added->entities.n; i++)
        ent_vec_push(arena, &facts->entities, added->entities.items[i]);
    for (size_t i = 0; i < added->mentions.n; i++) {
        ent_fact_mention mention = added->mentions.items[i];
        mention.entity += first;
        ent_vec_push(arena, &facts->mentions, mention);
    }
    for (size_t i = 0; i < added->relations.n; i++) {
        ent_fact_relation relation = added->relations.items[i];
        relation.source += first;
        relation.target += first;
        ent_vec_push(arena, &facts->relations, relation);
    }
}

ent_status ent_annotate_again(ent_store *store, const ent_knowledge *knowledge, ent_arena *arena, ent_facts *facts,
                              size_t *n_lost, ent_error *err)
{
    again a = {.arena = arena, .notes = {.file = "annotation", .annotator = ENT_STR_EMPTY}, .n_lost = n_lost};
    ent_facts added;
    a.refusals = (ent_refusals){count_lost, &a};
    ent_applier applier = {arena, store, knowledge, a.refusals};
    ent_status status = ent_store_each_annotation(store, facts->path, take_record, &a, err);
    if (status != ENT_OK || a.notes.mentions.n + a.notes.relations.n == 0)
        return status;
    status = ent_notes_apply(&applier, &a.notes, facts, &added, err);
    if (status == ENT_OK)
        join(arena, facts, &added);
    return status;
}
