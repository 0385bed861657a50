/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions of several documents. A commit costs the more the more pages it touches, and one document touches the
 * indexes all over; what several touch is written once.
 *
 * What may not enter the store is refused before anything is written (validate.c). What fails after that is the file or
 * the disk: then the whole batch is undone, and the commit that was to make it last says why. */
#include "core/store/store_internal.h"

static ent_status fail_again(const ent_store *store, ent_error *err)
{
    if (err)
        *err = store->loss;
    return ENT_FAILED;
}

/* What is remembered holds only as long as nobody else has written. */
static ent_status catch_up(ent_store *store, ent_error *err)
{
    int64_t version = 0, n_edits = 0;
    ent_status status = ent_query_get_int(store, ENT_SQL_DATA_VERSION, ENT_NULL, &version, err);
    if (status != ENT_OK || version == store->data_version)
        return status;
    ent_cache_clear(&store->cache);
    store->data_version = version;
    const struct {
        ent_sql sql;
        int64_t *next;
    } ids[] = {{ENT_SQL_NEXT_DOCUMENT, &store->next_document},
               {ENT_SQL_NEXT_PASSAGE, &store->next_passage},
               {ENT_SQL_NEXT_RELATION, &store->next_relation},
               {ENT_SQL_NEXT_EVIDENCE, &store->next_evidence}};
    for (size_t i = 0; i < sizeof ids / sizeof *ids && status == ENT_OK; i++)
        status = ent_query_get_int(store, ids[i].sql, ENT_NULL, ids[i].next, err);
    if (status == ENT_OK)
        status = ent_query_get_int(store, ENT_SQL_COUNT_EDITS, ENT_NULL, &n_edits, err);
    store->any_edits = n_edits > 0;
    return status;
}

static void undo(ent_store *store)
{
    if (!sqlite3_get_autocommit(store->db)) /* some failures have rolled back already */
        ent_query_do(store, ENT_SQL_ROLLBACK, NULL, ENT_NULL);
    ent_cache_clear(&store->cache);
    ent_counts_forget(store);
    store->data_version = -1;
    store->edits = ENT_EDITS_SHOWN;
}

ent_status ent_store_begin(ent_store *store, ent_error *err)
{
    if (store->lost)
        return fail_again(store, err);
    if (!sqlite3_get_autocommit(store->db))
        return ENT_OK;
    ent_status status = ent_query_do(store, ENT_SQL_BEGIN, err, ENT_NULL);
    if (status != ENT_OK)
        return status;
    status = catch_up(store, err);
    if (status != ENT_OK)
        undo(store);
    return status;
}

ent_status ent_store_end(ent_store *store, ent_status status, ent_error *err)
{
    if (status == ENT_OK)
        status = ent_counts_write(store, err);
    if (status == ENT_OK)
        status = ent_edits_apply(store, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_COMMIT, err, ENT_NULL);
    if (status != ENT_OK)
        undo(store);
    return status;
}

void ent_batch_lose(ent_store *store, const ent_error *why)
{
    undo(store);
    store->lost = true;
    store->loss = *why;
}

ent_status ent_store_commit(ent_store *store, ent_error *err)
{
    if (store->lost) {
        store->lost = false;
        return fail_again(store, err);
    }
    return sqlite3_get_autocommit(store->db) ? ENT_OK : ent_store_end(store, ENT_OK, err);
}
