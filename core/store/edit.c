/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making an edit and taking one back: everything is put as it was read, the log is changed, and what is active is
 * applied anew. There is one way to apply edits, whatever came first, so that their order does not matter; an import
 * goes the same way with what it adds. */
#include "core/model/key.h"
#include "core/store/edit_internal.h"

#include <stdio.h>
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

/* Relations were made and removed. */
static ent_status find_next_relation(ent_store *store, ent_error *err)
{
    return ent_query_get_int(store, ENT_SQL_NEXT_RELATION, ENT_NULL, &store->next_relation, err);
}

/* ---- as it was read, as it is shown ------------------------------------------------------------------------------ */

ent_status ent_edits_lift(ent_store *store, ent_error *err)
{
    if (!store->any_edits || store->edits != ENT_EDITS_SHOWN)
        return ENT_OK;
    store->edits = ENT_EDITS_LIFTED;
    return ent_edits_lift_entities(store, err);
}

ent_status ent_edits_restore(ent_store *store, ent_error *err)
{
    if (!store->any_edits || store->edits == ENT_EDITS_RESTORED)
        return ENT_OK;
    ent_status status = ent_counts_write(store, err);
    if (status == ENT_OK)
        status = ent_edits_lift(store, err);
    store->edits = ENT_EDITS_RESTORED;
    if (status == ENT_OK)
        status = ent_edits_restore_mentions(store, err);
    if (status == ENT_OK)
        status = ent_edits_restore_evidence(store, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_FORGET_APPLIED, err, ENT_NULL);
    return status == ENT_OK ? find_next_relation(store, err) : status;
}

/* What became of the entities is known anew each time; what became of relations only of those read since. */
static ent_status write_found(const ent_ways *ways, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; i < ways->edits.n && status == ENT_OK; i++) {
        const ent_edit *edit = &ways->edits.items[i];
        bool of_entity = ent_edit_is_of_entity(edit);
        if (ways->found[i] != edit->applied && (of_entity || ways->found[i]))
            status = ent_query_do(ways->store, ENT_SQL_SET_APPLIED, err, ENT_INT(edit->id), ENT_INT(ways->found[i]));
    }
    return status;
}

static ent_status apply(ent_ways *ways, ent_error *err)
{
    static ent_status (*const steps[])(ent_ways *, ent_error *) = {ent_edits_apply_entities, ent_edits_apply_mentions,
                                                                   ent_edits_apply_evidence, ent_edits_apply_added};
    ent_status status = ent_edits_load(ways->store, ways->arena, true, &ways->edits, err);
    if (status == ENT_OK)
        ent_ways_make(ways);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == ENT_OK; i++)
        status = steps[i](ways, err);
    return status == ENT_OK ? write_found(ways, err) : status;
}

ent_status ent_edits_apply(ent_store *store, ent_error *err)
{
    if (!store->any_edits || store->edits == ENT_EDITS_SHOWN)
        return ENT_OK;
    ent_arena arena = {0};
    ent_ways ways = {.store = store, .arena = &arena};
    ent_status status = apply(&ways, err);
    ent_arena_clear(&arena);
    store->edits = ENT_EDITS_SHOWN;
    return status == ENT_OK ? find_next_relation(store, err) : status;
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

/* ---- the log ----------------------------------------------------------------------------------------------------- */

static ent_status refuse(ent_error *err, ent_str what, const char *why)
{
    char words[sizeof err->what];
    snprintf(words, sizeof words, ENT_STR_FMT, ENT_STR_ARG(what));
    return ent_fail(err, ENT_USAGE, words, "%s", why);
}

static ent_status check(const ent_edit *edit, ent_error *err)
{
    ent_kind from, to = ENT_STATE;
    ent_str slug;
    if (!ent_key_parse(edit->entity, &from, &slug))
        return refuse(err, edit->entity, "is no key of an entity");
    if (edit->target.len && !ent_key_parse(edit->target, &to, &slug))
        return refuse(err, edit->target, "is no key of an entity");
    if (edit->what == ENT_EDIT_ADD_RELATION &&
        (edit->type >= ENT_MENTIONED_WITH || !ent_relation_allows(edit->type, from, to)))
        return refuse(err, ent_str_from(ent_relation_name(edit->type)), "is not allowed between these kinds");
    if (edit->what == ENT_EDIT_ADD_RELATION && ent_str_eq(edit->entity, edit->target))
        return refuse(err, edit->entity, "would be related to itself");
    return ENT_OK;
}

static ent_status refuse_circles(ent_store *store, ent_arena *arena, ent_edit *edit, ent_error *err)
{
    ent_ways ways = {.store = store, .arena = arena};
    ent_status status = ent_edits_load(store, arena, true, &ways.edits, err);
    if (status != ENT_OK)
        return status;
    ent_vec_push(arena, &ways.edits, *edit);
    ent_ways_make(&ways);
    if (ent_ways_circle(&ways))
        return refuse(err, edit->target, "is made this entity by earlier edits: undo them first");
    return ENT_OK;
}

/* Everything as it was read, with the log open to be changed. */
static ent_status open_log(ent_store *store, ent_error *err)
{
    if (store->mode == ENT_STORE_READ)
        return ent_fail(err, ENT_FAILED, store->path, "was opened for reading only");
    ent_arena_reset(&store->scratch);
    ent_status status = ent_store_begin(store, err);
    return status == ENT_OK ? ent_edits_restore(store, err) : status;
}

static ent_status close_log(ent_store *store, ent_status status, ent_error *err)
{
    store->any_edits = true; /* there was at least the one that is taken back */
    store->edits = ENT_EDITS_RESTORED;
    status = ent_store_end(store, status, err);
    ent_cache_clear(&store->cache);
    store->data_version = -1;
    return status;
}

ent_status ent_store_edit(ent_store *store, ent_edit *edit, ent_error *err)
{
    ent_arena arena = {0};
    ent_status status = check(edit, err);
    if (status != ENT_OK)
        return status;
    status = open_log(store, err);
    if (status == ENT_OK)
        status = refuse_circles(store, &arena, edit, err);
    if (status == ENT_OK)
        status = ent_edits_know_name(store, edit, err);
    if (status == ENT_OK)
        status = ent_edits_log(store, edit, err);
    if (status == ENT_OK)
        status = ent_edits_change_name(store, edit->id, err);
    ent_arena_clear(&arena);
    return close_log(store, status, err);
}

ent_status ent_store_undo(ent_store *store, int64_t id, ent_error *err)
{
    ent_status status = open_log(store, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_UNDO_EDIT, err, ENT_INT(id));
    if (status == ENT_OK && sqlite3_changes(store->db) == 0) {
        char what[32];
        snprintf(what, sizeof what, "%lld", (long long)id);
        status = ent_fail(err, ENT_USAGE, what, "is the number of no edit that is active");
        ent_error_hint(err, "`entente edit list` lists them");
    }
    if (status == ENT_OK)
        status = ent_edits_change_name(store, id, err);
    return close_log(store, status, err);
}
