/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words stand in the stored texts. */
#include "core/store/edit.h"
#include "core/store/store_internal.h"

/* Puts the document's text in the arena; *id is 0 where there is no such document. */
static ent_status get_text(ent_store *store, ent_arena *arena, ent_str document, int64_t *id, ent_str *text,
                           ent_error *err)
{
    ent_document_text stored = {.text = ENT_STR_EMPTY};
    *id = 0;
    ent_status status = ent_query_get_int(store, ENT_SQL_FIND_DOCUMENT, ENT_TEXT(document), id, err);
    if (status == ENT_OK && *id)
        status = ent_store_get_text(store, arena, (ent_document_id){*id}, &stored, err);
    *text = stored.text;
    return status;
}

ent_status ent_store_each_quote(ent_store *store, ent_str document, ent_str words, ent_quote_fn fn, void *context,
                                ent_error *err)
{
    ent_arena arena = {0};
    int64_t id;
    ent_str text;
    bool more = words.len > 0;
    ent_status status = get_text(store, &arena, document, &id, &text, err);
    ent_query query = ent_query_open(store, ENT_SQL_PASSAGE_AT);
    for (size_t at = ent_str_find(text, words, 0); more && at != ENT_STR_NONE; at = ent_str_find(text, words, at + 1)) {
        ent_query_bind(&query, ENT_INT(id), ENT_INT(at));
        if (ent_query_next(&query))
            more = fn(context, &(ent_quote_row){.document = id,
                                                .passage = ent_query_int(&query, 0),
                                                .line = ent_query_int(&query, 1),
                                                .begin = at,
                                                .text = words});
        ent_query_again(&query);
    }
    ent_status read = ent_query_close(&query, status == ENT_OK ? err : NULL);
    ent_arena_clear(&arena);
    return status == ENT_OK ? read : status;
}

ent_status ent_store_each_quote_on(ent_store *store, ent_str document, int64_t line, ent_quote_fn fn, void *context,
                                   ent_error *err)
{
    ent_arena arena = {0};
    int64_t id;
    ent_str text;
    ent_status status = get_text(store, &arena, document, &id, &text, err);
    ent_query query = ent_query_open(store, ENT_SQL_PASSAGES_ON);
    ent_query_bind(&query, ENT_INT(id), ENT_INT(line));
    while (ent_query_next(&query)) {
        size_t begin = (size_t)ent_query_int(&query, 1), end = (size_t)ent_query_int(&query, 2);
        ent_quote_row row = {id, ent_query_int(&query, 0), line, begin, ent_str_slice(text, begin, end)};
        if (!fn(context, &row))
            break;
    }
    ent_status read = ent_query_close(&query, status == ENT_OK ? err : NULL);
    ent_arena_clear(&arena);
    return status == ENT_OK ? read : status;
}
