/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the steps of applying edits share. */
#include "core/store/edit_internal.h"

#include <stdlib.h>

ent_str ent_edit_rule(ent_arena *arena, const ent_edit *edit)
{
    return edit->by.len ? ent_arena_format(arena, "by hand: " ENT_STR_FMT, ENT_STR_ARG(edit->by)) : ENT_STR("by hand");
}

ent_status ent_edits_do(ent_store *store, const ent_sql *steps, size_t n, ent_value value, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n && status == ENT_OK; i++)
        status = ent_query_do(store, steps[i], err, value);
    return status;
}

static int by_id(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

ent_status ent_recount_relations(ent_store *store, ent_ids *relations, ent_error *err)
{
    size_t kept = 0;
    if (relations->n)
        qsort(relations->items, relations->n, sizeof *relations->items, by_id);
    for (size_t i = 0; i < relations->n; i++)
        if (kept == 0 || relations->items[kept - 1] != relations->items[i])
            relations->items[kept++] = relations->items[i];
    relations->n = kept;
    ent_status status = ent_do_for_each(store, ENT_SQL_RECOUNT_RELATION, relations, err);
    return status == ENT_OK ? ent_do_for_each(store, ENT_SQL_REMOVE_BARE_RELATION, relations, err) : status;
}
