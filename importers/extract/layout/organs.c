/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/organs.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/captions.h"
#include "importers/extract/layout/papers.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    BODIES = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION),
    BACKERS = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC),
    MAX_HEADING = 4, /* tokens of "Principal organs of" */
    MAX_BEFORE = 3   /* tokens before the organ's name: "1.", "the" */
};

/* What the lines under a heading with one of the words are to the body whose page it is. */
typedef struct opening {
    uint64_t words, others; /* ENT_CUE(…); with one of the others it means something else */
    ent_relation_type type;
    ent_kinds kinds;
    ent_kinds bodies; /* whose page or sentence it may be */
    bool backwards;   /* the body is the source */
    bool sentence;    /* it may be a long one, "The Assembly adopted these:" */
    const char *rule;
} opening;

static const opening openings[] = {
    {ENT_CUE(ORGANS), ENT_CUE(NO_ORGANS), ENT_PART_OF, BODIES, BODIES, false, true, "layout.organ"},
    {ENT_CUE(PARTNERS), ENT_CUE(NO_BACKERS), ENT_COOPERATES_WITH, BACKERS, BODIES, false, false, "layout.partner"},
    {ENT_CUE(DONORS), ENT_CUE(NO_BACKERS), ENT_FUNDS, BACKERS, BODIES, false, false, "layout.funder"},
    {ENT_CUE(LEADERS), ENT_CUE(NO_ORGANS) | ENT_CUE(NO_BACKERS), ENT_AFFILIATED_WITH, ENT_KIND_BIT(ENT_PERSON), BODIES,
     false, false, "layout.leader"},
    {ENT_CUE(ADOPTIONS), ENT_CUE(NO_ADOPTIONS), ENT_ADOPTED, ENT_KIND_BIT(ENT_INSTRUMENT), ENT_KIND_BIT(ENT_FORUM),
     true, true, "layout.adopted"},
    {ENT_CUE(ATTENDANCE), 0, ENT_PARTICIPATES_IN, ENT_KIND_BIT(ENT_PERSON), ENT_KIND_BIT(ENT_EVENT), false, true,
     "layout.attended"},
    {ENT_CUE(MEMBERSHIPS), 0, ENT_MEMBER_OF, BODIES | ENT_KIND_BIT(ENT_BLOC), BODIES, true, false, "layout.membership"},
};

/* What the line opens: a short heading, or words that end in a colon, and nobody only comes or belongs; else NULL. */
static const opening *opens(const ent_layout_work *work, const ent_line *line)
{
    bool above_items = line + 1 < work->lines.items + work->lines.n && !ent_line_is_prose(work, line) &&
                       ent_line_block(work, line)->kind == ENT_BLOCK_PARAGRAPH &&
                       ent_line_block(work, line + 1)->kind == ENT_BLOCK_ITEM;
    bool heading = above_items || ent_line_block(work, line)->kind == ENT_BLOCK_HEADING,
         colon = ent_line_ends_with(work, line, ':');
    if (!heading && !colon)
        return NULL;
    uint32_t m = ent_mention_find(work, BODIES | ENT_KIND_BIT(ENT_EVENT), line->first, line->last);
    uint32_t named = m == ENT_NO_MENTION ? 0 : ent_mention_at(work, m)->last - ent_mention_at(work, m)->first;
    bool is_short = line->last - line->first - named <= MAX_HEADING;
    for (size_t i = 0; i < N(openings) && (is_short || colon); i++)
        if ((is_short || openings[i].sentence) && ent_tokens_cue(work, line->first, line->last, openings[i].words) &&
            !ent_tokens_cue(work, line->first, line->last, openings[i].others))
            return &openings[i];
    return ent_caption_is_membership(work, line->first, line->last) ? &openings[N(openings) - 1] : NULL;
}

