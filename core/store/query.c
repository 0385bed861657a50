/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/query.h"

#include "core/store/store_internal.h"

ent_query ent_query_open(ent_store *store, ent_sql sql)
{
    ent_query query = {.store = store, .sql = sql, .own = store->taken[sql]};
    sqlite3_stmt **kept = &store->statements[sql];
    if (query.own || !*kept) {
        unsigned flags = query.own ? 0 : SQLITE_PREPARE_PERSISTENT;
        query.result = sqlite3_prepare_v3(store->db, ent_statements[sql], -1, flags, &query.statement, NULL);
        if (!query.own)
            *kept = query.statement;
    } else {
        query.statement = *kept;
    }
    store->taken[sql] = true;
    return query;
}

static int bind_one(sqlite3_stmt *statement, int at, const ent_value *value)
{
    switch (value->type) {
    case ENT_VALUE_INT:
        return sqlite3_bind_int64(statement, at, value->integer);
    case ENT_VALUE_REAL:
        return sqlite3_bind_double(statement, at, value->real);
    case ENT_VALUE_TEXT:
        return sqlite3_bind_text64(statement, at, value->bytes.data ? value->bytes.data : "", value->bytes.len,
                                   SQLITE_STATIC, SQLITE_UTF8);
    case ENT_VALUE_BLOB:
        return value->bytes.len ? sqlite3_bind_blob64(statement, at, value->bytes.data, value->bytes.len, SQLITE_STATIC)
                                : sqlite3_bind_zeroblob(statement, at, 0);
    case ENT_VALUE_ROWS:
        return sqlite3_bind_pointer(statement, at, value->rows, ENT_ROWS_TYPE, NULL);
    default:
        return sqlite3_bind_null(statement, at);
    }
}

void ent_query_bind_values(ent_query *query, const ent_value *values, size_t n)
{
    if (query->result != SQLITE_OK)
        return;
    size_t known = (size_t)sqlite3_bind_parameter_count(query->statement);
    for (size_t i = 0; i < n && i < known && query->result == SQLITE_OK; i++)
        query->result = bind_one(query->statement, (int)i + 1, &values[i]);
}

bool ent_query_next(ent_query *query)
{
    if (query->result != SQLITE_OK)
        return false;
    int result = sqlite3_step(query->statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        query->result = result;
    return result == SQLITE_ROW;
}

void ent_query_run(ent_query *query)
{
    while (ent_query_next(query))
        ;
    ent_query_again(query);
}

void ent_query_again(ent_query *query)
{
    if (query->result == SQLITE_OK)
        sqlite3_reset(query->statement);
}

ent_status ent_query_close(ent_query *query, ent_error *err)
{
    ent_status status = query->result == SQLITE_OK ? ENT_OK : ent_store_fail(query->store, err);
    if (query->own) {
        sqlite3_finalize(query->statement);
    } else {
        sqlite3_reset(query->statement);
        query->store->taken[query->sql] = false;
    }
    return status;
}

ent_status ent_query_do_values(ent_store *store, ent_sql sql, const ent_value *values, size_t n, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind_values(&query, values, n);
    ent_query_run(&query);
    return ent_query_close(&query, err);
}

ent_status ent_query_get_int(ent_store *store, ent_sql sql, ent_value value, int64_t *out, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind(&query, value);
    if (ent_query_next(&query))
        *out = ent_query_int(&query, 0);
    return ent_query_close(&query, err);
}

int64_t ent_query_int(const ent_query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

double ent_query_real(const ent_query *query, int column)
{
    return sqlite3_column_double(query->statement, column);
}

ent_str ent_query_str(const ent_query *query, int column)
{
    const void *bytes = sqlite3_column_blob(query->statement, column);
    return bytes ? (ent_str){bytes, (size_t)sqlite3_column_bytes(query->statement, column)} : ENT_STR_EMPTY;
}
