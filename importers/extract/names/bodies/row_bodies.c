/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Widgetland 30 May 1975 6 April 1976 WSB" under "Signature Ratification Space agency": the short form at the end of
 * each row is a body of its State, which no list may know. */
#include "importers/extract/names/finder.h"

enum {
    MIN_ROWS = 3,
    LONGEST_ROW = 24, /* tokens: a State, two or three dates and their notes */
    LONGEST_GAP = 24, /* the heads of the columns of a second table */
    LONGEST_HEAD = 40
};

typedef struct row_of_body {
    uint32_t state, body; /* tokens */
} row_of_body;

/* A number, a month or what parts them. */
static bool is_in_date(const ent_finder *f, uint32_t t)
{
    return f->tokens[t].kind != ENT_TOKEN_WORD || ent_finder_lists(f, t) & ENT_LIST(MONTH);
}

static const ent_candidate *state_at(const ent_finder *f, uint32_t t)
{
    const ent_candidate *over = t < f->n_tokens ? ent_finder_over(f, t) : NULL;
    return over && over->mention.kind == ENT_STATE && over->mention.first == t ? over : NULL;
}

/* The short form that ends the row of the State at `t`, or 0. */
static uint32_t body_of_row(const ent_finder *f, uint32_t t)
{
    const ent_candidate *state = state_at(f, t);
    bool dated = false;
    uint32_t at = state ? state->mention.last : t;
    for (; state && at < f->n_tokens && at < t + LONGEST_ROW && is_in_date(f, at); at++)
        dated |= f->tokens[at].kind == ENT_TOKEN_NUMBER;
    bool ends = at + 1 >= f->n_tokens || state_at(f, at + 1) ||
                f->segments->sentences.items[ent_sentence_of(f->segments, at)].last == at + 1;
    return dated && at < f->n_tokens && ends && ent_finder_is_acronym(f, at) ? at : 0;
}

/* Whether the words before the first row say that a column is of bodies. */
static bool is_headed(const ent_finder *f, uint32_t first)
{
    for (uint32_t t = first > LONGEST_HEAD ? first - LONGEST_HEAD : 0; t < first; t++)
        if (ent_finder_cues(f, t, first, ENT_CUE(BODY_COLUMN)))
            return true;
    return false;
}

void ent_find_row_bodies(ent_finder *f)
{
    ENT_VEC(row_of_body) rows = {0};
    for (size_t i = 0, n = f->items.n; i < n; i++) {
        const ent_candidate *c = &f->items.items[i];
        uint32_t first = c->mention.first, body = c->gone || c->mention.kind != ENT_STATE ? 0 : body_of_row(f, first);
        if (body)
            ent_vec_push(f->arena, &rows, (row_of_body){first, body});
    }
    for (size_t i = 0, behind; i < rows.n; i = behind) {
        for (behind = i + 1; behind < rows.n && rows.items[behind].state > rows.items[behind - 1].body &&
                             rows.items[behind].state - rows.items[behind - 1].body <= LONGEST_GAP;)
            behind++;
        if (behind - i < MIN_ROWS || !is_headed(f, rows.items[i].state))
            continue;
        for (size_t k = i; k < behind; k++) {
            uint32_t at = rows.items[k].body;
            if (!ent_finder_over(f, at))
                ent_finder_add(f, ent_finder_candidate(ent_sentence_of(f->segments, at), at, at + 1, ENT_ORGANIZATION,
                                                       ENT_BY_FORM,
                                                       ent_finder_entity(f, ENT_ORGANIZATION,
                                                                         ent_finder_text(f, at, at + 1), ENT_STR_EMPTY),
                                                       0.75f));
        }
    }
}
