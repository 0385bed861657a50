/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stored, as it was read and as it is shown: an import goes the same way with what it adds as an edit does with
 * everything. */
#include "core/store/edit_internal.h"

/* Relations were made and removed. */
static ent_status find_next_relation(ent_store *store, ent_error *err)
{
    return ent_query_get_int(store, ENT_SQL_NEXT_RELATION, ENT_NULL, &store->next_relation, err);
}

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
