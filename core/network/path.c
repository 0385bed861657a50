/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/path.h"

#include "core/network/search.h"

enum { DEFAULT_HOPS = 8 };

ent_status ent_path_search(ent_store *store, ent_arena *arena, const ent_selection *selection, ent_entity_id a,
                           ent_entity_id b, const ent_path_options *options, ent_path_vec *paths, bool *capped,
                           ent_error *err)
{
    ent_path_task task = {store, arena, selection, a, b, *options, paths, capped};
    if (!task.options.max_hops)
        task.options.max_hops = DEFAULT_HOPS;
    *paths = (ent_path_vec){0};
    *capped = false;
    if (options->k || options->via)
        return ent_search_alternatives(&task, err);
    return ent_search_shortest(&task, err);
}
