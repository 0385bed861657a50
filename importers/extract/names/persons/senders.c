/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Jane Roe, Chile, said", "Jane Roe, Secretary of Widgets, Chile": a State behind a comma is whom a person is from,
 * not where something was. */
#include "importers/extract/names/persons/person_context.h"

/* A body of its own, which may be anywhere; a ministry is where its State is. */
static bool is_body_at(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    if (!over || (over->mention.kind != ENT_ORGANIZATION && over->mention.kind != ENT_FORUM))
        return false;
    for (uint32_t t = over->mention.first; t < over->mention.last; t++)
        if (ent_finder_lists(f, t) & ENT_LIST(GOVERNMENT_HEAD))
            return false;
    return true;
}

/* The State whose name stands at a token as a place, or NULL. */
static ent_candidate *place_at(const ent_finder *f, uint32_t at, uint32_t end)
{
    ent_candidate *state = at < end ? ent_finder_over(f, at) : NULL;
    return state && state->mention.kind == ENT_STATE && state->mention.first == at &&
                   state->mention.flags & ENT_MENTION_PLACE
               ? state
               : NULL;
}

/* The comma behind a post that begins at a token and before a State, or `end`. */
static uint32_t comma_behind_post(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const posts[] = {"Minister", "Secretary", "Ambassador", "Representative", "Negotiator", NULL};
    enum { POST_WITHIN = 3, LONGEST_POST = 18 };
    bool post = false;
    for (uint32_t t = at; t < end && t < at + LONGEST_POST && !is_body_at(f, t); t++) {
        if (ent_finder_is(f, t, f->words.comma) && (!post || place_at(f, t + 1, end)))
            return post ? t : end;
        post = post || (t < at + POST_WITHIN && ent_finder_reads_any(f, t, end, posts));
    }
    return end;
}

void ent_free_sender(ent_finder *f, uint32_t last, uint32_t end)
{
    if (last >= end || !ent_finder_is(f, last, f->words.comma))
        return;
    ent_candidate *state = place_at(f, last + 1, end);
    uint32_t comma = state ? last : comma_behind_post(f, last + 1, end);
    state = state || comma == end ? state : place_at(f, comma + 1, end);
    if (state && (state->mention.last >= end || ent_finder_is_punct(f, state->mention.last)))
        state->mention.flags &= (uint8_t)~ENT_MENTION_PLACE;
}
