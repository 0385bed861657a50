/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views cut out of the whole network: its centre, or what is near one entity. */
#include "graphs/view.h"
#include "core/model/key.h"

#include <math.h>
#include <stdlib.h>

enum { OUT_OF_REACH = UINT32_MAX };

/* An entity that may be drawn. */
typedef struct candidate {
    uint32_t vertex, hops; /* hops from the focus; 0 where there is none */
    double value;
} candidate;

typedef struct candidates {
    ent_network *network;
    candidate *items; /* best first */
    size_t n;
} candidates;

static int best_first(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->hops != y->hops)
        return x->hops < y->hops ? -1 : 1;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return x->vertex < y->vertex ? -1 : x->vertex > y->vertex;
}

/* Hops from the focus, out to `most`: each round takes every relation of the network once. */
static void fill_hops(const ent_network *network, candidate *items, uint32_t focus, size_t most)
{
    for (size_t v = 0; v < ent_network_n_vertices(network); v++)
        items[v].hops = v == focus ? 0 : OUT_OF_REACH;
    for (uint32_t hops = 0; hops < most; hops++)
        for (size_t i = 0; i < ent_network_n_edges(network); i++) {
            ent_vertex s, t;
            const ent_edge_row *edge = ent_network_edge(network, i);
            ent_network_find(network, edge->source, &s);
            ent_network_find(network, edge->target, &t);
            if (items[s.index].hops == hops && items[t.index].hops == OUT_OF_REACH)
                items[t.index].hops = hops + 1;
            if (items[t.index].hops == hops && items[s.index].hops == OUT_OF_REACH)
                items[s.index].hops = hops + 1;
        }
}

/* All entities of the selection, ranked; with a focus, those within `hops` of it. */
static ent_status rank_candidates(const ent_view_request *request, const ent_entity_row *focus, size_t hops,
                                  candidates *ranking, ent_error *err)
{
    size_t n_sources;
    ent_vertex middle = {0};
    ent_status status = ent_network_load(request->store, request->selection, &ranking->network, err);
    if (status)
        return status;
    size_t n = ent_network_n_vertices(ranking->network);
    double *values = ENT_ARENA_NEW(request->arena, double, n + 1);
    status = ent_network_measure(ranking->network, request->size_by, values, &n_sources, err);
    if (status)
        return status;
    ranking->items = ENT_ARENA_NEW(request->arena, candidate, n + 1);
    for (size_t v = 0; v < n; v++)
        ranking->items[v] = (candidate){.vertex = (uint32_t)v, .value = isnan(values[v]) ? 0 : values[v]};
    if (focus && !ent_network_find(ranking->network, focus->id, &middle))
        return ENT_OK; /* it has no selected relation */
    if (focus)
        fill_hops(ranking->network, ranking->items, middle.index, hops);
    for (size_t v = 0; v < n; v++)
        if (ranking->items[v].hops != OUT_OF_REACH)
            ranking->items[ranking->n++] = ranking->items[v];
    if (ranking->n)
        qsort(ranking->items, ranking->n, sizeof *ranking->items, best_first);
    return ENT_OK;
}

/* Which of the first n candidates are joined to another of them. */
static bool *find_joined(const ent_view_request *request, const candidates *ranking, size_t n)
{
    size_t n_vertices = ent_network_n_vertices(ranking->network);
    bool *in = ENT_ARENA_NEW(request->arena, bool, n_vertices + 1);
    bool *joined = ENT_ARENA_NEW(request->arena, bool, n_vertices + 1);
    for (size_t i = 0; i < n; i++)
        in[ranking->items[i].vertex] = true;
    for (size_t i = 0; i < ent_network_n_edges(ranking->network); i++) {
        ent_vertex s, t;
        ent_network_find(ranking->network, ent_network_edge(ranking->network, i)->source, &s);
        ent_network_find(ranking->network, ent_network_edge(ranking->network, i)->target, &t);
        if (in[s.index] && in[t.index])
            joined[s.index] = joined[t.index] = true;
    }
    return joined;
}

/* The best candidates as nodes, their areas in proportion to the measure, and all relations among them. */
static ent_status fill_view(const ent_view_request *request, const candidates *ranking, ent_view *view, ent_error *err)
{
    ent_view_builder builder = ent_view_begin(request, view);
    size_t n = ranking->n < request->most ? ranking->n : request->most;
    const bool *joined = find_joined(request, ranking, n);
    double largest = 0;
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, ranking->items[i].value);
    for (size_t i = 0; i < n; i++) {
        const candidate *c = &ranking->items[i];
        if (!joined[c->vertex])
            continue;
        uint32_t node = ent_view_add_node(&builder, ent_network_entity(ranking->network, (ent_vertex){c->vertex}),
                                          largest > 0 ? sqrt(c->value / largest) : 0);
        view->nodes.items[node].hops = c->hops;
    }
    for (size_t i = 0; i < ent_network_n_edges(ranking->network) && !status; i++)
        status = ent_view_add_relation(&builder, ent_network_edge(ranking->network, i), err);
    view->n_left_out = ranking->n - view->nodes.n;
    return status;
}

ent_status ent_view_network(const ent_view_request *request, ent_view *view, ent_error *err)
{
    candidates ranking = {0};
    ent_status status = rank_candidates(request, NULL, 0, &ranking, err);
    if (!status)
        status = fill_view(request, &ranking, view, err);
    if (!status && view->n_left_out)
        view->title = ent_arena_format(request->arena, "The %zu most central of %zu entities, by %s", view->nodes.n,
                                       ranking.n, ent_measure_name(request->size_by));
    else if (!status)
        view->title = ent_arena_format(request->arena, "%zu entities, sized by %s", view->nodes.n,
                                       ent_measure_name(request->size_by));
    ent_network_free(ranking.network);
    return status;
}

ent_status ent_view_ego(const ent_view_request *request, const ent_entity_row *focus, size_t hops, ent_view *view,
                        ent_error *err)
{
    candidates ranking = {0};
    ent_status status = rank_candidates(request, focus, hops, &ranking, err);
    if (!status)
        status = fill_view(request, &ranking, view, err);
    for (size_t i = 0; !status && i < view->nodes.n; i++)
        view->nodes.items[i].focus = ent_str_eq(view->nodes.items[i].key, focus->key);
    if (!status)
        view->title = ent_arena_format(request->arena, "Within %zu relation%s of " ENT_STR_FMT, hops,
                                       hops == 1 ? "" : "s", ENT_STR_ARG(ent_short_name(focus->name, focus->attributes)));
    ent_network_free(ranking.network);
    return status;
}
