/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mentioned_with over the whole network: one scan of the mentions, its pairs gathered and counted in memory. What is
 * kept is at most a few times the pairs there are, however often each occurs. */
#include "core/store/store_internal.h"

#include <stdlib.h>

enum { FIRST_PAIRS = 4096 };

/* An entity of a selected kind, and its place in the order of keys: the source of a pair is the one before. */
typedef struct ranked {
    int64_t entity;
    size_t rank;
} ranked;

typedef struct pair {
    int64_t source, target;
    int64_t n; /* sentences */
} pair;

typedef struct gatherer {
    ent_arena arena;
    ENT_VEC(ranked) entities; /* by row */
    ENT_VEC(ranked) sentence; /* those named in the sentence at hand */
    pair *pairs;              /* heap */
    size_t n, cap;
} gatherer;

static int by_entity(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    return (x->entity > y->entity) - (x->entity < y->entity);
}

static int by_rank(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static int by_ends(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static ent_status rank_entities(ent_store *store, const ent_selection *selection, gatherer *g, ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_SELECT_ENTITIES);
    ent_select_bind(&query, selection, 0, 0);
    while (ent_query_next(&query))
        ent_vec_push(&g->arena, &g->entities, (ranked){ent_query_int(&query, 0), g->entities.n});
    if (g->entities.n)
        qsort(g->entities.items, g->entities.n, sizeof *g->entities.items, by_entity);
    return ent_query_close(&query, err);
}

/* Makes one of equal pairs. */
static void combine(gatherer *g)
{
    size_t kept = 0;
    if (g->n)
        qsort(g->pairs, g->n, sizeof *g->pairs, by_ends);
    for (size_t i = 0; i < g->n; i++)
        if (kept && by_ends(&g->pairs[kept - 1], &g->pairs[i]) == 0)
            g->pairs[kept - 1].n += g->pairs[i].n;
        else
            g->pairs[kept++] = g->pairs[i];
    g->n = kept;
}

/* Room is doubled when combining has freed less than half of it, so that sorting stays rare. */
static void add_pair(gatherer *g, int64_t source, int64_t target)
{
    if (g->n == g->cap) {
        combine(g);
        if (g->n * 2 >= g->cap) {
            g->cap = g->cap ? g->cap * 2 : FIRST_PAIRS;
            g->pairs = ent_heap_resize(g->pairs, g->cap * sizeof *g->pairs);
        }
    }
    g->pairs[g->n++] = (pair){source, target, 1};
}

/* The pairs of one sentence, each once however often it names them. */
static void end_sentence(gatherer *g)
{
    ranked *named = g->sentence.items;
    size_t n = 0;
    if (g->sentence.n)
        qsort(named, g->sentence.n, sizeof *named, by_rank);
    for (size_t i = 0; i < g->sentence.n; i++)
        if (n == 0 || named[i].entity != named[n - 1].entity)
            named[n++] = named[i];
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            add_pair(g, named[i].entity, named[k].entity);
    g->sentence.n = 0;
}

static ent_status gather(ent_store *store, const ent_selection *selection, gatherer *g, ent_error *err)
{
    int64_t passage = 0;
    ent_query query = ent_query_open(store, ENT_SQL_EACH_MENTION);
    ent_select_bind(&query, selection, 0, 0);
    while (ent_query_next(&query)) {
        if (ent_query_int(&query, 0) != passage)
            end_sentence(g);
        passage = ent_query_int(&query, 0);
        ranked key = {ent_query_int(&query, 1), 0};
        const ranked *named = g->entities.n ? bsearch(&key, g->entities.items, g->entities.n, sizeof key, by_entity)
                                            : NULL;
        if (named)
            ent_vec_push(&g->arena, &g->sentence, *named);
    }
    end_sentence(g);
    combine(g);
    return ent_query_close(&query, err);
}

ent_status ent_each_mentioned(ent_store *store, const ent_selection *selection, ent_edge_fn fn, void *context,
                              ent_error *err)
{
    gatherer g = {0};
    ent_status status = rank_entities(store, selection, &g, err);
    if (status == ENT_OK)
        status = gather(store, selection, &g, err);
    bool more = status == ENT_OK;
    for (size_t i = 0; i < g.n && more; i++) {
        const pair *p = &g.pairs[i];
        ent_edge_row row = {
            .source = {p->source}, .target = {p->target}, .type = ENT_MENTIONED_WITH, .evidence = p->n};
        if (p->n >= selection->min_evidence)
            more = fn(context, &row);
    }
    free(g.pairs);
    ent_arena_clear(&g.arena);
    return status;
}
