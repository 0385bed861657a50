/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/clause_words.h"

enum { SHORTEST_PRESENT = 4 };

ent_str ent_clause_text_of(const ent_clause_finding *f, uint32_t item)
{
    return ent_token_text(f->row->segments, ent_clause_item_at(f, item)->first);
}

uint32_t ent_clause_behind_adverbs(const ent_clause_finding *f, uint32_t item)
{
    while (ent_clause_is_token(f, item) && ent_clause_item_at(f, item)->flags & ENT_ITEM_PASSED)
        item++;
    return item;
}

bool ent_clause_is_auxiliary(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_of(f, item, f->rules->cues.auxiliary);
}

/* A word in small letters that is no particle: what a verb may be. */
bool ent_clause_is_content(const ent_clause_finding *f, uint32_t item)
{
    const ent_cue_classes *cues = &f->rules->cues;
    if (!ent_clause_is_token(f, item) || ent_clause_is_of(f, item, cues->preposition) ||
        ent_clause_is_of(f, item, cues->determiner) || ent_clause_is_of(f, item, cues->conjunction) ||
        ent_clause_item_at(f, item)->flags & (ENT_ITEM_CLAUSE | ENT_ITEM_PASSED))
        return false;
    const ent_token *t = &f->row->segments->tokens.items[ent_clause_item_at(f, item)->first];
    return t->kind == ENT_TOKEN_WORD && !(t->flags & (ENT_TOKEN_CAPITAL | ENT_TOKEN_HYPHEN));
}

static bool governs(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_of(f, item + 1, f->rules->cues.preposition);
}

/* "Adopted", "led": a past form or a participle; irregular ones are taught by the rules. */
bool ent_clause_is_past(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_content(f, item) && (ent_clause_is_of(f, item, f->rules->cues.irregular) ||
                                              ent_str_ends(ent_clause_text_of(f, item), ENT_STR("ed")));
}

bool ent_clause_ends_as_present(const ent_clause_finding *f, uint32_t item)
{
    ent_str text = ent_clause_is_content(f, item) ? ent_clause_text_of(f, item) : ENT_STR_EMPTY;
    return text.len >= SHORTEST_PRESENT && ent_str_ends(text, ENT_STR("s")) && !ent_str_ends(text, ENT_STR("ss"));
}

/* What governs a preposition may be a noun ("the members of"), save for a few. */
static bool is_present(const ent_clause_finding *f, uint32_t item)
{
    static const char *const verbs[] = {"consists", "reports", "belongs", "serves", "acts", "meets"};
    if (!ent_clause_ends_as_present(f, item) || !governs(f, item))
        return ent_clause_ends_as_present(f, item);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (ent_str_eq(ent_clause_text_of(f, item), ent_str_from(verbs[i])))
            return true;
    return false;
}

bool ent_clause_is_number(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_token(f, item) &&
           f->row->segments->tokens.items[ent_clause_item_at(f, item)->first].kind == ENT_TOKEN_NUMBER;
}

bool ent_clause_is_by(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_token(f, item) && ent_str_eq(ent_clause_text_of(f, item), ENT_STR("by"));
}

bool ent_clause_is_finite(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_auxiliary(f, item) || ent_clause_is_past(f, item) || is_present(f, item);
}
