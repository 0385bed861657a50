/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printers behind ent_table_render, and what they share. Private to this room. */
#ifndef ENT_FRONT_PRINT_H
#define ENT_FRONT_PRINT_H

#include "core/front/table.h"

void ent_print_text(const ent_table *table, ent_print_style style, ent_buf *out);
void ent_print_json(const ent_table *table, bool single, ent_buf *out);
void ent_print_csv(const ent_table *table, ent_buf *out);
void ent_print_markdown(const ent_table *table, ent_buf *out);

/* The cell at a place. */
const ent_cell *ent_table_cell(const ent_table *table, size_t row, size_t column);
/* Whether any cell of the column is a table. */
bool ent_table_is_nested(const ent_table *table, size_t column);
/* Whether the column holds numbers (and perhaps empty cells) only. */
bool ent_table_is_numeric(const ent_table *table, size_t column);
/* The same without tables in cells: see the note on nesting in table.h. */
const ent_table *ent_table_flatten(ent_arena *arena, const ent_table *table);
/* A cell without a table as plain text, not yet escaped; lists joined by " | ". */
ent_str ent_cell_plain(ent_arena *arena, const ent_cell *cell, bool exact);

#endif
