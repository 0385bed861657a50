/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A selection of the store as a graph in memory, vertices sorted by key. This room is the only one that knows igraph; the
 * handle hides it. */
#ifndef ENT_NETWORK_NETWORK_H
#define ENT_NETWORK_NETWORK_H

#include "core/store/store.h"

typedef struct ent_network ent_network;

typedef struct ent_vertex { uint32_t index; } ent_vertex; /* place in the order of keys */

/* Loads what is selected. Entities without a selected relation are left out. */
ent_status ent_network_load(ent_store *store, const ent_selection *selection, ent_network **out, ent_error *err);
void ent_network_free(ent_network *network); /* NULL is fine */

size_t ent_network_n_vertices(const ent_network *network);
size_t ent_network_n_edges(const ent_network *network);
/* Strings live as long as the network. */
const ent_entity_row *ent_network_entity(const ent_network *network, ent_vertex vertex);
/* false when the entity has no selected relation. */
bool ent_network_find(const ent_network *network, ent_entity_id entity, ent_vertex *out);
/* Edge i, with its ends as rows of the store. */
const ent_edge_row *ent_network_edge(const ent_network *network, size_t i);

#endif
