/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180: a heading, fields quoted where needed, lines ended by CR LF. */
#include "core/front/escape.h"
#include "core/front/print.h"

static void end_field(ent_buf *out, size_t i, size_t n)
{
    ent_buf_add(out, i + 1 < n ? ENT_STR(",") : ENT_STR("\r\n"));
}

void ent_print_csv(const ent_table *table, ent_buf *out)
{
    ent_arena scratch = {0};
    table = ent_table_flatten(&scratch, table);
    size_t n = table->n_columns;
    for (size_t i = 0; i < n; i++) {
        ent_escape_csv(out, ent_str_from(table->columns[i].name));
        end_field(out, i, n);
    }
    for (size_t row = 0; row < ent_table_rows(table); row++)
        for (size_t i = 0; i < n; i++) {
            ent_escape_csv(out, ent_cell_plain(&scratch, ent_table_cell(table, row, i), true));
            end_field(out, i, n);
        }
    ent_arena_clear(&scratch);
}
