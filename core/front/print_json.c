/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One array of objects, an object a line; or one object, where the answer is one thing. */
#include "core/front/escape.h"
#include "core/front/print.h"

static void add_array(ent_buf *out, const ent_cell *cell)
{
    ent_buf_add_char(out, '[');
    for (size_t i = 0; i < cell->list.n; i++) {
        if (i)
            ent_buf_add(out, ENT_STR(", "));
        ent_escape_json(out, cell->list.items[i]);
    }
    ent_buf_add_char(out, ']');
}

/* "k=v; k=v" as an object. */
static void add_attributes(ent_buf *out, ent_str text)
{
    ent_str rest = text, pair;
    bool first = true;
    ent_buf_add_char(out, '{');
    while (ent_str_split(&rest, ENT_STR(";"), &pair)) {
        pair = ent_str_trim(pair);
        if (!pair.len)
            continue;
        size_t equals = ent_str_find(pair, ENT_STR("="), 0);
        equals = equals == ENT_STR_NONE ? pair.len : equals;
        ent_buf_add(out, first ? ENT_STR_EMPTY : ENT_STR(", "));
        ent_escape_json(out, ent_str_slice(pair, 0, equals));
        ent_buf_add(out, ENT_STR(": "));
        ent_escape_json(out, ent_str_slice(pair, equals + 1, pair.len));
        first = false;
    }
    ent_buf_add_char(out, '}');
}

static void add_rows(ent_buf *out, ent_arena *scratch, const ent_table *table, ent_str separator);

static void add_cell(ent_buf *out, ent_arena *scratch, const ent_cell *cell)
{
    switch (cell->type) {
    case ENT_CELL_EMPTY:
        ent_buf_add(out, ENT_STR("null"));
        break;
    case ENT_CELL_INT:
    case ENT_CELL_REAL:
        ent_buf_add(out, ent_cell_plain(scratch, cell, true));
        break;
    case ENT_CELL_TEXT:
        ent_escape_json(out, cell->text);
        break;
    case ENT_CELL_ATTRIBUTES:
        add_attributes(out, cell->text);
        break;
    case ENT_CELL_LIST:
        add_array(out, cell);
        break;
    case ENT_CELL_TABLE:
        ent_buf_add_char(out, '[');
        add_rows(out, scratch, cell->table, ENT_STR(", "));
        ent_buf_add_char(out, ']');
        break;
    }
}

static void add_row(ent_buf *out, ent_arena *scratch, const ent_table *table, size_t row)
{
    ent_buf_add_char(out, '{');
    for (size_t i = 0; i < table->n_columns; i++) {
        ent_buf_add(out, i ? ENT_STR(", ") : ENT_STR_EMPTY);
        ent_escape_json(out, ent_str_from(table->columns[i].name));
        ent_buf_add(out, ENT_STR(": "));
        add_cell(out, scratch, ent_table_cell(table, row, i));
    }
    ent_buf_add_char(out, '}');
}

static void add_rows(ent_buf *out, ent_arena *scratch, const ent_table *table, ent_str separator)
{
    for (size_t row = 0; row < ent_table_rows(table); row++) {
        if (row)
            ent_buf_add(out, separator);
        add_row(out, scratch, table, row);
    }
}

void ent_print_json(const ent_table *table, bool single, ent_buf *out)
{
    ent_arena scratch = {0};
    size_t n = ent_table_rows(table);
    if (single)
        ent_buf_add(out, n ? ENT_STR_EMPTY : ENT_STR("null"));
    else
        ent_buf_add(out, n ? ENT_STR("[\n") : ENT_STR("["));
    add_rows(out, &scratch, table, ENT_STR(",\n"));
    if (!single)
        ent_buf_add(out, n ? ENT_STR("\n]") : ENT_STR("]"));
    ent_buf_add_char(out, '\n');
    ent_arena_clear(&scratch);
}
