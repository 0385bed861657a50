/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of GitHub-flavoured Markdown; numbers to the right. */
#include "core/front/escape.h"
#include "core/front/print.h"

void ent_print_markdown(const ent_table *table, ent_buf *out)
{
    ent_arena scratch = {0};
    table = ent_table_flatten(&scratch, table);
    size_t n = table->n_columns;
    for (size_t i = 0; i < n; i++) {
        ent_buf_add(out, ENT_STR("| "));
        ent_escape_markdown(out, ent_str_from(table->columns[i].name));
        ent_buf_add(out, i + 1 < n ? ENT_STR(" ") : ENT_STR(" |\n"));
    }
    for (size_t i = 0; i < n; i++) {
        ent_buf_add(out, ent_table_is_numeric(table, i) ? ENT_STR("| ---: ") : ENT_STR("| --- "));
        ent_buf_add(out, i + 1 < n ? ENT_STR_EMPTY : ENT_STR("|\n"));
    }
    for (size_t row = 0; row < ent_table_rows(table); row++)
        for (size_t i = 0; i < n; i++) {
            ent_buf_add(out, ENT_STR("| "));
            ent_escape_markdown(out, ent_cell_plain(&scratch, ent_table_cell(table, row, i), false));
            ent_buf_add(out, i + 1 < n ? ENT_STR(" ") : ENT_STR(" |\n"));
        }
    ent_arena_clear(&scratch);
}
