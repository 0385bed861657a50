/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/posts.h"

enum { LONGEST_POST = 16, LONGEST_TITLE = 4 /* items */ };

typedef enum opening { NO_LIST, WITH_PERSON, WITH_POST } opening;

static bool is_mark(const ent_row *row, uint32_t item, char c)
{
    const ent_item *it = &row->items.items[item];
    const ent_token *t = &row->segments->tokens.items[it->first];
    return !ent_item_is_mention(it) && t->end == t->begin + 1 && row->segments->document->text.data[t->begin] == c;
}

static bool names(const ent_row *row, uint32_t item, ent_kinds kinds)
{
    return ent_item_is_mention(&row->items.items[item]) && row->items.items[item].kinds & kinds;
}

/* The comma before the name at `person`, its title and "and" between; or the item itself. */
static uint32_t comma_before(const ent_row *row, uint32_t person)
{
    for (uint32_t i = person; i > 0 && person - i <= LONGEST_TITLE; i--) {
        if (is_mark(row, i - 1, ','))
            return i - 1;
        if (ent_item_is_mention(&row->items.items[i - 1]) || is_mark(row, i - 1, ';') || is_mark(row, i - 1, ':'))
            break;
    }
    return person;
}

/* Where the words begin that end with the name of a body or State right before `end`, behind a comma or at what else
 * parts them; `end` where no such name stands there or the words tell of no post. */
static uint32_t post_begin(const ent_row *row, const ent_word_lists *lists, uint32_t end)
{
    const ent_kinds homes =
        ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM);
    if (end == 0 || !names(row, end - 1, homes))
        return end;
    bool post = false;
    uint32_t i = end - 1;
    for (; i > 0 && end - i < LONGEST_POST; i--) {
        if (names(row, i - 1, ENT_KIND_BIT(ENT_PERSON)) || is_mark(row, i - 1, ',') || is_mark(row, i - 1, ';') ||
            is_mark(row, i - 1, ':'))
            break;
        const ent_token *t = &row->segments->tokens.items[row->items.items[i - 1].first];
        post |= !ent_item_is_mention(&row->items.items[i - 1]) && ent_word_lists_of(lists, t->word) & ENT_LIST(POST);
    }
    return post ? i : end;
}

/* How the list begins of which the person is: goes from name to name, a post and commas between them. */
static opening list_opens(const ent_row *row, const ent_word_lists *lists, uint32_t person)
{
    opening opens = NO_LIST;
    for (;;) {
        uint32_t comma = comma_before(row, person);
        uint32_t post = comma < person ? post_begin(row, lists, comma) : comma;
        if (comma == person || post == comma)
            return opens;
        if (post < 2 || !is_mark(row, post - 1, ',') || !names(row, post - 2, ENT_KIND_BIT(ENT_PERSON)))
            return WITH_POST;
        opens = WITH_PERSON;
        person = post - 2;
    }
}

/* Whether another person follows behind the comma at `item`. */
static bool person_follows(const ent_row *row, uint32_t item)
{
    uint32_t n = (uint32_t)row->items.n;
    if (item >= n || !is_mark(row, item, ','))
        return false;
    for (uint32_t i = item + 1; i < n && i <= item + LONGEST_TITLE; i++)
        if (ent_item_is_mention(&row->items.items[i]))
            return names(row, i, ENT_KIND_BIT(ENT_PERSON));
    return false;
}

static const ent_capture *end_of(const ent_rule_end *end, const ent_pattern *pattern, const ent_match *match)
{
    uint8_t slot = end->kind == ENT_END_SLOT ? ent_pattern_slot(pattern, end->slot) : ENT_NO_SLOT;
    return slot == ENT_NO_SLOT ? NULL : &match->captures[slot];
}

bool ent_post_is_anothers(const ent_row *row, const ent_word_lists *lists, const ent_rule *rule,
                          const ent_pattern *pattern, const ent_match *match)
{
    if (rule->type != ENT_AFFILIATED_WITH && rule->type != ENT_REPRESENTS)
        return false;
    const ent_capture *person = end_of(&rule->source, pattern, match), *home = end_of(&rule->target, pattern, match);
    if (!person || !home || person->first == person->last || home->first == home->last ||
        !names(row, person->first, ENT_KIND_BIT(ENT_PERSON)))
        return false;
    if (home->first < person->first)
        return comma_before(row, person->first) == home->last && list_opens(row, lists, person->first) == WITH_PERSON;
    return home->first > person->last && person_follows(row, home->last) &&
           list_opens(row, lists, person->first) == WITH_POST;
}
