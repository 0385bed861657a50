/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/handle.h"

#include <stdlib.h>

enum { SEED = 20231 }; /* any fixed number: the same input gives the same answer */

void ent_igraph_begin(void)
{
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_rng_seed(igraph_rng_default(), SEED);
}

void ent_igraph_ints(igraph_vector_int_t *vector, size_t n)
{
    if (igraph_vector_int_init(vector, (igraph_integer_t)n))
        ent_out_of_memory();
}

void ent_igraph_reals(igraph_vector_t *vector, size_t n)
{
    if (igraph_vector_init(vector, (igraph_integer_t)n))
        ent_out_of_memory();
}

ent_status ent_igraph_fail(ent_error *err, igraph_error_t code)
{
    return ent_fail(err, ENT_FAILED, "network", "%s", igraph_strerror(code));
}

ent_network *ent_network_new(void)
{
    ent_network *network = ent_heap_resize(NULL, sizeof *network);
    *network = (ent_network){0};
    ent_igraph_begin();
    return network;
}

void ent_network_push_edge(ent_network *network, const ent_edge_row *edge)
{
    if (network->n_edges == network->edges_cap) {
        network->edges_cap = network->edges_cap ? network->edges_cap * 2 : 256;
        network->edges = ent_heap_resize(network->edges, network->edges_cap * sizeof *network->edges);
    }
    network->edges[network->n_edges++] = *edge;
}

uint32_t ent_network_source(const ent_network *network, const ent_edge_row *edge)
{
    return ent_rows_find(&network->vertices, edge->source.row);
}

uint32_t ent_network_target(const ent_network *network, const ent_edge_row *edge)
{
    return ent_rows_find(&network->vertices, edge->target.row);
}

/* One relation as an undirected pair, smaller vertex first. */
typedef struct end_pair {
    uint32_t end[2];
    uint32_t edge;
} end_pair;

/* Stable counting sort by one end: two of them order the pairs in time linear in edges and vertices. */
static void sort_pairs(const end_pair *from, end_pair *to, size_t n, size_t n_vertices, int end)
{
    size_t *place = ent_heap_resize(NULL, (n_vertices + 1) * sizeof *place);
    for (size_t v = 0; v <= n_vertices; v++)
        place[v] = 0;
    for (size_t i = 0; i < n; i++)
        place[from[i].end[end] + 1]++;
    for (size_t v = 0; v < n_vertices; v++)
        place[v + 1] += place[v];
    for (size_t i = 0; i < n; i++)
        to[place[from[i].end[end]]++] = from[i];
    free(place);
}

static end_pair *sorted_pairs(const ent_network *network)
{
    size_t n = network->n_edges;
    end_pair *pairs = ent_heap_resize(NULL, (n + 1) * sizeof *pairs);
    end_pair *spare = ent_heap_resize(NULL, (n + 1) * sizeof *spare);
    for (size_t i = 0; i < n; i++) {
        uint32_t s = ent_network_source(network, &network->edges[i]);
        uint32_t t = ent_network_target(network, &network->edges[i]);
        pairs[i] = (end_pair){.end = {s < t ? s : t, s < t ? t : s}, .edge = (uint32_t)i};
    }
    sort_pairs(pairs, spare, n, network->n_vertices, 1);
    sort_pairs(spare, pairs, n, network->n_vertices, 0);
    free(spare);
    return pairs;
}

static bool same_ends(const end_pair *a, const end_pair *b)
{
    return a->end[0] == b->end[0] && a->end[1] == b->end[1];
}

/* Groups equal pairs: `first` and `order`, and the ends of each group's edge, one after the other, in `ends`. */
static void group_pairs(ent_network *network, const end_pair *pairs, igraph_vector_int_t *ends)
{
    size_t n = network->n_edges;
    network->first = ent_heap_resize(NULL, (n + 1) * sizeof *network->first);
    network->order = ent_heap_resize(NULL, (n + 1) * sizeof *network->order);
    for (size_t i = 0; i < n; i++) {
        network->order[i] = pairs[i].edge;
        if (i > 0 && same_ends(&pairs[i], &pairs[i - 1]))
            continue;
        VECTOR(*ends)[2 * network->n_pairs] = pairs[i].end[0];
        VECTOR(*ends)[2 * network->n_pairs + 1] = pairs[i].end[1];
        network->first[network->n_pairs++] = i;
    }
    network->first[network->n_pairs] = n;
}

ent_status ent_network_build(ent_network *network, ent_error *err)
{
    end_pair *pairs = sorted_pairs(network);
    igraph_vector_int_t ends;
    ent_igraph_ints(&ends, 2 * network->n_edges);
    group_pairs(network, pairs, &ends);
    free(pairs);
    igraph_error_t code = igraph_vector_int_resize(&ends, (igraph_integer_t)(2 * network->n_pairs));
    if (!code)
        code = igraph_create(&network->simple, &ends, (igraph_integer_t)network->n_vertices, IGRAPH_UNDIRECTED);
    network->has_simple = !code;
    igraph_vector_int_destroy(&ends);
    return code ? ent_igraph_fail(err, code) : ENT_OK;
}

bool ent_edge_precedes(const ent_edge_row *x, const ent_edge_row *y, int64_t from)
{
    bool x_stated = x->type != ENT_MENTIONED_WITH, y_stated = y->type != ENT_MENTIONED_WITH;
    if (x_stated != y_stated)
        return x_stated;
    if (x->evidence != y->evidence)
        return x->evidence > y->evidence;
    if (x->type != y->type)
        return x->type < y->type;
    return x->source.row == from && y->source.row != from;
}

const ent_edge_row *ent_network_best_edge(const ent_network *network, size_t pair, uint32_t from)
{
    int64_t row = network->entities[from].id.row;
    const ent_edge_row *best = &network->edges[network->order[network->first[pair]]];
    for (size_t i = network->first[pair] + 1; i < network->first[pair + 1]; i++)
        if (ent_edge_precedes(&network->edges[network->order[i]], best, row))
            best = &network->edges[network->order[i]];
    return best;
}
