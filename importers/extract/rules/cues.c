/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/cues.h"

enum { LOOK_BACK = 3, LONGEST_DENIAL = 9 };

/* Cues stand between the parts of a match, or just before it ("no State supported …", "it was not established"). */
static uint32_t look_back(const ent_row *row, uint32_t item)
{
    uint32_t first = item;
    for (int i = 0; i < LOOK_BACK && first > 0; i++) {
        if (row->items.items[first].flags & ENT_ITEM_CLAUSE)
            break;
        first--;
    }
    return first;
}

/* What is said of the match's first name in a relative clause ("the PPWT, which Chile supports") has nothing to do with
 * what stands before that. */
static uint32_t first_item(const ent_row *row, const ent_match *match)
{
    enum { REACH = 2 };
    for (uint32_t i = match->first + 1; i < match->last && i <= match->first + REACH; i++)
        if (!ent_item_is_mention(&row->items.items[i]) && row->items.items[i].flags & ENT_ITEM_CLAUSE)
            return match->first;
    return look_back(row, match->first);
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

/* "for no longer than two years", "no fewer than nine": how much, and no negation. */
static bool is_measure(const ent_segments *segments, uint32_t token, uint32_t end)
{
    return token + 2 < end && ent_str_is_nocase(ent_token_text(segments, token), "no") &&
           ent_str_is_nocase(ent_token_text(segments, token + 2), "than");
}

static bool is_negation(const ent_rules *rules, const ent_row *row, uint32_t item)
{
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t first = row->items.items[item].first, end = row->segments->sentences.items[row->sentence].last;
    return !ent_item_is_mention(&row->items.items[item]) &&
           ent_class_match(&rules->classes, rules->cues.negation, tokens, first, end) > 0 &&
           !is_measure(row->segments, first, end);
}

/* The words of the class closest before the match that, but for a few words, lead up to it; their item, or the match's
 * own where there are none. */
static uint32_t leads_up(const ent_rules *rules, const ent_row *row, const ent_match *match, uint32_t class_id)
{
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t begin = row->items.items[match->first].first;
    for (uint32_t i = match->first; i-- > 0 && match->first - i <= LONGEST_DENIAL;) {
        uint32_t first = row->items.items[i].first;
        uint32_t length = ent_class_match(&rules->classes, class_id, tokens, first, begin);
        if (length > 0)
            return begin - first <= length + LOOK_BACK ? i : match->first;
    }
    return match->first;
}

/* "The claim that Chile left is false." */
static bool is_refuted(const ent_rules *rules, const ent_row *row, const ent_match *match, uint32_t last)
{
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t end = row->segments->sentences.items[row->sentence].last;
    if (leads_up(rules, row, match, rules->cues.asserted) == match->first)
        return false;
    for (uint32_t i = last; i < row->items.n; i++)
        if (!ent_item_is_mention(&row->items.items[i]) &&
            ent_class_match(&rules->classes, rules->cues.refuted, tokens, row->items.items[i].first, end) > 0)
            return true;
    return false;
}

/* How often what the match tells is denied right before it: "Chile denied that", "it is not true that"; "nobody doubts
 * that" has two of them. */
static unsigned count_denials(const ent_rules *rules, const ent_row *row, const ent_match *match)
{
    uint32_t denial = leads_up(rules, row, match, rules->cues.denial);
    unsigned n = denial < match->first;
    for (uint32_t i = look_back(row, denial); i < denial && n > 0; i++)
        n += is_negation(rules, row, i);
    return n;
}

/* "Had Chile agreed, …": the verb before its subject, where the sentence or a clause of it begins. */
static bool is_inverted(const ent_rules *rules, const ent_row *row, const ent_match *match)
{
    const ent_item *items = row->items.items;
    uint32_t verb = match->first - 1;
    return match->first > 0 && !ent_item_is_mention(&items[verb]) &&
           ent_class_has_word(&rules->classes, rules->cues.inverted, items[verb].word) &&
           (verb == 0 || items[verb - 1].flags & ENT_ITEM_CLAUSE);
}

/* "Chile rather than Peru proposed …": what is left out is no part of the match. */
static bool leaves_out_another(const ent_rules *rules, const ent_row *row, const ent_match *match, uint32_t item)
{
    const ent_token *tokens = row->segments->tokens.items;
    uint32_t end = row->segments->sentences.items[row->sentence].last;
    if (ent_class_match(&rules->classes, rules->cues.contrast, tokens, row->items.items[item].first, end) == 0)
        return false;
    while (item < row->items.n && !ent_item_is_mention(&row->items.items[item]))
        item++;
    return !is_captured(match, item);
}

static bool reads(const ent_row *row, const ent_item *item, ent_str word)
{
    return ent_str_eq_nocase(ent_token_text(row->segments, item->first), word);
}

ent_cues ent_cues_of(const ent_rules *rules, const ent_rule *rule, const ent_row *row, const ent_match *match)
{
    const ent_cue_classes *cues = &rules->cues;
    const ent_token *tokens = row->segments->tokens.items;
    bool inverted = is_inverted(rules, row, match), conditional = inverted;
    bool neither = false, possible = false, normative = false, mandated = false;
    uint32_t first = inverted ? match->first : first_item(row, match), last = end_item(row, match);
    unsigned denials = count_denials(rules, row, match) + is_refuted(rules, row, match, last), negations = denials;
    for (uint32_t i = first; i < last; i++) {
        const ent_item *item = &row->items.items[i];
        if (ent_item_is_mention(item) || ent_match_is_literal(match, i))
            continue;
        uint32_t end = row->segments->sentences.items[row->sentence].last;
        bool neutral = ent_class_match(&rules->classes, cues->neutral, tokens, item->first, end) > 0;
        bool negation = !neutral && is_negation(rules, row, i) && !leaves_out_another(rules, row, match, i);
        negations += negation && !(neither && reads(row, item, ENT_STR("nor")));
        neither = neither || reads(row, item, ENT_STR("neither"));
        possible |= !is_month(row, item->first) &&
                    ent_class_match(&rules->classes, cues->possible, tokens, item->first, end) > 0;
        normative |= ent_class_match(&rules->classes, cues->normative, tokens, item->first, end) > 0;
        conditional |= ent_class_match(&rules->classes, cues->conditional, tokens, item->first, end) > 0;
        mandated |= ent_class_match(&rules->classes, cues->mandated, tokens, item->first, end) > 0;
    }
    if (rule->polarity >= 0)
        negations = denials + (rule->polarity == ENT_NEGATED);
    return (ent_cues){.polarity = negations % 2 ? ENT_NEGATED : ENT_AFFIRMED,
                      .modality = rule->modality >= 0 ? (ent_modality)rule->modality
                                  : mandated          ? ENT_MANDATED
                                  : normative         ? ENT_NORMATIVE
                                  : possible          ? ENT_POSSIBLE
                                  : conditional       ? ENT_CONDITIONAL
                                                      : ENT_STATED};
}

/* "In 1986 and 1987, respectively", the word standing at `token`: it is dates that go in pairs. */
static bool pairs_dates(const ent_segments *segments, uint32_t token)
{
    const ent_token *tokens = segments->tokens.items;
    token -= token > 0 && ent_str_eq(ent_token_text(segments, token - 1), ENT_STR(","));
    return token >= 3 && tokens[token - 1].kind == ENT_TOKEN_NUMBER && tokens[token - 3].kind == ENT_TOKEN_NUMBER &&
           ent_str_eq(ent_token_text(segments, token - 2), ENT_STR("and"));
}

bool ent_cues_pair(const ent_rules *rules, const ent_row *row, const ent_match *match)
{
    for (uint32_t i = match->first; i < row->items.n; i++) {
        const ent_item *item = &row->items.items[i];
        if (i >= match->last && item->flags & ENT_ITEM_CLAUSE)
            return false;
        if (ent_class_has_word(&rules->classes, rules->cues.respective, item->word))
            return !pairs_dates(row->segments, item->first);
    }
    return false;
}
