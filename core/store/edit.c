/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making an edit and taking one back: everything is put as it was read, the log is changed, and what is active is
 * applied anew (edit_apply.c). There is one way to apply edits, whatever came first, so that their order does not
 * matter. */
#include "core/model/key.h"
#include "core/store/edit_internal.h"

#include <stdio.h>

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
