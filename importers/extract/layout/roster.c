/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/roster.h"

#include "importers/extract/gazetteer/lexicon_data.h"

enum {
    BODIES = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_STATE),
    MIN_PERSONS = 3,
    MAX_PERSONS = 32
};

typedef struct roster {
    struct {
        uint32_t person, body; /* mentions */
    } rows[MAX_PERSONS];
    size_t n;
} roster;

/* The unnested mention that begins at a token, of these kinds, or ENT_NO_MENTION. */
static uint32_t mention_at(const ent_layout_work *work, uint32_t token, uint32_t last, ent_kinds kinds)
{
    uint32_t m = token < last ? ent_mention_over(work, token) : ENT_NO_MENTION;
    return m != ENT_NO_MENTION && ent_mention_at(work, m)->first == token &&
                   ent_mention_is(ent_mention_at(work, m), kinds)
               ? m
               : ENT_NO_MENTION;
}

/* The token behind a comma or semicolon at `t`, else 0. */
static uint32_t behind_comma(const ent_layout_work *work, uint32_t t, uint32_t last)
{
    return t < last && (ent_token_is(work, t, ",") || ent_token_is(work, t, ";")) ? t + 1 : 0;
}

/* The token behind the mark that parts a person from a body at `t`: a comma, a dash of its own; else 0. */
static uint32_t behind_mark(const ent_layout_work *work, uint32_t t, uint32_t last)
{
    static const char *const dashes[] = {"-", "–", "—"};
    bool dash = t < last && ent_token_is_any(work, t, dashes, sizeof dashes / sizeof *dashes) &&
                !(work->segments->tokens.items[t].flags & ENT_TOKEN_JOINED);
    return dash ? t + 1 : behind_comma(work, t, last);
}

/* "Tokyo," behind a body: one word with a capital that is no name, and a comma. */
static uint32_t pass_place(const ent_layout_work *work, uint32_t t, uint32_t last)
{
    bool place = t + 1 < last && ent_mention_over(work, t) == ENT_NO_MENTION && ent_token_is(work, t + 1, ",") &&
                 work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL;
    return place ? t + 2 : t;
}

/* "and", "Dr.", "Amb. (ret.)": what goes before a name. */
static uint32_t pass_titles(const ent_layout_work *work, uint32_t t, uint32_t last)
{
    while (t < last && (ent_token_is(work, t, "and") || ent_token_is(work, t, ".") ||
                        ent_token_in_list(work, t, ENT_LIST(PERSON_TITLE))))
        t++;
    return t < last && ent_token_is(work, t, "(") ? ent_bracket_end(work, t, last) : t;
}

static void state_roster(ent_layout_work *work, const roster *r)
{
    for (size_t i = 0; r->n >= MIN_PERSONS && i < r->n; i++) {
        const ent_mention *person = ent_mention_at(work, r->rows[i].person),
                          *body = ent_mention_at(work, r->rows[i].body);
        ent_layout_state(work,
                         (ent_statement){ENT_AFFILIATED_WITH, person->entity, body->entity, person->first,
                                         "layout.person.roster", 0.85f * person->confidence, ENT_STR_EMPTY, false});
    }
}

/* The row of the roster that begins at the person `m`: the token where the next may begin, or 0 where it is no row. A
 * State behind its body is where that is. */
static uint32_t take_row(const ent_layout_work *work, roster *r, uint32_t m, uint32_t last)
{
    uint32_t at = behind_mark(work, ent_mention_at(work, m)->last, last);
    uint32_t body = at ? mention_at(work, at, last, BODIES) : ENT_NO_MENTION;
    if (body == ENT_NO_MENTION || r->n == MAX_PERSONS)
        return 0;
    uint32_t end = ent_mention_at(work, body)->last, next = behind_comma(work, end, last);
    uint32_t place = next ? mention_at(work, next, last, ENT_KIND_BIT(ENT_STATE)) : ENT_NO_MENTION;
    if (place != ENT_NO_MENTION) {
        end = ent_mention_at(work, place)->last;
        next = behind_comma(work, end, last);
    }
    if (!next && end < last && !ent_token_is(work, end, ".") && !ent_token_is(work, end, "and"))
        return 0; /* "Jane Roe, UNIDIR Director" */
    r->rows[r->n].person = m;
    r->rows[r->n++].body = body;
    next = pass_titles(work, next ? pass_place(work, next, last) : end, last);
    return next < last ? next : 0;
}

void ent_layout_rosters(ent_layout_work *work)
{
    roster r = {.n = 0};
    uint32_t next = 0;
    for (uint32_t m = 0; m < work->mentions->items.n; m++) {
        const ent_mention *person = ent_mention_at(work, m);
        if (!ent_mention_is(person, ENT_KIND_BIT(ENT_PERSON)))
            continue;
        if (person->first != next) {
            state_roster(work, &r);
            r.n = 0;
        }
        next = take_row(work, &r, m, work->segments->sentences.items[person->sentence].last);
    }
    state_roster(work, &r);
}
