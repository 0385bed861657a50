/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A selection as parameters of statements. The documents it names, or whose date lies in its years, are put into the
 * table temp.selected once and stay there for all the questions about the same selection. */
#include "core/store/store_internal.h"

#include <stdio.h>

static bool is_every_document(const ent_selection *selection)
{
    return selection->n_documents == 0 && !selection->since_year && !selection->until_year;
}

void ent_select_bind(ent_query *query, const ent_selection *selection, int64_t a, int64_t b)
{
    ent_query_bind(query, ENT_INT(selection->types), ENT_INT(selection->kinds), ENT_INT(selection->polarity),
                   ENT_REAL(selection->min_confidence), ENT_INT(selection->min_evidence),
                   ENT_INT(is_every_document(selection)), ENT_INT(a), ENT_INT(b));
}

static ent_status insert_named(ent_store *store, const ent_selection *selection, ent_error *err)
{
    for (size_t i = 0; i < selection->n_documents; i++) {
        ent_str key = selection->documents[i];
        int64_t id = 0;
        ent_status status = ent_query_get_int(store, ENT_SQL_FIND_DOCUMENT, ENT_TEXT(key), &id, err);
        if (status == ENT_OK && !id) {
            char what[sizeof err->what];
            snprintf(what, sizeof what, ENT_STR_FMT, ENT_STR_ARG(key));
            ent_fail(err, ENT_USAGE, what, "there is no such document in %s", store->path);
            ent_error_hint(err, "`entente documents` lists them");
            return ENT_USAGE;
        }
        if (status == ENT_OK)
            status = ent_query_do(store, ENT_SQL_SELECT_DOCUMENT, err, ENT_TEXT(key));
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}

static ent_status fill(ent_store *store, const ent_selection *selection, ent_error *err)
{
    ent_status status = ent_query_do(store, ENT_SQL_FORGET_SELECTED, err, ENT_NULL);
    if (status == ENT_OK)
        status = selection->n_documents ? insert_named(store, selection, err)
                                        : ent_query_do(store, ENT_SQL_SELECT_ALL, err, ENT_NULL);
    if (status == ENT_OK && (selection->since_year || selection->until_year))
        status = ent_query_do(store, ENT_SQL_KEEP_YEARS, err, ENT_INT(selection->since_year),
                              ENT_INT(selection->until_year));
    return status;
}

ent_status ent_select_documents(ent_store *store, const ent_selection *selection, ent_error *err)
{
    if (is_every_document(selection))
        return ENT_OK;
    int64_t version = 0; /* another program may have written since */
    ent_status status = ent_query_get_int(store, ENT_SQL_DATA_VERSION, ENT_NULL, &version, err);
    if (status != ENT_OK)
        return status;
    ent_buf wanted = {0};
    ent_buf_format(&wanted, "%lld %d %d", (long long)version, selection->since_year, selection->until_year);
    for (size_t i = 0; i < selection->n_documents; i++)
        ent_buf_format(&wanted, "\n" ENT_STR_FMT, ENT_STR_ARG(selection->documents[i]));
    if (!ent_str_eq(ent_buf_str(&wanted), ent_buf_str(&store->selected))) {
        store->selected.len = 0;
        status = fill(store, selection, err);
        if (status == ENT_OK)
            ent_buf_add(&store->selected, ent_buf_str(&wanted));
    }
    ent_buf_clear(&wanted);
    return status;
}
