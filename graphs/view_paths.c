/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/view.h"

#include "core/model/key.h"
#include "core/network/path.h"

static ent_status add_path(ent_view_builder *builder, const ent_path *path, ent_error *err)
{
    const ent_view_request *request = builder->request;
    ent_status status = ENT_OK;
    for (size_t i = 0; i <= path->n_hops && !status; i++) {
        ent_entity_row entity;
        status = ent_store_get_entity(request->store, request->arena, path->nodes[i], &entity, err);
        if (status)
            break;
        uint32_t node = ent_view_add_node(builder, &entity, 0);
        builder->view->nodes.items[node].hops = i; /* the same on all shortest paths */
        builder->view->nodes.items[node].focus = i == 0 || i == path->n_hops;
    }
    return status;
}

/* A pair that several paths share is drawn once. */
static ent_status add_hops(ent_view_builder *builder, const ent_path_vec *paths, ent_error *err)
{
    const ent_view_request *request = builder->request;
    ent_map drawn = {0};
    for (size_t i = 0; i < paths->n; i++)
        for (size_t k = 0; k < paths->items[i].n_hops; k++) {
            const ent_edge_row *edge = &paths->items[i].edges[k];
            ent_str key = ent_arena_format(request->arena, "%lld %lld %d", (long long)edge->source.row,
                                           (long long)edge->target.row, (int)edge->type);
            if (ent_map_find_or_set(request->arena, &drawn, key, (uint32_t)i) != i)
                continue;
            ent_status status = ent_view_add_relation(builder, edge, err);
            if (status)
                return status;
        }
    return ENT_OK;
}

ent_status ent_view_paths(const ent_view_request *request, const ent_entity_row *from, const ent_entity_row *to,
                          ent_view *view, ent_error *err)
{
    ent_path_vec paths;
    bool capped;
    ent_path_options options = {.all_shortest = true, .limit = request->most};
    ent_view_builder builder = ent_view_begin(request, view);
    ent_status status = ent_path_search(request->store, request->arena, request->selection, from->id, to->id, &options,
                                        &paths, &capped, err);
    for (size_t i = 0; i < paths.n && !status; i++)
        status = add_path(&builder, &paths.items[i], err);
    if (!status)
        status = add_hops(&builder, &paths, err);
    view->flows = true;
    view->more_paths = capped;
    view->title = ent_arena_format(request->arena, "From " ENT_STR_FMT " to " ENT_STR_FMT,
                                 ENT_STR_ARG(ent_short_name(from->name, from->attributes)),
                                 ENT_STR_ARG(ent_short_name(to->name, to->attributes)));
    return status;
}
