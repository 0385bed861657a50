/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/store_internal.h"

static ent_document_row read_row(const ent_query *query)
{
    return (ent_document_row){.id = {ent_query_int(query, 0)},
                              .key = ent_query_str(query, 1),
                              .title = ent_query_str(query, 2),
                              .date = ent_query_str(query, 3),
                              .format = ent_query_str(query, 4),
                              .path = ent_query_str(query, 5),
                              .work = ent_query_str(query, 6),
                              .passages = ent_query_int(query, 7),
                              .mentions = ent_query_int(query, 8),
                              .relations = ent_query_int(query, 9)};
}

static ent_status each(ent_store *store, ent_sql sql, int64_t entity, ent_document_fn fn, void *context, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind(&query, ENT_INT(entity));
    while (ent_query_next(&query)) {
        ent_document_row row = read_row(&query);
        if (!fn(context, &row))
            break;
    }
    return ent_query_close(&query, err);
}

ent_status ent_store_each_document(ent_store *store, ent_document_fn fn, void *context, ent_error *err)
{
    return each(store, ENT_SQL_EACH_DOCUMENT, 0, fn, context, err);
}

ent_status ent_store_each_document_of(ent_store *store, ent_entity_id entity, ent_document_fn fn, void *context,
                                      ent_error *err)
{
    return each(store, ENT_SQL_EACH_DOCUMENT_OF, entity.row, fn, context, err);
}

static ent_status find(ent_store *store, ent_arena *arena, ent_sql sql, ent_str first, ent_str second,
                       ent_document_row *out, bool *found, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind(&query, ENT_TEXT(first), ENT_TEXT(second));
    *found = ent_query_next(&query);
    if (*found) {
        *out = read_row(&query);
        ent_str *strings[] = {&out->key, &out->title, &out->date, &out->format, &out->path, &out->work};
        for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
            *strings[i] = ent_arena_str(arena, *strings[i]);
    }
    return ent_query_close(&query, err);
}

ent_status ent_store_find_document(ent_store *store, ent_arena *arena, ent_str key, ent_str path,
                                   ent_document_row *out, bool *found, ent_error *err)
{
    return find(store, arena, ENT_SQL_FIND_DOCUMENT_ROW, key, path, out, found, err);
}

ent_status ent_store_find_text(ent_store *store, ent_arena *arena, ent_str text, ent_document_row *out, bool *found,
                               ent_error *err)
{
    return find(store, arena, ENT_SQL_FIND_DOCUMENT_TEXT, text, ENT_STR_EMPTY, out, found, err);
}

ent_status ent_store_get_text(ent_store *store, ent_arena *arena, ent_document_id document, ent_document_text *out,
                              ent_error *err)
{
    *out = (ent_document_text){0};
    ent_query query = ent_query_open(store, ENT_SQL_DOCUMENT_TEXT);
    ent_query_bind(&query, ENT_INT(document.row));
    bool found = ent_query_next(&query);
    if (found) {
        out->text = ent_arena_str(arena, ent_query_str(&query, 0));
        ent_unpack_origins(arena, ent_query_str(&query, 1), &out->origins);
        out->meeting = ent_arena_str(arena, ent_query_str(&query, 2));
    }
    ent_status status = ent_query_close(&query, err);
    if (status == ENT_OK && !found)
        return ent_fail(err, ENT_FAILED, store->path, "has no document %lld", (long long)document.row);
    return status;
}

ent_status ent_store_count(ent_store *store, ent_store_counts *out, ent_error *err)
{
    *out = (ent_store_counts){0};
    ent_query query = ent_query_open(store, ENT_SQL_COUNT);
    if (ent_query_next(&query))
        *out = (ent_store_counts){.documents = ent_query_int(&query, 0),
                                  .works = ent_query_int(&query, 1),
                                  .passages = ent_query_int(&query, 2),
                                  .entities = ent_query_int(&query, 3),
                                  .mentions = ent_query_int(&query, 4),
                                  .relations = ent_query_int(&query, 5),
                                  .evidence = ent_query_int(&query, 6)};
    return ent_query_close(&query, err);
}
