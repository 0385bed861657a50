/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions are most of all rows. They go in in the order of their key, so that each goes behind the last. */
#include "core/store/store_internal.h"

#include <stdlib.h>

typedef struct placed {
    int64_t passage, entity; /* rows */
    size_t begin, end;
    float confidence;
} placed;

/* By place, then entity, the surest first. */
static int by_place(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    if (x->passage != y->passage)
        return x->passage < y->passage ? -1 : 1;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    if (x->entity != y->entity)
        return x->entity < y->entity ? -1 : 1;
    return (x->confidence < y->confidence) - (x->confidence > y->confidence);
}

static bool same_mention(const placed *a, const placed *b)
{
    return a->passage == b->passage && a->begin == b->begin && a->end == b->end && a->entity == b->entity;
}

/* The mentions in order, each once. */
static size_t sort_mentions(ent_arena *arena, const ent_facts *facts, const ent_places *places, placed **out)
{
    size_t n = facts->mentions.n, kept = 0;
    placed *all = ENT_ARENA_NEW(arena, placed, n);
    for (size_t i = 0; i < n; i++) {
        const ent_fact_mention *m = &facts->mentions.items[i];
        all[i] = (placed){places->passages[m->passage], places->entities[m->entity], m->begin, m->end, m->confidence};
    }
    if (n)
        qsort(all, n, sizeof *all, by_place);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || !same_mention(&all[i], &all[kept - 1]))
            all[kept++] = all[i];
    *out = all;
    return kept;
}

static void count(ent_store *store, int64_t entity)
{
    while (store->named.n <= (size_t)entity)
        ent_vec_push(&store->batch, &store->named, 0);
    store->named.items[entity]++;
}

ent_status ent_write_mentions(ent_store *store, const ent_facts *facts, const ent_places *places, ent_error *err)
{
    placed *mentions;
    size_t n = sort_mentions(&store->scratch, facts, places, &mentions);
    ent_rows rows = {.n_columns = 5};
    for (size_t i = 0; i < n; i++) {
        ent_value *row = ent_rows_add(&store->scratch, &rows);
        row[0] = ENT_INT(mentions[i].passage);
        row[1] = ENT_INT(mentions[i].begin);
        row[2] = ENT_INT(mentions[i].end);
        row[3] = ENT_INT(mentions[i].entity);
        row[4] = ENT_REAL(ent_rounded(mentions[i].confidence));
        count(store, mentions[i].entity);
    }
    return ent_query_do(store, ENT_SQL_ADD_MENTIONS, err, ENT_ROWS(&rows));
}

/* ---- counts ------------------------------------------------------------------------------------------------------ */

void ent_counts_forget(ent_store *store)
{
    store->named.items = NULL;
    store->named.n = store->named.cap = 0;
    ent_arena_reset(&store->batch);
}

ent_status ent_counts_write(ent_store *store, ent_error *err)
{
    ent_rows rows = {.n_columns = 2};
    for (size_t entity = 0; entity < store->named.n; entity++)
        if (store->named.items[entity]) {
            ent_value *row = ent_rows_add(&store->batch, &rows);
            row[0] = ENT_INT(entity);
            row[1] = ENT_INT(store->named.items[entity]);
        }
    ent_status status = ent_query_do(store, ENT_SQL_RAISE_MENTIONS, err, ENT_ROWS(&rows));
    ent_counts_forget(store);
    return status;
}
