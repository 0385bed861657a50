/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the row of a sentence: tokens and mentions become items, what is coordinated one item (coordination.h). */
#ifndef ENT_EXTRACT_ROW_H
#define ENT_EXTRACT_ROW_H

#include "importers/extract/rules/items.h"

void ent_row_build(ent_arena *arena, const ent_rules *rules, const ent_segments *segments, const ent_mentions *mentions,
                   uint32_t sentence, ent_row *out);
/* Sums up the row's items: its mentions, their kinds, the sets of its words. */
void ent_row_sum(ent_arena *arena, const ent_rules *rules, ent_row *row);
/* Whether one of the items [first, last) is a mention of one of these kinds. */
bool ent_row_names(const ent_row *row, uint32_t first, uint32_t last, ent_kinds kinds);

#endif
