/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of persons of each of whom something is told: "Jane Roe of Chile, John Doe, Director of UNIDIR, and Ana Diaz
 * (2003–2007)". What is told of one stands between the names, so that a row has them apart; without it they are one
 * coordination, and what the sentence says of the first it says of all. */
#ifndef ENT_EXTRACT_TOLD_LISTS_H
#define ENT_EXTRACT_TOLD_LISTS_H

#include "importers/extract/rules/items.h"

/* The items [begin, end) of a row. */
typedef struct ent_told_list {
    uint32_t begin, end;
} ent_told_list;

typedef ENT_VEC(ent_told_list) ent_told_lists;

/* Adds every such list of the row to `out`, by place. */
void ent_told_lists_find(ent_arena *arena, const ent_rules *rules, const ent_row *row, ent_told_lists *out);
/* The row with the list as one item, its `seam`; in the arena. It may be used until the next one is made of `row`. */
void ent_told_list_row(ent_arena *arena, const ent_rules *rules, ent_row *row, const ent_told_list *list, ent_row *out);

#endif