/* The body the line names, else the nearest heading, else the document's first line. */
static uint32_t body_of(const ent_layout_work *work, const ent_line *line, ent_kinds bodies)
{
    uint32_t m = ent_mention_find(work, bodies, line->first, line->last);
    uint32_t section = ent_line_block(work, line)->section;
    for (; m == ENT_NO_MENTION && section != 0; section = work->segments->document->sections.items[section].parent) {
        const ent_line *heading =
            &work->lines.items[work->heading_of[section] == ENT_NO_LINE ? 0 : work->heading_of[section]];
        m = ent_mention_find(work, bodies, heading->first, heading->last);
    }
    if (m == ENT_NO_MENTION)
        m = ent_mention_find(work, bodies, work->lines.items[0].first, work->lines.items[0].last);
    return m == ENT_NO_MENTION ? ENT_UNRESOLVED : ent_mention_at(work, m)->entity;
}

/* The organ whose name begins the line, a text whose symbol ends it, or ENT_NO_MENTION. */
static uint32_t organ_in(const ent_layout_work *work, const ent_line *line, ent_kinds kinds)
{
    ent_block_kind kind = ent_line_block(work, line)->kind;
    bool sentence =
        ent_line_is_prose(work, line) || ent_line_ends_with(work, line, '.') || ent_line_ends_with(work, line, ':');
    if (kind == ENT_BLOCK_HEADING || (kind == ENT_BLOCK_PARAGRAPH && sentence))
        return ENT_NO_MENTION;
    uint32_t m = ent_mention_find(work, ENT_KINDS_ALL, line->first, line->last);
    bool begins = m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= line->first + MAX_BEFORE;
    if (begins && ent_mention_is(ent_mention_at(work, m), kinds))
        return m;
    bool item = kind == ENT_BLOCK_ITEM && kinds == ENT_KIND_BIT(ENT_INSTRUMENT); /* "Widgets at sea (CRP.2);" */
    return item ? ent_paper_symbol(work, line) : ENT_NO_MENTION;
}

/* What a person's line tells behind the name: "Jane Roe, Executive Director". Empty where it is no post. */
static ent_str post_in(const ent_layout_work *work, const ent_line *line, const ent_mention *person)
{
    uint32_t t = person->last;
    if (t >= line->last || !(ent_token_is(work, t, ",") || ent_token_is(work, t, "(")))
        return ENT_STR_EMPTY;
    bool post = false;
    for (t++; t < line->last && !post; t++)
        post = ent_token_in_list(work, t, ENT_LIST(POST));
    return post ? ent_tokens_phrase(work, person->last + 1, line->last) : ENT_STR_EMPTY;
}

/* The organs that the lines from `n` on name, one a line and all lines alike. */
static void read_organs(ent_layout_work *work, uint32_t n, uint32_t body, const opening *says)
{
    const ent_line *lines = work->lines.items;
    ent_block_kind kind = ent_line_block(work, &lines[n])->kind;
    for (; n < work->lines.n && ent_line_block(work, &lines[n])->kind == kind; n++) {
        uint32_t organ = organ_in(work, &lines[n], says->kinds);
        if (organ == ENT_NO_MENTION)
            return;
        const ent_mention *m = ent_mention_at(work, organ);
        ent_str post = m->kind == ENT_PERSON ? post_in(work, &lines[n], m) : ENT_STR_EMPTY;
        if (m->kind == ENT_PERSON && !post.len)
            return;
        ent_str role = says->type == ENT_AFFILIATED_WITH ? post : ENT_STR_EMPTY;
        ent_statement s = {says->type, m->entity, body, m->first, says->rule, 0.85f * m->confidence, role, false};
        if (says->backwards)
            s.source = body, s.target = m->entity;
        ent_layout_state(work, s);
    }
}

void ent_layout_organs(ent_layout_work *work)
{
    for (uint32_t n = 0; n + 1 < work->lines.n; n++) {
        const opening *says = opens(work, &work->lines.items[n]);
        if (says)
            read_organs(work, n + 1, body_of(work, &work->lines.items[n], says->bodies), says);
    }
}
