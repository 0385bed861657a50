/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/turns.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MAX_TITLES = 4,
    OPENING = 10 /* tokens in which a speaker greets */,
    CHAIR_WORDS = 3,
    LONGEST_NAME = 12,
    SAID = 12,
    GREETING = 4 /* sentences */
};

static const ent_kinds SPEAKERS =
    ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_PERSON);

typedef struct turn {
    uint32_t sentence; /* the name's; the words stand behind it */
    uint32_t speaker;  /* a mention, or ENT_NO_MENTION: "Chair" */
    bool presides, greets;
} turn;

typedef ENT_VEC(turn) turn_vec;

/* ---- turns ------------------------------------------------------------------------------------------------------- */

/* "Chair", "The President": who presides, without a name. */
static bool is_chair(const ent_layout_work *work, const ent_sentence *line)
{
    static const char *const posts[] = {"chair", "chairman", "chairperson", "chairwoman", "president", "moderator"};
    return line->last - line->first <= CHAIR_WORDS && ent_tokens_have(work, line->first, line->last, posts, N(posts));
}

/* The one whose name is all of the line, titles before it passed over; or ENT_NO_MENTION. */
static uint32_t speaker_of(const ent_layout_work *work, const ent_sentence *line)
{
    uint32_t last = line->last - (line->last > line->first + 1 && ent_token_is(work, line->last - 1, ":"));
    uint32_t m = ent_mention_find(work, SPEAKERS, line->first, last);
    const ent_mention *name = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
    uint32_t before = name && name->kind == ENT_PERSON ? MAX_TITLES : 1;
    return name && name->source != ENT_BY_CLASS && name->last == last && name->first <= line->first + before
               ? m
               : ENT_NO_MENTION;
}

/* Whether the words stand in the tokens, one behind the other. */
static bool has_phrase(const ent_layout_work *work, uint32_t first, uint32_t last, const char *const *words, size_t n)
{
    for (uint32_t t = first; t + n <= last; t++) {
        size_t i = 0;
        while (i < n && ent_token_is(work, t + (uint32_t)i, words[i]))
            i++;
        if (i == n)
            return true;
    }
    return false;
}

/* "is called to order", "I give the floor to". */
static bool presides(const ent_layout_work *work, const ent_sentence *line)
{
    static const char *const order[] = {"called", "to", "order"}, *const give[] = {"give", "the", "floor"},
                             *const have[] = {"have", "the", "floor"}, *const next[] = {"next", "speaker"};
    return has_phrase(work, line->first, line->last, order, N(order)) ||
           has_phrase(work, line->first, line->last, give, N(give)) ||
           has_phrase(work, line->first, line->last, have, N(have)) ||
           has_phrase(work, line->first, line->last, next, N(next));
}

/* "Thank you, Mr. Chair", "Mr. President,". */
static bool greets(const ent_layout_work *work, const ent_sentence *line)
{
    static const char *const words[] = {"thank",       "thanks", "chair",        "chairman",  "chairperson",
                                        "chairwoman",  "madam",  "excellencies", "president", "excellency",
                                        "facilitator", "dear",   "gracias",      "merci"};
    uint32_t last = line->last < line->first + OPENING ? line->last : line->first + OPENING;
    return ent_tokens_have(work, line->first, last, words, N(words));
}

static const ent_sentence *sentence_at(const ent_layout_work *work, uint32_t s)
{
    return &work->segments->sentences.items[s];
}

/* A name that is a sentence of its own may end the paragraph before, where the text lost the lines between them. */
static turn_vec find_turns(const ent_layout_work *work)
{
    turn_vec turns = {0};
    uint32_t n = (uint32_t)work->segments->sentences.n;
    for (uint32_t s = 0; s < n; s++) {
        const ent_sentence *line = sentence_at(work, s);
        bool may_be = line->last > line->first && line->last - line->first <= LONGEST_NAME && s + 1 < n &&
                      sentence_at(work, s + 1)->last > line->last &&
                      work->segments->document->blocks.items[line->block].kind != ENT_BLOCK_ROW;
        bool chair = may_be && is_chair(work, line);
        turn next = {s, may_be && !chair ? speaker_of(work, line) : ENT_NO_MENTION, false, false};
        if (chair || next.speaker != ENT_NO_MENTION) {
            next.greets = greets(work, line + 1);
            ent_vec_push(work->arena, &turns, next);
        } else if (turns.n) {
            turns.items[turns.n - 1].presides |= presides(work, line);
        }
    }
    return turns;
}

