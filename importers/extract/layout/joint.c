/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/joint.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    OPENING = 8,        /* tokens of "Joint statement delivered on behalf of" */
    OPENING_LINES = 14, /* in which a speaker says for whom */
    PARTIES = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC)
};

typedef struct joint {
    ent_layout_work *work;
    uint32_t floor, person; /* mentions, or ENT_NO_MENTION */
    uint32_t text;          /* the statement's entity, or ENT_UNRESOLVED */
} joint;

/* The token behind the words that say that one speaks for others, or `last`. */
static uint32_t behind_behalf(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t + 2 < last; t++)
        if (ent_token_is(work, t, "on") && ent_token_is(work, t + 1, "behalf") && ent_token_is(work, t + 2, "of"))
            return t + 3;
    return last;
}

/* "Joint statement by": the token behind it, or `last`. */
static uint32_t behind_by(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const by[] = {"by", "of", "from"};
    uint32_t end = first + OPENING < last ? first + OPENING : last, behalf = behind_behalf(work, first, end);
    bool shared = ent_tokens_have(work, first, end, (const char *const[]){"joint"}, 1);
    for (uint32_t t = first + 1; shared && behalf == end && t < end; t++)
        if (ent_token_is_any(work, t, by, N(by)))
            return t + 1;
    return behalf < end ? behalf : last;
}

/* Whether only words that join the parties stand in tokens [first, last). */
static bool joins(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const words[] = {"and", "the",         "of",         "as",      "well",   "my",       "own",
                                        "our", "country",     "delegation", "also",    "states", "behalf",   "on",
                                        "a",   "delegations", "countries",  "kingdom", "group",  "following"};
    for (uint32_t t = first; t < last; t++)
        if (ent_token_is(work, t, ".") || ent_token_is(work, t, ";") ||
            (!ent_token_is_mark(work, t) && !ent_token_is_any(work, t, words, N(words))))
            return false;
    return true;
}

static void state_party(const joint *j, const ent_mention *party)
{
    ent_statement s = {.type = ENT_PARTICIPATES_IN,
                       .source = party->entity,
                       .token = party->first,
                       .rule = "layout.joint",
                       .confidence = 0.85f * party->confidence};
    if (j->floor != ENT_NO_MENTION) {
        s.target = ent_mention_at(j->work, j->floor)->entity;
        s.role = party->kind == ENT_STATE ? ENT_STR("delegation") : ENT_STR_EMPTY;
        ent_layout_state(j->work, s);
    }
    s.type = ENT_PRODUCES, s.target = j->text, s.role = ENT_STR_EMPTY;
    ent_layout_state(j->work, s);
    if (j->person == ENT_NO_MENTION)
        return;
    s.type = ENT_REPRESENTS, s.source = ent_mention_at(j->work, j->person)->entity, s.target = party->entity;
    ent_layout_state(j->work, s);
}

/* The row of parties in tokens [first, last): two at least, or one with "and my own country" behind it. */
static void state_parties(const joint *j, uint32_t first, uint32_t last)
{
    const ent_mention *items = j->work->mentions->items.items;
    uint32_t begin = ent_mention_from(j->work, first), end = begin, behind = first, n = 0;
    for (; end < j->work->mentions->items.n && items[end].first < last; end++) {
        if (items[end].first < behind)
            continue;
        if (!ent_mention_is(&items[end], PARTIES) || !joins(j->work, behind, items[end].first))
            break;
        behind = items[end].last;
        n++;
    }
    for (uint32_t i = begin; n > 1 && i < end; i++)
        if (ent_mention_is(&items[i], PARTIES) && items[i].source != ENT_BY_CLASS)
            state_party(j, &items[i]);
}

/* "I make this statement on behalf of Chile, Norway and my own country, Peru" */
static void read_opening(const joint *j, uint32_t title)
{
    static const char *const first_person[] = {"i", "we", "my", "our"};
    for (uint32_t n = title; n < j->work->lines.n && n < title + OPENING_LINES; n++) {
        const ent_line *line = &j->work->lines.items[n];
        uint32_t behalf = behind_behalf(j->work, line->first, line->last);
        uint32_t sentence = behalf < line->last ? ent_sentence_of(j->work->segments, behalf) : 0;
        uint32_t first = j->work->segments->sentences.items[sentence].first;
        if (behalf == line->last || !ent_tokens_have(j->work, first, behalf, first_person, N(first_person)))
            continue;
        state_parties(j, behalf, j->work->segments->sentences.items[sentence].last);
        return;
    }
}

void ent_layout_joint(ent_layout_work *work, uint32_t title, uint32_t floor, uint32_t person)
{
    const ent_line *line = &work->lines.items[title];
    uint32_t m = line->first < line->last ? ent_mention_over(work, line->first) : ENT_NO_MENTION;
    bool named = m != ENT_NO_MENTION && ent_mention_is(ent_mention_at(work, m), ENT_KIND_BIT(ENT_INSTRUMENT));
    joint j = {work, floor, person, named ? ent_mention_at(work, m)->entity : work->subjects->self};
    uint32_t by = behind_by(work, line->first, line->last);
    if (by < line->last) {
        uint32_t end = work->segments->sentences.items[ent_sentence_of(work->segments, by)].last;
        state_parties(&j, by, end < line->last ? end : line->last);
    }
    read_opening(&j, title);
}
