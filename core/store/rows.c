/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A virtual table whose one argument is a pointer to an ent_rows. */
#include "core/store/rows.h"

#include <stdlib.h>

enum {
    HIDDEN = ENT_MAX_COLUMNS, /* the column that stands for the argument */
    FIRST_ROWS = 128          /* room to begin with, half as much */
};

typedef struct cursor {
    sqlite3_vtab_cursor base;
    const ent_rows *rows; /* NULL: none were given */
    size_t at, n;
} cursor;

static void grow(ent_arena *arena, ent_rows *rows)
{
    if (!rows->values.cap)
        rows->values.cap = FIRST_ROWS * rows->n_columns;
    rows->values.items =
        ent_arena_grow(arena, rows->values.items, rows->values.n, &rows->values.cap, sizeof *rows->values.items);
}

ent_value *ent_rows_add(ent_arena *arena, ent_rows *rows)
{
    if (rows->values.cap - rows->values.n < rows->n_columns)
        grow(arena, rows);
    ent_value *row = rows->values.items + rows->values.n;
    rows->values.n += rows->n_columns;
    return row;
}

static size_t count_rows(const ent_rows *rows)
{
    return rows->values.n / rows->n_columns;
}

ent_status ent_rows_do(ent_store *store, ent_sql sql, const ent_rows *rows, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    for (size_t i = 0; i < rows->values.n; i += rows->n_columns) {
        ent_query_bind_values(&query, rows->values.items + i, rows->n_columns);
        ent_query_run(&query);
    }
    return ent_query_close(&query, err);
}

static int connect_table(sqlite3 *db, void *context, int argc, const char *const *argv, sqlite3_vtab **out, char **err)
{
    (void)context, (void)argc, (void)argv, (void)err;
    int result = sqlite3_declare_vtab(
        db, "CREATE TABLE given (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, "
            "rows HIDDEN)");
    if (result == SQLITE_OK)
        *out = ent_heap_resize(NULL, sizeof **out);
    if (result == SQLITE_OK)
        **out = (sqlite3_vtab){0};
    return result;
}

static int disconnect_table(sqlite3_vtab *table)
{
    free(table);
    return SQLITE_OK;
}

/* There is one way to read it: from first to last, with the argument known. */
static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    for (int i = 0; i < info->nConstraint; i++)
        if (info->aConstraint[i].usable && info->aConstraint[i].iColumn == HIDDEN) {
            info->aConstraintUsage[i].argvIndex = 1;
            info->aConstraintUsage[i].omit = 1;
            return SQLITE_OK;
        }
    return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    (void)table;
    cursor *c = ent_heap_resize(NULL, sizeof *c);
    *c = (cursor){0};
    *out = &c->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    free(base);
    return SQLITE_OK;
}

static int first(sqlite3_vtab_cursor *base, int plan, const char *name, int argc, sqlite3_value **argv)
{
    (void)plan, (void)name;
    cursor *c = (cursor *)base;
    c->rows = argc ? sqlite3_value_pointer(argv[0], ENT_ROWS_TYPE) : NULL;
    c->n = c->rows ? count_rows(c->rows) : 0;
    c->at = 0;
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base)
{
    ((cursor *)base)->at++;
    return SQLITE_OK;
}

static int is_end(sqlite3_vtab_cursor *base)
{
    const cursor *c = (const cursor *)base;
    return c->at >= c->n;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *out, int column)
{
    const cursor *c = (const cursor *)base;
    if ((size_t)column >= c->rows->n_columns)
        return SQLITE_OK; /* a NULL */
    const ent_value *value = &c->rows->values.items[c->at * c->rows->n_columns + (size_t)column];
    switch (value->type) {
    case ENT_VALUE_INT:
        sqlite3_result_int64(out, value->integer);
        break;
    case ENT_VALUE_REAL:
        sqlite3_result_double(out, value->real);
        break;
    case ENT_VALUE_TEXT:
        sqlite3_result_text64(out, value->bytes.data ? value->bytes.data : "", value->bytes.len, SQLITE_STATIC,
                              SQLITE_UTF8);
        break;
    default:
        break;
    }
    return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((const cursor *)base)->at;
    return SQLITE_OK;
}

int ent_rows_register(sqlite3 *db)
{
    static const sqlite3_module module = {.xConnect = connect_table,
                                          .xBestIndex = plan,
                                          .xDisconnect = disconnect_table,
                                          .xOpen = open_cursor,
                                          .xClose = close_cursor,
                                          .xFilter = first,
                                          .xNext = next,
                                          .xEof = is_end,
                                          .xColumn = column,
                                          .xRowid = row_number};
    return sqlite3_create_module(db, "given", &module, NULL);
}
