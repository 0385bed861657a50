/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/project.h"

#include "core/network/handle.h"

#include <stdlib.h>

enum { MAX_PAIRS = 50000000 };

/* Two vertices that share a neighbour, the smaller in the upper half. */
typedef struct pair_list {
    uint64_t *items;
    size_t n, cap;
} pair_list;

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void push_pair(pair_list *pairs, uint64_t a, uint64_t b)
{
    if (pairs->n == pairs->cap) {
        pairs->cap = pairs->cap ? pairs->cap * 2 : 1024;
        pairs->items = ent_heap_resize(pairs->items, pairs->cap * sizeof *pairs->items);
    }
    pairs->items[pairs->n++] = a < b ? a << 32 | b : b << 32 | a;
}

/* All pairs of the wanted neighbours of one vertex; false when they are too many. */
static bool pair_neighbours(const ent_network *network, ent_kinds onto, igraph_vector_int_t *near, pair_list *pairs)
{
    size_t wanted = 0, n = (size_t)igraph_vector_int_size(near);
    igraph_integer_t *vertices = igraph_vector_int_get_ptr(near, 0);
    for (size_t i = 0; i < n; i++)
        if (ent_kinds_has(onto, network->entities[vertices[i]].kind))
            vertices[wanted++] = vertices[i];
    if (wanted > 1 && wanted * (wanted - 1) / 2 > MAX_PAIRS - pairs->n)
        return false;
    for (size_t i = 0; i < wanted; i++)
        for (size_t k = i + 1; k < wanted; k++)
            push_pair(pairs, (uint64_t)vertices[i], (uint64_t)vertices[k]);
    return true;
}

static ent_status collect_pairs(const ent_network *network, ent_kinds onto, pair_list *pairs, ent_error *err)
{
    igraph_vector_int_t near;
    igraph_error_t code = IGRAPH_SUCCESS;
    ent_igraph_ints(&near, 0);
    bool fits = true;
    for (size_t v = 0; v < network->n_vertices && !code && fits; v++) {
        if (ent_kinds_has(onto, network->entities[v].kind))
            continue;
        code = igraph_neighbors(&network->simple, &near, (igraph_integer_t)v, IGRAPH_ALL);
        if (!code && igraph_vector_int_size(&near) > 1)
            fits = pair_neighbours(network, onto, &near, pairs);
    }
    igraph_vector_int_destroy(&near);
    if (code)
        return ent_igraph_fail(err, code);
    if (fits)
        return ENT_OK;
    ent_fail(err, ENT_FAILED, "projection", "more than %d pairs share a neighbour", MAX_PAIRS);
    ent_error_hint(err, "narrow the selection with --kind, --type or --document");
    return ENT_FAILED;
}

/* Equal pairs are neighbours after sorting: each run becomes one edge. */
static void add_edges(const ent_network *network, const pair_list *pairs, ent_network *out)
{
    for (size_t i = 0, end; i < pairs->n; i = end) {
        for (end = i + 1; end < pairs->n && pairs->items[end] == pairs->items[i];)
            end++;
        ent_edge_row edge = {
            .source = network->entities[pairs->items[i] >> 32].id,
            .target = network->entities[pairs->items[i] & UINT32_MAX].id,
            .type = ENT_MENTIONED_WITH,
            .evidence = (int64_t)(end - i),
        };
        ent_network_push_edge(out, &edge);
        ent_rows_set(&out->vertices, edge.source.row, 0);
        ent_rows_set(&out->vertices, edge.target.row, 0);
    }
}

static void add_entities(const ent_network *network, ent_network *out)
{
    out->entities = ent_heap_resize(NULL, (out->vertices.n + 1) * sizeof *out->entities);
    for (size_t v = 0; v < network->n_vertices; v++) {
        const ent_entity_row *entity = &network->entities[v];
        if (ent_rows_find(&out->vertices, entity->id.row) == ENT_ROWS_NONE)
            continue;
        ent_rows_set(&out->vertices, entity->id.row, (uint32_t)out->n_vertices);
        ent_entity_row *copy = &out->entities[out->n_vertices++];
        *copy = *entity;
        copy->key = ent_arena_str(&out->arena, entity->key);
        copy->name = ent_arena_str(&out->arena, entity->name);
        copy->attributes = ent_arena_str(&out->arena, entity->attributes);
    }
}

ent_status ent_network_project(const ent_network *network, ent_kinds onto, ent_network **out, ent_error *err)
{
    pair_list pairs = {0};
    *out = ent_network_new();
    ent_status status = collect_pairs(network, onto, &pairs, err);
    if (!status) {
        if (pairs.n > 1)
            qsort(pairs.items, pairs.n, sizeof *pairs.items, by_value);
        add_edges(network, &pairs, *out);
        add_entities(network, *out);
        status = ent_network_build(*out, err);
    }
    free(pairs.items);
    if (status) {
        ent_network_free(*out);
        *out = NULL;
    }
    return status;
}
