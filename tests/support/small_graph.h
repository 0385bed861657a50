/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database for tests of what works on networks: nodes by number, edges as given, each with evidence of its own. */
#ifndef ENT_TESTS_SMALL_GRAPH_H
#define ENT_TESTS_SMALL_GRAPH_H

#include "core/store/store.h"

typedef struct small_edge {
    uint32_t source, target;
    ent_relation_type type;
    uint32_t evidence; /* pieces; 0 counts as 1 */
    ent_polarity polarity;
} small_edge;

/* Opens a new database at `path` with n nodes "n000", "n001", … of the given kinds (NULL: all topics) and the edges;
 * their keys are in the order of their numbers only within one kind. The test fails when that fails. */
ent_store *small_graph_open(const char *path, const ent_kind *kinds, uint32_t n, const small_edge *edges,
                            size_t n_edges);
/* The entity of a node. */
ent_entity_id small_graph_entity(ent_store *store, const ent_kind *kinds, uint32_t node);
/* Closes it and removes the file. */
void small_graph_close(ent_store *store, const char *path);

/* The next of a sequence that is the same on every machine (xorshift64*). */
uint32_t small_random(uint64_t *state, uint32_t below);

#endif
