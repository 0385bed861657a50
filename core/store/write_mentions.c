/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions are most of all rows. They go in by eights, in the order of their key: a third less work than one by one. */
#include "core/store/store_internal.h"

#include <stdlib.h>

enum { BATCH = 8, COLUMNS = 5 }; /* as in ENT_SQL_ADD_MENTIONS */

/* By place, then entity, the surest first. */
static int by_place(const void *a, const void *b)
{
    const ent_fact_mention *x = a, *y = b;
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

static bool same_mention(const ent_fact_mention *a, const ent_fact_mention *b)
{
    return a->passage == b->passage && a->begin == b->begin && a->end == b->end && a->entity == b->entity;
}

/* The mentions in order, each once. */
static size_t sort_mentions(ent_arena *arena, const ent_facts *facts, ent_fact_mention **out)
{
    size_t n = facts->mentions.n, kept = 0;
    ent_fact_mention *all = ENT_ARENA_NEW(arena, ent_fact_mention, n);
    for (size_t i = 0; i < n; i++)
        all[i] = facts->mentions.items[i];
    if (n)
        qsort(all, n, sizeof *all, by_place);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || !same_mention(&all[i], &all[kept - 1]))
            all[kept++] = all[i];
    *out = all;
    return kept;
}

static void insert(ent_query *add, const ent_places *places, const ent_fact_mention *mentions, size_t n)
{
    ent_value values[BATCH * COLUMNS] = {0}; /* rows of NULLs are passed over */
    for (size_t i = 0; i < n; i++) {
        ent_value *row = values + i * COLUMNS;
        row[0] = ENT_INT(places->passages[mentions[i].passage]);
        row[1] = ENT_INT(mentions[i].begin);
        row[2] = ENT_INT(mentions[i].end);
        row[3] = ENT_INT(places->entities[mentions[i].entity]);
        row[4] = ENT_REAL(ent_rounded(mentions[i].confidence));
    }
    ent_query_bind_values(add, values, BATCH * COLUMNS);
    ent_query_run(add);
}

static ent_status raise_counts(ent_store *store, const ent_facts *facts, const ent_places *places,
                               const int64_t *counts, ent_error *err)
{
    ent_query raise = ent_query_open(store, ENT_SQL_RAISE_MENTIONS);
    for (size_t i = 0; i < facts->entities.n; i++) {
        if (!counts[i])
            continue;
        ent_query_bind(&raise, ENT_INT(places->entities[i]), ENT_INT(counts[i]));
        ent_query_run(&raise);
    }
    return ent_query_close(&raise, err);
}

ent_status ent_write_mentions(ent_store *store, const ent_facts *facts, const ent_places *places, ent_error *err)
{
    int64_t *counts = ENT_ARENA_NEW(&store->scratch, int64_t, facts->entities.n);
    ent_fact_mention *mentions;
    size_t n = sort_mentions(&store->scratch, facts, &mentions);
    ent_query add = ent_query_open(store, ENT_SQL_ADD_MENTIONS);
    for (size_t i = 0; i < n; i += BATCH)
        insert(&add, places, mentions + i, n - i < BATCH ? n - i : BATCH);
    ent_status status = ent_query_close(&add, err);
    for (size_t i = 0; i < n; i++)
        counts[mentions[i].entity]++;
    return status == ENT_OK ? raise_counts(store, facts, places, counts, err) : status;
}
