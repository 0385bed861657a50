/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV and Markdown cannot nest: a table within a cell becomes columns of its own, and its rows repeat what stands
 * around it. A row with two such tables gives the rows of the first, then those of the second, never their product. */
#include "core/front/print.h"

typedef ENT_VEC(ent_column) columns;

/* The columns of `inner` under the name of the one that holds it; all the tables in it have the same. */
static const ent_table *first_inner(ent_arena *arena, const ent_table *table, size_t column)
{
    for (size_t row = 0; row < ent_table_rows(table); row++) {
        const ent_cell *cell = ent_table_cell(table, row, column);
        if (cell->type == ENT_CELL_TABLE)
            return cell->table;
    }
    const ent_column *inner = table->columns[column].inner;
    return inner ? ent_table_new(arena, inner) : NULL;
}

static void add_columns(ent_arena *arena, const ent_table *table, const char *prefix, columns *out)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        ent_column column = table->columns[i];
        column.name = ent_arena_format(arena, "%s%s", prefix, column.name).data;
        const ent_table *inner = ent_table_is_nested(table, i) ? first_inner(arena, table, i) : NULL;
        column.inner = NULL;
        if (inner)
            add_columns(arena, inner, ent_arena_format(arena, "%s.", column.name).data, out);
        else
            ent_vec_push(arena, out, column);
    }
}

/* How many flat columns one column of a table takes. */
static size_t flat_width(ent_arena *arena, const ent_table *table, size_t column)
{
    const ent_table *inner = ent_table_is_nested(table, column) ? first_inner(arena, table, column) : NULL;
    size_t width = inner ? 0 : 1;
    for (size_t i = 0; inner && i < inner->n_columns; i++)
        width += flat_width(arena, inner, i);
    return width;
}

/* Emits the flat rows of `table`; `line` holds the cells around it, its own go in from place `at` on. */
static void add_rows(ent_table *flat, ent_arena *arena, const ent_table *table, ent_cell *line, size_t at);

static void add_row(ent_table *flat, ent_arena *arena, const ent_table *table, size_t row, ent_cell *line, size_t at)
{
    size_t place = at, n_inner = 0;
    for (size_t i = 0; i < table->n_columns; i++) {
        const ent_cell *cell = ent_table_cell(table, row, i);
        if (!ent_table_is_nested(table, i))
            line[place] = *cell;
        place += flat_width(arena, table, i);
    }
    place = at;
    for (size_t i = 0; i < table->n_columns; i++) {
        const ent_cell *cell = ent_table_cell(table, row, i);
        size_t width = flat_width(arena, table, i);
        if (cell->type == ENT_CELL_TABLE && ent_table_rows(cell->table) > 0) {
            add_rows(flat, arena, cell->table, line, place);
            n_inner++;
            for (size_t j = 0; j < width; j++)
                line[place + j] = ent_cell_empty();
        }
        place += width;
    }
    if (n_inner == 0)
        ent_table_add(flat, line);
}

static void add_rows(ent_table *flat, ent_arena *arena, const ent_table *table, ent_cell *line, size_t at)
{
    for (size_t row = 0; row < ent_table_rows(table); row++)
        add_row(flat, arena, table, row, line, at);
}

const ent_table *ent_table_flatten(ent_arena *arena, const ent_table *table)
{
    bool nested = false;
    for (size_t i = 0; i < table->n_columns; i++)
        nested = nested || ent_table_is_nested(table, i);
    if (!nested)
        return table;
    columns all = {0};
    add_columns(arena, table, "", &all);
    ent_vec_push(arena, &all, (ent_column){0});
    ent_table *flat = ent_table_new(arena, all.items);
    add_rows(flat, arena, table, ENT_ARENA_NEW(arena, ent_cell, flat->n_columns), 0);
    return flat;
}
