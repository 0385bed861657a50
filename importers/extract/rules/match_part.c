/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a pattern took: each further mention, and the words as a person would quote them. */
#include "importers/extract/rules/match.h"

bool ent_match_is_literal(const ent_match *match, uint32_t item)
{
    return (match->literal[item / 64] >> (item % 64)) & 1;
}

/* Whether nothing that takes items follows in the pattern. */
static bool is_last(const ent_pattern *pattern, size_t step)
{
    for (size_t i = step + 1; i < pattern->steps.n; i++)
        if (pattern->steps.items[i].op == ENT_OP_WORDS || pattern->steps.items[i].op == ENT_OP_SLOT)
            return false;
    return true;
}

/* "…, and Chile said": whoever may act, of no kind that the slot takes, stands behind a comma. */
static bool is_new_subject(const ent_row *row, const ent_step *s, uint32_t item)
{
    enum { SUBJECTS = ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT) };
    const ent_item *it = &row->items.items[item];
    if (!(it->kinds & SUBJECTS) || it->kinds & s->kinds || it->flags & ENT_ITEM_EMBEDDED)
        return false;
    for (uint32_t before = item; before > 0 && before + 3 > item; before--) {
        const ent_token *t = &row->segments->tokens.items[row->items.items[before - 1].first];
        if (t->kind == ENT_TOKEN_PUNCT)
            return row->segments->document->text.data[t->begin] == ',';
    }
    return false;
}

/* A slot that takes each further mention reaches to the next thing the pattern took; where none follows, to the end of
 * the clause, or behind a wide gap of the sentence. */
void ent_match_extend(const ent_pattern *pattern, const ent_row *row, ent_match *out)
{
    for (size_t i = 0; i < pattern->steps.n; i++) {
        const ent_step *s = &pattern->steps.items[i];
        if (s->op != ENT_OP_SLOT || !s->each || s->slot == ENT_NO_SLOT)
            continue;
        ent_capture *capture = &out->captures[s->slot];
        bool last = is_last(pattern, i), wide = i > 0 && pattern->steps.items[i - 1].wide;
        uint32_t end = capture->last, limit = last ? (uint32_t)row->items.n : out->last;
        while (capture->first < capture->last && end < limit && !ent_match_is_literal(out, end) &&
               !(last && !wide && (row->items.items[end].flags & ENT_ITEM_CLAUSE || is_new_subject(row, s, end))))
            end++;
        capture->last = end;
    }
}

static bool is_auxiliary(const ent_row *row, const ent_rules *rules, uint32_t item)
{
    return ent_class_has_word(&rules->classes, rules->cues.auxiliary, row->items.items[item].word);
}

/* What does not belong to the words of a part when they end with it. */
static bool is_loose(const ent_row *row, const ent_rules *rules, uint32_t item)
{
    const ent_token *t = &row->segments->tokens.items[row->items.items[item].first];
    return !ent_item_is_mention(&row->items.items[item]) &&
           (t->kind == ENT_TOKEN_PUNCT || is_auxiliary(row, rules, item) ||
            ent_class_has_word(&rules->classes, rules->cues.preposition, t->word) ||
            ent_class_has_word(&rules->classes, rules->cues.determiner, t->word) ||
            ent_class_has_word(&rules->classes, rules->cues.conjunction, t->word));
}

ent_str ent_row_part(const ent_row *row, const ent_rules *rules, const ent_pattern *pattern, const ent_match *match,
                     ent_str part)
{
    uint8_t slot = part.len ? ent_pattern_slot(pattern, part) : ENT_NO_SLOT;
    if (slot == ENT_NO_SLOT)
        return ENT_STR_EMPTY;
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t first = match->captures[slot].first, last = match->captures[slot].last;
    while (first < last && is_loose(row, rules, last - 1))
        last--;
    while (first < last &&
           (tokens[row->items.items[first].first].kind == ENT_TOKEN_PUNCT || is_auxiliary(row, rules, first)))
        first++;
    if (first == last)
        return ENT_STR_EMPTY;
    return ent_str_slice(row->segments->document->text, tokens[row->items.items[first].first].begin,
                         tokens[row->items.items[last - 1].last - 1].end);
}
