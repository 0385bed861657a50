/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in memory as a table of SQL. A statement says FROM given(?1) and reads c1, c2, …: one statement then writes (or
 * looks up) all rows of a document, at a fraction of the cost of a statement a row.
 *
 *     ent_rows rows = {.n_columns = 2};
 *     ent_value *row = ent_rows_add(&arena, &rows);
 *     row[0] = ENT_INT(1), row[1] = ENT_TEXT(name);
 *     ent_query_do(store, ENT_SQL_…, err, ENT_ROWS(&rows)); */
#ifndef ENT_STORE_ROWS_H
#define ENT_STORE_ROWS_H

#include "core/base/arena.h"
#include "core/store/query.h"

enum { ENT_MAX_COLUMNS = 16 };

typedef struct ent_rows {
    size_t n_columns; /* at most ENT_MAX_COLUMNS */
    ENT_VEC(ent_value) values;
} ent_rows;

/* Adds a row, of which each column is to be set before the next is added. Texts are not copied. */
ent_value *ent_rows_add(ent_arena *arena, ent_rows *rows);
/* Runs a statement for each row, with its columns as parameters: for statements that write one row, and where SQLite
 * would have to be able to undo half of them otherwise. */
ent_status ent_rows_do(ent_store *store, ent_sql sql, const ent_rows *rows, ent_error *err);
/* Makes the table `given` known to a connection. Returns SQLite's result. */
int ent_rows_register(sqlite3 *db);

#endif