/* ---- what they say ----------------------------------------------------------------------------------------------- */

/* The meeting that one who presides names first, else the one that the document reports. */
static uint32_t meeting_of(const ent_layout_work *work, const turn_vec *turns)
{
    uint32_t n = (uint32_t)work->segments->sentences.n;
    for (size_t i = 0; i < turns->n; i++) {
        uint32_t said = turns->items[i].sentence + 1, end = said + SAID < n ? said + SAID : n;
        uint32_t m = turns->items[i].presides
                         ? ent_mention_find(work, ENT_KIND_BIT(ENT_EVENT), sentence_at(work, said)->first,
                                            sentence_at(work, end - 1)->last)
                         : ENT_NO_MENTION;
        if (m != ENT_NO_MENTION)
            return ent_mention_at(work, m)->entity;
    }
    return work->subjects->event;
}

/* "congratulating you on your election to chair this Working Group": the body, or ENT_UNRESOLVED. */
static uint32_t elected_to(const ent_layout_work *work, const ent_sentence *line)
{
    enum { NEAR = 10 };
    static const char *const chosen[] = {"election", "chairmanship", "presidency", "appointment", "assumption"};
    static const char *const chairs[] = {"chair", "chairman", "chairmanship", "chairperson", "president", "presidency"};
    for (uint32_t t = line->first; t + 1 < line->last; t++) {
        if (!ent_token_is(work, t, "your") || !ent_token_is_any(work, t + 1, chosen, N(chosen)))
            continue;
        uint32_t end = t + NEAR < line->last ? t + NEAR : line->last;
        uint32_t m = ent_tokens_have(work, t + 1, end, chairs, N(chairs))
                         ? ent_mention_find(work, ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT), t + 1, end)
                         : ENT_NO_MENTION;
        if (m != ENT_NO_MENTION)
            return ent_mention_at(work, m)->entity;
    }
    return ENT_UNRESOLVED;
}

static void state_chair(ent_layout_work *work, const ent_mention *chair, uint32_t of, uint32_t token)
{
    ent_layout_state(work, (ent_statement){ENT_CHAIRS, chair->entity, of, token, "layout.turns.chair",
                                           0.85f * chair->confidence, ENT_STR("chair"), true});
}

/* The person who presides, where one does and no other; or ENT_NO_MENTION. */
static uint32_t chair_of(const ent_layout_work *work, const turn_vec *turns)
{
    uint32_t chair = ENT_NO_MENTION;
    for (size_t i = 0; i < turns->n; i++) {
        uint32_t who = turns->items[i].presides ? turns->items[i].speaker : ENT_NO_MENTION;
        if (who == ENT_NO_MENTION || ent_mention_at(work, who)->kind != ENT_PERSON)
            continue;
        if (chair != ENT_NO_MENTION && ent_mention_at(work, chair)->entity != ent_mention_at(work, who)->entity)
            return ENT_NO_MENTION;
        chair = who;
    }
    return chair;
}

void ent_layout_turns(ent_layout_work *work)
{
    turn_vec turns = find_turns(work);
    uint32_t chairing = 0, speaking = 0;
    for (size_t i = 0; i < turns.n; i++) {
        chairing += turns.items[i].presides;
        speaking += !turns.items[i].presides && turns.items[i].greets && turns.items[i].speaker != ENT_NO_MENTION;
    }
    uint32_t meeting = chairing && speaking ? meeting_of(work, &turns) : ENT_UNRESOLVED;
    uint32_t chair = chairing && speaking ? chair_of(work, &turns) : ENT_NO_MENTION;
    const ent_mention *head = chair != ENT_NO_MENTION ? ent_mention_at(work, chair) : NULL;
    if (head)
        state_chair(work, head, meeting, head->first);
    for (size_t i = 0; chairing && speaking && i < turns.n; i++) {
        const turn *t = &turns.items[i];
        if (t->presides || !t->greets || t->speaker == ENT_NO_MENTION)
            continue;
        const ent_mention *who = ent_mention_at(work, t->speaker);
        ent_layout_state(work, (ent_statement){ENT_PARTICIPATES_IN, who->entity, meeting, who->first, "layout.turns",
                                               0.85f * who->confidence,
                                               who->kind == ENT_STATE ? ENT_STR("delegation") : ENT_STR_EMPTY, false});
        for (uint32_t s = t->sentence + 1; head && s < work->segments->sentences.n && s <= t->sentence + GREETING; s++)
            state_chair(work, head, elected_to(work, sentence_at(work, s)), sentence_at(work, s)->first);
    }
}
