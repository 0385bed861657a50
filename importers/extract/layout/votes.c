/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is a row of sentences or lines that hold nothing but names, under the words "In favour", "Against",
 * "Abstaining", "Absent". What was voted on stands before it; of a resolution it is the document itself. */
#include "importers/extract/layout/votes.h"

#include "core/model/key.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    VOTERS = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC),
    TEXTS = ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL),
    SENTENCES_BACK = 8
};

typedef enum stance { NO_LIST, IN_FAVOUR, AGAINST, NEITHER } stance;

typedef struct ballot {
    stance stance;
    uint32_t text; /* what was voted on, or ENT_UNRESOLVED */
} ballot;

/* ---- the words above a list -------------------------------------------------------------------------------------- */

/* The label that begins at `first`, and the token behind it with its number and colon. */
static stance label_at(const ent_layout_work *work, uint32_t first, uint32_t last, uint32_t *behind)
{
    static const char *const favour[] = {"favour", "favor"}, *const neither[] = {"abstaining", "abstain",
                                                                                 "abstained",  "abstentions",
                                                                                 "abstention", "absent"};
    stance found = NO_LIST;
    *behind = first + 1;
    if (first + 1 < last && ent_token_is(work, first, "in") && ent_token_is_any(work, first + 1, favour, N(favour))) {
        found = IN_FAVOUR;
        *behind = first + 2;
    } else if (ent_token_is(work, first, "against")) {
        found = AGAINST;
    } else if (ent_token_is_any(work, first, neither, N(neither))) {
        found = NEITHER;
    }
    if (*behind < last && ent_token_is(work, *behind, "("))
        *behind = ent_bracket_end(work, *behind, last);
    bool colon = *behind < last && ent_token_is(work, *behind, ":");
    *behind += colon;
    return colon || *behind == last ? found : NO_LIST;
}

/* ---- what was voted on ------------------------------------------------------------------------------------------- */

static bool is_about_part(const ent_layout_work *work, const ent_sentence *s)
{
    static const char *const parts[] = {"paragraph", "paragraphs", "amendment", "amendments", "motion", "provision"};
    return ent_tokens_have(work, s->first, s->last, parts, N(parts));
}

static bool tells_of_vote(const ent_layout_work *work, const ent_sentence *s)
{
    static const char *const words[] = {"vote", "votes", "voting", "voted", "ballot"};
    return ent_tokens_have(work, s->first, s->last, words, N(words));
}

/* The text that the nearest sentence before the list names, where a vote is told of on the way; a vote on a paragraph
 * is none on its text. */
static uint32_t text_before(const ent_layout_work *work, uint32_t sentence)
{
    bool vote = false;
    for (uint32_t s = sentence, back = 0; s-- > 0 && back < SENTENCES_BACK; back++) {
        const ent_sentence *at = &work->segments->sentences.items[s];
        uint32_t named = ent_mention_find(work, TEXTS, at->first, at->last);
        vote = vote || tells_of_vote(work, at);
        if (is_about_part(work, at))
            return ENT_UNRESOLVED;
        if (named != ENT_NO_MENTION && vote)
            return work->mentions->items.items[named].entity;
    }
    return ENT_UNRESOLVED;
}

static uint32_t text_of(const ent_layout_work *work, uint32_t sentence)
{
    uint32_t self = work->subjects->self;
    if (self == ENT_UNRESOLVED)
        return text_before(work, sentence);
    ent_str form = ent_attribute_get(work->mentions->entities.items[self].attributes, ENT_STR("form"));
    return ent_str_eq(form, ENT_STR("resolution")) ? self : text_before(work, sentence);
}

/* ---- the list ---------------------------------------------------------------------------------------------------- */

static void state_voters(ent_layout_work *work, const ballot *b, uint32_t first, uint32_t last)
{
    const ent_mention *items = work->mentions->items.items;
    ent_relation_type type = b->stance == IN_FAVOUR ? ENT_SUPPORTS : ENT_OPPOSES;
    if (b->stance == NEITHER)
        return;
    for (uint32_t i = ent_mention_from(work, first); i < work->mentions->items.n && items[i].first < last; i++)
        if (ent_mention_is(&items[i], VOTERS))
            ent_layout_state(work, (ent_statement){type, items[i].entity, b->text, items[i].first, "layout.vote",
                                                   0.95f * items[i].confidence, ENT_STR_EMPTY, false});
}

static void read_sentence(ent_layout_work *work, ballot *b, uint32_t sentence)
{
    const ent_sentence *s = &work->segments->sentences.items[sentence];
    uint32_t first = s->first, behind;
    stance label = label_at(work, s->first, s->last, &behind);
    if (label != NO_LIST) {
        if (b->stance == NO_LIST)
            b->text = text_of(work, sentence);
        b->stance = label;
        first = behind;
    }
    if (b->stance == NO_LIST || first == s->last)
        return;
    if (ent_tokens_are_names(work, VOTERS, first, s->last))
        state_voters(work, b, first, s->last);
    else if (!ent_token_is(work, first, "none"))
        b->stance = NO_LIST;
}

void ent_layout_votes(ent_layout_work *work)
{
    ballot b = {NO_LIST, ENT_UNRESOLVED};
    for (uint32_t s = 0; s < work->segments->sentences.n; s++)
        read_sentence(work, &b, s);
}
