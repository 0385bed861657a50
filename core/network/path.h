/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two entities are connected, asked of the store's own adjacency: a bidirectional breadth-first search that widens the smaller
 * frontier and reads nothing else of the database. Direction is ignored in walking and kept in the answer. */
#ifndef ENT_NETWORK_PATH_H
#define ENT_NETWORK_PATH_H

#include "core/store/store.h"

typedef struct ent_path {
    size_t n_hops;
    ent_entity_id *nodes; /* n_hops + 1, from first to last */
    ent_edge_row *edges;  /* n_hops: of several between two nodes, a stated one before mentioned_with, then the one
                           * with most evidence, then the smaller type, then the one that runs the way of the path */
} ent_path;

typedef struct ent_path_options {
    size_t max_hops;       /* longest path; 0: 8 */
    bool all_shortest;     /* every shortest path, not only the first of them */
    size_t limit;          /* at most so many of all shortest */
    size_t k;              /* the k shortest simple paths; 0: not asked */
    const ent_entity_id *avoid; /* run through none of these (a and b themselves are never avoided) */
    size_t n_avoid;
    ent_kinds via;         /* 0: no wish; else the shortest paths that have an inner node of these kinds */
} ent_path_options;

typedef ENT_VEC(ent_path) ent_path_vec;

/* Simple paths from a to b, shortest first, then by the keys of their nodes; none when they are not connected within max_hops.
 * *capped says that more shortest ones exist than `limit`. With `k` or `via` the selected network is loaded (Yen 1971,
 * doi:10.1287/mnsc.17.11.712, by igraph; of several equally long k-th paths igraph's first). A search for `via` that would take
 * too long is an error. */
ent_status ent_path_search(ent_store *store, ent_arena *arena, const ent_selection *selection, ent_entity_id a,
                           ent_entity_id b, const ent_path_options *options, ent_path_vec *paths, bool *capped,
                           ent_error *err);

#endif
