/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind ent_network, for this room only.
 *
 * igraph holds no strings and, with several relations between two entities, would count a neighbour several times. So the rows
 * of the store stand in our own arrays, and the igraph graph is the simple undirected one: its edge i joins two
 * vertices by all the relations order[first[i]] … order[first[i + 1]], whichever way they run. */
#ifndef ENT_NETWORK_HANDLE_H
#define ENT_NETWORK_HANDLE_H

#include "core/network/network.h"
#include "core/network/rows.h"

#include <igraph/igraph.h>

struct ent_network {
    ent_arena arena; /* strings of the entities */
    ent_entity_row *entities;
    size_t n_vertices;
    ent_edge_row *edges;
    size_t n_edges, edges_cap;
    ent_rows vertices; /* entity row → vertex */
    igraph_t simple;
    bool has_simple;
    size_t n_pairs; /* edges of `simple` */
    size_t *first;  /* n_pairs + 1 */
    uint32_t *order; /* places in `edges` */
};

/* Sets igraph's handlers (its own abort) and its generator's seed. Before anything else of igraph. */
void ent_igraph_begin(void);
/* Vectors of n zeros; no memory ends the process, as everywhere. */
void ent_igraph_ints(igraph_vector_int_t *vector, size_t n);
void ent_igraph_reals(igraph_vector_t *vector, size_t n);
/* An igraph error as one of ours. */
ent_status ent_igraph_fail(ent_error *err, igraph_error_t code);

ent_network *ent_network_new(void);
void ent_network_push_edge(ent_network *network, const ent_edge_row *edge);
/* Makes `simple`, `first` and `order` from the entities and edges. */
ent_status ent_network_build(ent_network *network, ent_error *err);
/* The vertices at the ends of an edge. */
uint32_t ent_network_source(const ent_network *network, const ent_edge_row *edge);
uint32_t ent_network_target(const ent_network *network, const ent_edge_row *edge);

/* Whether x says more than y about two nodes walked over from `from` to the other: stated before mentioned_with, then
 * more evidence, then the smaller type, then the one that runs the way of the walk. */
bool ent_edge_precedes(const ent_edge_row *x, const ent_edge_row *y, int64_t from);
/* The relation shown for edge `pair` of `simple` when it is walked from the vertex `from`. */
const ent_edge_row *ent_network_best_edge(const ent_network *network, size_t pair, uint32_t from);

#endif
