/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/floor.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { HEAD_LINES = 8, MIN_SPEAKERS = 3, LONGEST_TITLES = 8 };

static const ent_kinds BODIES = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION);

/* One who took the floor: mentions. */
typedef struct speaker {
    uint32_t body, person; /* `person`: or ENT_NO_MENTION */
} speaker;

/* Behind "the", "the 2031", "the Annual" where no name begins before. */
static uint32_t behind_year(const ent_layout_work *work, uint32_t at, uint32_t last)
{
    static const char *const passed[] = {"annual", "formal", "informal"};
    at += ent_token_is(work, at, "the");
    while (at < last && ent_mention_over(work, at) == ENT_NO_MENTION &&
           (work->segments->tokens.items[at].kind == ENT_TOKEN_NUMBER || ent_token_is_any(work, at, passed, N(passed))))
        at++;
    return at;
}

uint32_t ent_floor_in(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const places[] = {"at", "in", "to", "before", "during", "for"};
    static const char *const dashes[] = {"-", "–", "—", "|", ":"};
    for (uint32_t t = first; t + 1 < last; t++) {
        uint32_t named = behind_year(work, t + 1, last);
        bool place = ent_token_is_any(work, t, places, N(places)) || ent_token_is_any(work, t, dashes, N(dashes));
        uint32_t m = place && named < last ? ent_mention_over(work, named) : ENT_NO_MENTION;
        const ent_mention *at = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
        if (at && at->first == named && (at->kind == ENT_FORUM || at->kind == ENT_EVENT) &&
            at->entity != ENT_UNRESOLVED)
            return m;
    }
    return ENT_NO_MENTION;
}

/* "Statements to the Widget Committee", "National statements delivered at the fifth session": where they were made, or
 * ENT_NO_MENTION. */
static uint32_t floor_of(const ent_layout_work *work, const ent_line *line)
{
    enum { OPENING = 3 };
    static const char *const plural[] = {"statements", "speakers", "interventions", "speeches"};
    uint32_t last = line->last < line->first + OPENING ? line->last : line->first + OPENING;
    if (ent_line_is_prose(work, line) || !ent_tokens_have(work, line->first, last, plural, N(plural)))
        return ENT_NO_MENTION;
    return ent_floor_in(work, line->first, line->last);
}

/* Where titles and marks from `first` on end. */
static uint32_t behind_titles(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const titles[] = {"h", "e", "h.e", "h.e.", "his", "her", "the", "excellency", "by"};
    uint32_t t = first;
    while (t < last && t < first + LONGEST_TITLES && ent_mention_over(work, t) == ENT_NO_MENTION &&
           (ent_token_is_mark(work, t) || ent_token_is_any(work, t, titles, N(titles)) ||
            ent_token_in_list(work, t, ENT_LIST(PERSON_TITLE) | ENT_LIST(POST))))
        t++;
    return t;
}

/* A line that begins with a State or body, and goes on with a person, "on behalf of" somebody, brackets or nothing. */
static bool read_speaker(const ent_layout_work *work, const ent_line *line, speaker *out)
{
    uint32_t m = line->first < line->last ? ent_mention_over(work, line->first) : ENT_NO_MENTION;
    if (m == ENT_NO_MENTION || !ent_mention_is(ent_mention_at(work, m), BODIES) || ent_line_is_prose(work, line))
        return false;
    uint32_t behind = ent_mention_at(work, m)->last, name = behind_titles(work, behind, line->last);
    uint32_t person = name < line->last ? ent_mention_over(work, name) : ENT_NO_MENTION;
    bool named = person != ENT_NO_MENTION && name > behind && ent_token_is_mark(work, behind) &&
                 ent_mention_is(ent_mention_at(work, person), ENT_KIND_BIT(ENT_PERSON));
    *out = (speaker){m, named ? person : ENT_NO_MENTION};
    return named || behind == line->last || ent_token_is(work, behind, "(") ||
           (name + 1 < line->last && ent_token_is(work, name, "on") && ent_token_is(work, name + 1, "behalf"));
}

static void state_speaker(ent_layout_work *work, const speaker *who, const ent_mention *floor)
{
    const ent_mention *body = ent_mention_at(work, who->body);
    ent_statement s = {.type = ENT_PARTICIPATES_IN,
                       .source = body->entity,
                       .target = floor->entity,
                       .token = body->first,
                       .rule = "layout.floor",
                       .confidence = 0.85f};
    s.role = body->kind == ENT_STATE ? ENT_STR("delegation") : ENT_STR_EMPTY;
    ent_layout_state(work, s);
    if (who->person == ENT_NO_MENTION)
        return;
    s.source = ent_mention_at(work, who->person)->entity;
    s.confidence *= ent_mention_at(work, who->person)->confidence;
    s.role = ENT_STR_EMPTY;
    ent_layout_state(work, s);
    s.type = ENT_AFFILIATED_WITH;
    s.target = body->entity;
    ent_layout_state(work, s);
}

void ent_layout_floor(ent_layout_work *work)
{
    const ent_line *lines = work->lines.items;
    uint32_t floor = ENT_NO_MENTION, n = 0, speakers = 0;
    for (; n < work->lines.n && n < HEAD_LINES && floor == ENT_NO_MENTION; n++)
        floor = floor_of(work, &lines[n]);
    speaker who;
    for (uint32_t i = n; floor != ENT_NO_MENTION && i < work->lines.n; i++)
        speakers += read_speaker(work, &lines[i], &who);
    for (uint32_t i = n; speakers >= MIN_SPEAKERS && i < work->lines.n; i++)
        if (read_speaker(work, &lines[i], &who))
            state_speaker(work, &who, ent_mention_at(work, floor));
}
