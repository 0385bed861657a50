/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/handle.h"

#include <stdlib.h>

/* A relation of an entity to itself connects nothing: it is left out. */
static bool take_edge(void *context, const ent_edge_row *row)
{
    ent_network *network = context;
    if (row->source.row == row->target.row)
        return true;
    ent_network_push_edge(network, row);
    ent_rows_set(&network->vertices, row->source.row, 0);
    ent_rows_set(&network->vertices, row->target.row, 0);
    return network->n_edges < UINT32_MAX;
}

/* Entities come by key, so the vertices are numbered by key. */
static bool take_entity(void *context, const ent_entity_row *row)
{
    ent_network *network = context;
    if (ent_rows_find(&network->vertices, row->id.row) == ENT_ROWS_NONE)
        return true;
    uint32_t vertex = (uint32_t)network->n_vertices++;
    ent_entity_row *entity = &network->entities[vertex];
    *entity = *row;
    entity->key = ent_arena_str(&network->arena, row->key);
    entity->name = ent_arena_str(&network->arena, row->name);
    entity->attributes = ent_arena_str(&network->arena, row->attributes);
    ent_rows_set(&network->vertices, row->id.row, vertex);
    return network->n_vertices < network->vertices.n;
}

static ent_status load(ent_store *store, const ent_selection *selection, ent_network *network, ent_error *err)
{
    ent_status status = ent_store_each_edge(store, selection, take_edge, network, err);
    if (status)
        return status;
    if (network->n_edges == UINT32_MAX)
        return ent_fail(err, ENT_FAILED, "network", "more than %u relations are selected", UINT32_MAX - 1);
    network->entities = ent_heap_resize(NULL, (network->vertices.n + 1) * sizeof *network->entities);
    status = ent_store_each_entity(store, ENT_KINDS_ALL, take_entity, network, err);
    if (status)
        return status;
    if (network->n_vertices != network->vertices.n)
        return ent_fail(err, ENT_FAILED, "network", "a relation of the database has an end that is no entity");
    return ent_network_build(network, err);
}

ent_status ent_network_load(ent_store *store, const ent_selection *selection, ent_network **out, ent_error *err)
{
    ent_network *network = ent_network_new();
    ent_status status = load(store, selection, network, err);
    if (status) {
        ent_network_free(network);
        network = NULL;
    }
    *out = network;
    return status;
}

void ent_network_free(ent_network *network)
{
    if (!network)
        return;
    if (network->has_simple)
        igraph_destroy(&network->simple);
    ent_rows_clear(&network->vertices);
    ent_arena_clear(&network->arena);
    free(network->entities);
    free(network->edges);
    free(network->first);
    free(network->order);
    free(network);
}

size_t ent_network_n_vertices(const ent_network *network)
{
    return network->n_vertices;
}

size_t ent_network_n_edges(const ent_network *network)
{
    return network->n_edges;
}

const ent_entity_row *ent_network_entity(const ent_network *network, ent_vertex vertex)
{
    return &network->entities[vertex.index];
}

bool ent_network_find(const ent_network *network, ent_entity_id entity, ent_vertex *out)
{
    uint32_t vertex = ent_rows_find(&network->vertices, entity.row);
    *out = (ent_vertex){vertex};
    return vertex != ENT_ROWS_NONE;
}

const ent_edge_row *ent_network_edge(const ent_network *network, size_t i)
{
    return &network->edges[i];
}
