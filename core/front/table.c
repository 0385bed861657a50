/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/table.h"

#include "core/front/print.h"

#include <math.h>

ent_cell ent_cell_empty(void)
{
    return (ent_cell){.type = ENT_CELL_EMPTY};
}

ent_cell ent_cell_int(int64_t value)
{
    return (ent_cell){.type = ENT_CELL_INT, .integer = value};
}

ent_cell ent_cell_int_or_empty(int64_t value)
{
    return value ? ent_cell_int(value) : ent_cell_empty();
}

ent_cell ent_cell_real(double value)
{
    return isfinite(value) ? (ent_cell){.type = ENT_CELL_REAL, .real = value} : ent_cell_empty();
}

ent_cell ent_cell_text(ent_str text)
{
    return (ent_cell){.type = ENT_CELL_TEXT, .text = text};
}

ent_cell ent_cell_attributes(ent_str text)
{
    return (ent_cell){.type = ENT_CELL_ATTRIBUTES, .text = text};
}

ent_cell ent_cell_list(const ent_str *items, size_t n)
{
    return (ent_cell){.type = ENT_CELL_LIST, .list = {items, n}};
}

ent_cell ent_cell_table(const ent_table *table)
{
    return (ent_cell){.type = ENT_CELL_TABLE, .table = table};
}

ent_table *ent_table_new(ent_arena *arena, const ent_column *columns)
{
    ent_table *table = ENT_ARENA_NEW(arena, ent_table, 1);
    table->arena = arena;
    table->columns = columns;
    while (columns[table->n_columns].name)
        table->n_columns++;
    return table;
}

size_t ent_table_rows(const ent_table *table)
{
    return table->n_columns ? table->cells.n / table->n_columns : 0;
}

static ent_cell keep(ent_arena *arena, ent_cell cell)
{
    if (cell.type == ENT_CELL_TEXT || cell.type == ENT_CELL_ATTRIBUTES)
        cell.text = ent_arena_str(arena, cell.text);
    if (cell.type == ENT_CELL_LIST) {
        ent_str *items = ENT_ARENA_NEW(arena, ent_str, cell.list.n);
        for (size_t i = 0; i < cell.list.n; i++)
            items[i] = ent_arena_str(arena, cell.list.items[i]);
        cell.list.items = items;
    }
    return cell;
}

void ent_table_add(ent_table *table, const ent_cell *cells)
{
    for (size_t i = 0; i < table->n_columns; i++)
        ent_vec_push(table->arena, &table->cells, keep(table->arena, cells[i]));
}

const ent_cell *ent_table_cell(const ent_table *table, size_t row, size_t column)
{
    return &table->cells.items[row * table->n_columns + column];
}

bool ent_table_is_nested(const ent_table *table, size_t column)
{
    for (size_t row = 0; row < ent_table_rows(table); row++)
        if (ent_table_cell(table, row, column)->type == ENT_CELL_TABLE)
            return true;
    return table->columns[column].inner != NULL;
}

bool ent_table_is_numeric(const ent_table *table, size_t column)
{
    bool any = false;
    for (size_t row = 0; row < ent_table_rows(table); row++) {
        ent_cell_type type = ent_table_cell(table, row, column)->type;
        if (type != ENT_CELL_INT && type != ENT_CELL_REAL && type != ENT_CELL_EMPTY)
            return false;
        any = any || type != ENT_CELL_EMPTY;
    }
    return any;
}

/* A number as short as it can be read back exactly, for machines. */
static ent_str real_exact(ent_arena *arena, double value)
{
    for (int digits = 6; digits < 17; digits++) {
        ent_str text = ent_arena_format(arena, "%.*g", digits, value);
        double back;
        if (ent_str_to_real(text, &back) && back == value)
            return text;
    }
    return ent_arena_format(arena, "%.17g", value);
}

/* A number for people: four decimals. */
static ent_str real_shown(ent_arena *arena, double value)
{
    bool plain = value == 0 || (fabs(value) >= 0.0001 && fabs(value) < 1e9);
    return ent_arena_format(arena, plain ? "%.4f" : "%.3e", value);
}

static ent_str join(ent_arena *arena, const ent_str *items, size_t n)
{
    ent_buf buf = {0};
    for (size_t i = 0; i < n; i++) {
        ent_buf_add(&buf, i ? ENT_STR(" | ") : ENT_STR_EMPTY);
        ent_buf_add(&buf, items[i]);
    }
    ent_str text = ent_arena_str(arena, ent_buf_str(&buf));
    ent_buf_clear(&buf);
    return text;
}

ent_str ent_cell_plain(ent_arena *arena, const ent_cell *cell, bool exact)
{
    switch (cell->type) {
    case ENT_CELL_INT:
        return ent_arena_format(arena, "%lld", (long long)cell->integer);
    case ENT_CELL_REAL:
        return exact ? real_exact(arena, cell->real) : real_shown(arena, cell->real);
    case ENT_CELL_TEXT:
    case ENT_CELL_ATTRIBUTES:
        return cell->text;
    case ENT_CELL_LIST:
        return join(arena, cell->list.items, cell->list.n);
    case ENT_CELL_EMPTY:
    case ENT_CELL_TABLE:
        break;
    }
    return ENT_STR_EMPTY;
}
