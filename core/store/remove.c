/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking out what came from a document whose bytes have changed. Entities and relations stay until the new facts are
 * in: most come again, and keep their rows. */
#include "core/store/store_internal.h"

static ent_status list_ids(ent_store *store, ent_sql sql, int64_t document, ent_ids *out, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind(&query, ENT_INT(document));
    while (ent_query_next(&query))
        ent_vec_push(&store->scratch, out, ent_query_int(&query, 0));
    return ent_query_close(&query, err);
}

ent_status ent_do_for_each(ent_store *store, ent_sql sql, const ent_ids *ids, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    for (size_t i = 0; i < ids->n; i++) {
        ent_query_bind(&query, ENT_INT(ids->items[i]));
        ent_query_run(&query);
    }
    return ent_query_close(&query, err);
}

/* The full-text index must be given the words it is to forget. */
static ent_status remove_full_text(ent_store *store, int64_t document, ent_error *err)
{
    ent_query passages = ent_query_open(store, ENT_SQL_DOCUMENT_PASSAGES);
    ent_query remove = ent_query_open(store, ENT_SQL_REMOVE_PASSAGE_TEXT);
    ent_cutter cutter = {.store = store};
    ent_query_bind(&passages, ENT_INT(document));
    bool whole = true;
    while (whole && ent_query_next(&passages)) {
        ent_str text;
        whole = ent_cut(&cutter, document, ent_query_int(&passages, 1), ent_query_int(&passages, 2), &text);
        if (!whole)
            break;
        ent_query_bind(&remove, ENT_INT(ent_query_int(&passages, 0)), ENT_TEXT(text));
        ent_query_run(&remove);
    }
    ent_cutter_clear(&cutter);
    ent_status removed = ent_query_close(&remove, err);
    ent_status read = ent_query_close(&passages, removed == ENT_OK ? err : NULL);
    if (removed != ENT_OK || read != ENT_OK)
        return ENT_FAILED;
    return whole ? ENT_OK : ent_cut_fail(store, err, document);
}

/* The renderings of a work whose first document goes its own way: the next one becomes their first. */
static ent_status rehome_renderings(ent_store *store, int64_t document, ent_error *err)
{
    int64_t next = 0;
    ent_status status = ent_query_get_int(store, ENT_SQL_NEXT_RENDERING, ENT_INT(document), &next, err);
    if (status == ENT_OK && next)
        status = ent_query_do(store, ENT_SQL_MOVE_RENDERINGS, err, ENT_INT(document), ENT_INT(next));
    return status;
}

ent_status ent_remove_content(ent_store *store, int64_t document, ent_leavings *out, ent_error *err)
{
    static const ent_sql removals[] = {ENT_SQL_REMOVE_EVIDENCE, ENT_SQL_REMOVE_MENTIONS, ENT_SQL_REMOVE_PASSAGES,
                                       ENT_SQL_REMOVE_SECTIONS};
    ent_status status = ent_counts_write(store, err);
    if (status == ENT_OK)
        status = list_ids(store, ENT_SQL_DOCUMENT_ENTITIES, document, &out->entities, err);
    if (status == ENT_OK)
        status = list_ids(store, ENT_SQL_DOCUMENT_RELATIONS, document, &out->relations, err);
    if (status == ENT_OK)
        status = remove_full_text(store, document, err);
    for (size_t i = 0; i < sizeof removals / sizeof *removals && status == ENT_OK; i++)
        status = ent_query_do(store, removals[i], err, ENT_INT(document));
    if (status == ENT_OK)
        status = ent_work_unindex(store, document, err);
    if (status == ENT_OK)
        status = rehome_renderings(store, document, err);
    if (status == ENT_OK)
        status = ent_do_for_each(store, ENT_SQL_RECOUNT_RELATION, &out->relations, err);
    if (status == ENT_OK)
        status = ent_do_for_each(store, ENT_SQL_RECOUNT_ENTITY, &out->entities, err);
    return status;
}

ent_status ent_remove_sweep(ent_store *store, const ent_leavings *leavings, ent_error *err)
{
    ent_status status = ent_counts_write(store, err); /* what is bare is told by its count of mentions */
    if (status == ENT_OK)
        status = ent_do_for_each(store, ENT_SQL_REMOVE_BARE_RELATION, &leavings->relations, err);
    if (status == ENT_OK)
        status = ent_do_for_each(store, ENT_SQL_REMOVE_BARE_ENTITY, &leavings->entities, err);
    if (status == ENT_OK)
        status = ent_do_for_each(store, ENT_SQL_REMOVE_BARE_ALIASES, &leavings->entities, err);
    return status;
}
