/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shortest paths over the store's own adjacency, nothing loaded. */
#ifndef ENT_NETWORK_SEARCH_H
#define ENT_NETWORK_SEARCH_H

#include "core/network/path.h"

/* What a search for paths is given and gives. */
typedef struct ent_path_task {
    ent_store *store;
    ent_arena *arena; /* of the answer */
    const ent_selection *selection;
    ent_entity_id a, b;
    ent_path_options options; /* max_hops set */
    ent_path_vec *paths;
    bool *capped;
} ent_path_task;

ent_status ent_search_shortest(const ent_path_task *task, ent_error *err);
/* The k shortest, or those via a kind: over the loaded network. */
ent_status ent_search_alternatives(const ent_path_task *task, ent_error *err);

#endif
