/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/cues.h"

enum { LOOK_BACK = 3 };

/* Cues stand between the parts of a match, or just before it ("no State supported …", "it was not established"). */
static uint32_t first_item(const ent_row *row, const ent_match *match)
{
    uint32_t first = match->first;
    for (int i = 0; i < LOOK_BACK && first > 0; i++) {
        if (row->items.items[first].flags & ENT_ITEM_CLAUSE)
            break;
        first--;
    }
    return first;
}

static bool is_captured(const ent_match *match, uint32_t item)
{
    for (size_t i = 0; i < ENT_MAX_SLOTS; i++)
        if (item >= match->captures[i].first && item < match->captures[i].last)
            return true;
    return false;
}

/* Behind the last part or word of the match: what a pattern passes over to the sentence's end has cues of its own. */
static uint32_t end_item(const ent_row *row, const ent_match *match)
{
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t end = match->last;
    while (end > match->first + 1 && !is_captured(match, end - 1) &&
           !(ent_match_is_literal(match, end - 1) && tokens[row->items.items[end - 1].first].kind == ENT_TOKEN_WORD))
        end--;
    return end;
}

/* "May" of "3 May": a word that only a name gives a capital; or any before a number. */
static bool is_month(const ent_row *row, uint32_t token)
{
    const ent_sentence *sentence = &row->segments->sentences.items[row->sentence];
    const ent_token *t = &row->segments->tokens.items[token];
    bool capital = t->flags & ENT_TOKEN_CAPITAL && !(t->flags & ENT_TOKEN_ALL_CAPS);
    bool dated = token + 1 < sentence->last && t[1].kind == ENT_TOKEN_NUMBER;
    return capital && (token > sentence->first || dated);
}

ent_cues ent_cues_of(const ent_rules *rules, const ent_row *row, const ent_match *match)
{
    const ent_cue_classes *cues = &rules->cues;
    const ent_token *tokens = row->segments->tokens.items;
    bool possible = false, normative = false, conditional = false, mandated = false;
    unsigned negations = 0;
    uint32_t last = end_item(row, match);
    for (uint32_t i = first_item(row, match); i < last; i++) {
        const ent_item *item = &row->items.items[i];
        if (ent_item_is_mention(item) || ent_match_is_literal(match, i))
            continue;
        uint32_t end = row->segments->sentences.items[row->sentence].last;
        bool neutral = ent_class_match(&rules->classes, cues->neutral, tokens, item->first, end) > 0;
        negations += !neutral && ent_class_match(&rules->classes, cues->negation, tokens, item->first, end) > 0;
        possible |= !is_month(row, item->first) &&
                    ent_class_match(&rules->classes, cues->possible, tokens, item->first, end) > 0;
        normative |= ent_class_match(&rules->classes, cues->normative, tokens, item->first, end) > 0;
        conditional |= ent_class_match(&rules->classes, cues->conditional, tokens, item->first, end) > 0;
        mandated |= ent_class_match(&rules->classes, cues->mandated, tokens, item->first, end) > 0;
    }
    return (ent_cues){.polarity = negations % 2 ? ENT_NEGATED : ENT_AFFIRMED,
                      .modality = mandated      ? ENT_MANDATED
                                  : normative   ? ENT_NORMATIVE
                                  : possible    ? ENT_POSSIBLE
                                  : conditional ? ENT_CONDITIONAL
                                                : ENT_STATED};
}
