/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mentions of a hidden entity become those of the one it is shown as. Of two at one place, one is enough. */
#include "core/store/edit_internal.h"

static ent_status move(ent_store *store, const ent_moved *moved, ent_error *err)
{
    ent_status status = ent_query_do(store, ENT_SQL_KEEP_MENTIONS, err, ENT_INT(moved->id), ENT_INT(moved->to));
    if (status == ENT_OK && moved->to) {
        status = ent_query_do(store, ENT_SQL_MOVE_MENTIONS, err, ENT_INT(moved->id), ENT_INT(moved->to));
        int64_t n = sqlite3_changes64(store->db);
        if (status == ENT_OK)
            status = ent_query_do(store, ENT_SQL_ADD_TO_MENTIONS, err, ENT_INT(moved->to), ENT_INT(n));
    }
    return status == ENT_OK ? ent_query_do(store, ENT_SQL_REMOVE_MENTIONS_OF, err, ENT_INT(moved->id)) : status;
}

ent_status ent_edits_apply_mentions(ent_ways *ways, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; i < ways->moved.n && status == ENT_OK; i++)
        status = move(ways->store, &ways->moved.items[i], err);
    return status;
}

ent_status ent_edits_restore_mentions(ent_store *store, ent_error *err)
{
    static const ent_sql steps[] = {ENT_SQL_HIDE_MOVED_MENTIONS, ENT_SQL_SHOW_READ_MENTIONS,
                                    ENT_SQL_RECOUNT_READ_MENTIONS, ENT_SQL_FORGET_READ_MENTIONS};
    return ent_edits_do(store, steps, sizeof steps / sizeof *steps, ENT_NULL, err);
}
