/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running a named statement. It is prepared when it is first asked for, and kept.
 *
 * A query remembers its first failure: binding and stepping after it do nothing, and closing reports it, so that a
 * caller asks once, at the end.
 *
 *     ent_query q = ent_query_open(store, ENT_SQL_FIND_ENTITY);
 *     ent_query_bind(&q, ENT_TEXT(key));
 *     if (ent_query_next(&q))
 *         id = ent_query_int(&q, 0);
 *     return ent_query_close(&q, err); */
#ifndef ENT_STORE_QUERY_H
#define ENT_STORE_QUERY_H

#include "core/base/error.h"
#include "core/store/statements.h"

#include <sqlite3.h>

typedef struct ent_store ent_store;

/* A value to bind. Texts, blobs and rows are not copied: they must last until the query has stepped. */
typedef struct ent_value {
    enum { ENT_VALUE_NULL, ENT_VALUE_INT, ENT_VALUE_REAL, ENT_VALUE_TEXT, ENT_VALUE_BLOB, ENT_VALUE_ROWS } type;
    union {
        int64_t integer;
        double real;
        ent_str bytes;
        struct ent_rows *rows;
    };
} ent_value;

#define ENT_NULL        ((ent_value){.type = ENT_VALUE_NULL})
#define ENT_INT(value)  ((ent_value){.type = ENT_VALUE_INT, .integer = (int64_t)(value)})
#define ENT_REAL(value) ((ent_value){.type = ENT_VALUE_REAL, .real = (value)})
#define ENT_TEXT(value) ((ent_value){.type = ENT_VALUE_TEXT, .bytes = (value)})
#define ENT_BLOB(value) ((ent_value){.type = ENT_VALUE_BLOB, .bytes = (value)})
#define ENT_ROWS(value) ((ent_value){.type = ENT_VALUE_ROWS, .rows = (value)}) /* of a table: see rows.h */
#define ENT_ROWS_TYPE   "ent_rows"                                             /* what SQLite knows the pointer by */

typedef struct ent_query {
    ent_store *store;
    sqlite3_stmt *statement; /* NULL when it could not be prepared */
    ent_sql sql;
    int result; /* the first failure, else SQLITE_OK */
    bool own;   /* a second run of a statement that is in use: finalized, not kept */
} ent_query;

/* May be opened while another query of the same name is still being read (a callback that asks the store). */
ent_query ent_query_open(ent_store *store, ent_sql sql);
/* Values in the order of the parameters ?1, ?2, …; what the statement does not have is left out. */
void ent_query_bind_values(ent_query *query, const ent_value *values, size_t n);
#define ent_query_bind(query, ...)                                                                                     \
    ent_query_bind_values((query), (const ent_value[]){__VA_ARGS__},                                                   \
                          sizeof((const ent_value[]){__VA_ARGS__}) / sizeof(ent_value))
/* Steps to the next row; false at the end and after a failure. */
bool ent_query_next(ent_query *query);
/* Runs to the end, and makes ready for new values. */
void ent_query_run(ent_query *query);
/* Makes ready for new values before the end. */
void ent_query_again(ent_query *query);
ent_status ent_query_close(ent_query *query, ent_error *err);
/* Opens, binds, runs to the end and closes. */
ent_status ent_query_do_values(ent_store *store, ent_sql sql, const ent_value *values, size_t n, ent_error *err);
#define ent_query_do(store, sql, err, ...)                                                                             \
    ent_query_do_values((store), (sql), (const ent_value[]){__VA_ARGS__},                                              \
                        sizeof((const ent_value[]){__VA_ARGS__}) / sizeof(ent_value), (err))
/* The first column of the first row; *out stays as it was where there is no row. */
ent_status ent_query_get_int(ent_store *store, ent_sql sql, ent_value value, int64_t *out, ent_error *err);

int64_t ent_query_int(const ent_query *query, int column);
double ent_query_real(const ent_query *query, int column);
/* Texts and blobs; good until the next step. */
ent_str ent_query_str(const ent_query *query, int column);

#endif
