/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the items of a row are to the search for clauses (clauses.c): verbs, auxiliaries, marks. An item behind the
 * row's end is none of them. */
#ifndef ENT_EXTRACT_CLAUSE_WORDS_H
#define ENT_EXTRACT_CLAUSE_WORDS_H

#include "importers/extract/rules/clauses.h"

typedef struct ent_clause_finding {
    ent_arena *arena;
    const ent_rules *rules;
    ent_row *row;
    ent_clauses *out;
} ent_clause_finding;

static inline const ent_item *ent_clause_item_at(const ent_clause_finding *f, uint32_t item)
{
    return &f->row->items.items[item];
}

static inline bool ent_clause_is_token(const ent_clause_finding *f, uint32_t item)
{
    return item < f->row->items.n && !ent_item_is_mention(ent_clause_item_at(f, item));
}

static inline bool ent_clause_is_of(const ent_clause_finding *f, uint32_t item, uint32_t class_id)
{
    return ent_clause_is_token(f, item) &&
           ent_class_has_word(&f->rules->classes, class_id, ent_clause_item_at(f, item)->word);
}

static inline bool ent_clause_is_mark(const ent_clause_finding *f, uint32_t item, char c)
{
    if (!ent_clause_is_token(f, item))
        return false;
    const ent_token *t = &f->row->segments->tokens.items[ent_clause_item_at(f, item)->first];
    return t->end == t->begin + 1 && f->row->segments->document->text.data[t->begin] == c;
}

ent_str ent_clause_text_of(const ent_clause_finding *f, uint32_t item);
uint32_t ent_clause_behind_adverbs(const ent_clause_finding *f, uint32_t item);
bool ent_clause_is_auxiliary(const ent_clause_finding *f, uint32_t item);
/* A word in small letters that is no particle: what a verb may be. */
bool ent_clause_is_content(const ent_clause_finding *f, uint32_t item);
/* "Adopted", "led": a past form or a participle; irregular ones are taught by the rules. */
bool ent_clause_is_past(const ent_clause_finding *f, uint32_t item);
bool ent_clause_ends_as_present(const ent_clause_finding *f, uint32_t item);
bool ent_clause_is_number(const ent_clause_finding *f, uint32_t item);
bool ent_clause_is_by(const ent_clause_finding *f, uint32_t item);
bool ent_clause_is_finite(const ent_clause_finding *f, uint32_t item);

#endif
