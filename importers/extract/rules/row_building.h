/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those share who make a row (row.c, coordination.c). */
#ifndef ENT_EXTRACT_ROW_BUILDING_H
#define ENT_EXTRACT_ROW_BUILDING_H

#include "importers/extract/rules/items.h"

/* A row under way. */
typedef struct ent_building {
    ent_arena *arena;
    const ent_rules *rules;
    ent_row *row;
} ent_building;

static inline const ent_token *ent_row_token(const ent_row *row, uint32_t token)
{
    return &row->segments->tokens.items[token];
}

static inline const ent_mention *ent_row_member(const ent_row *row, const ent_item *item)
{
    return &row->mentions->items.items[row->members.items[item->member]];
}

static inline bool ent_building_has(const ent_building *b, uint32_t class_id, uint32_t word)
{
    return ent_class_has_word(&b->rules->classes, class_id, word);
}

static inline bool ent_building_reads(const ent_building *b, uint32_t token, char c)
{
    const ent_token *t = ent_row_token(b->row, token);
    return t->end == t->begin + 1 && b->row->segments->document->text.data[t->begin] == c;
}

static inline bool ent_building_owns(const ent_building *b, uint32_t token)
{
    ent_str text = ent_token_text(b->row->segments, token);
    return ent_str_eq(text, ENT_STR("'s")) || ent_str_eq(text, ENT_STR("’s"));
}

#endif
