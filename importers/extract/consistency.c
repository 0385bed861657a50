/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/consistency.h"

/* The part_of relations, chained by source. */
typedef struct wholes {
    const ent_fact_relation *relations;
    uint32_t *first, *next; /* entity → relation + 1 → relation + 1; 0: none */
} wholes;

static wholes find_wholes(ent_arena *arena, size_t n_entities, const ent_facts *facts)
{
    wholes w = {facts->relations.items, ENT_ARENA_NEW(arena, uint32_t, n_entities + 1),
                ENT_ARENA_NEW(arena, uint32_t, facts->relations.n + 1)};
    for (size_t i = 0; i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        if (r->type != ENT_PART_OF || r->polarity != ENT_AFFIRMED)
            continue;
        w.next[i] = w.first[r->source];
        w.first[r->source] = (uint32_t)i + 1;
    }
    return w;
}

static bool is_part(const wholes *w, uint32_t part, uint32_t whole)
{
    for (uint32_t i = w->first[part]; i; i = w->next[i - 1])
        if (w->relations[i - 1].target == whole)
            return true;
    return false;
}

void ent_drop_own_bodies(ent_arena *arena, size_t n_entities, ent_facts *facts)
{
    wholes w = find_wholes(arena, n_entities, facts);
    bool *own = ENT_ARENA_NEW(arena, bool, facts->relations.n + 1);
    size_t kept = 0;
    for (size_t i = 0; i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        own[i] = r->type == ENT_DISCUSSES && is_part(&w, r->source, r->target);
    }
    for (size_t i = 0; i < facts->relations.n; i++)
        if (!own[i])
            facts->relations.items[kept++] = facts->relations.items[i];
    facts->relations.n = kept;
}
