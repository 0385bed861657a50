/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "The Minister for Disarmament and Arms Control spoke": what somebody's post is called after is not spoken of. */
#include "importers/extract/names/finder.h"

enum { LONGEST_POST = 12 };

/* "Minister for", "Under-Secretary of State for": a post that goes on. */
static bool is_post_for(const ent_finder *f, uint32_t token, uint32_t end)
{
    static const char *const posts[] = {"Minister",    "Secretary",  "Ambassador", "Envoy",          "Representative",
                                        "Adviser",     "Advisor",    "Director",   "Undersecretary", "Commissioner",
                                        "Coordinator", "Counsellor", "Rapporteur", "Officer",        "Councillor",
                                        "Counselor",   NULL};
    return ent_finder_reads_any(f, token, end, posts) &&
           (ent_finder_is(f, token + 1, f->words.of) || ent_finder_is(f, token + 1, f->words.for_) ||
            ent_finder_reads(f, token + 1, end, "on"));
}

/* Whether the words before the topic lead back to a post: capitals, and what joins them. */
static bool names_post(const ent_finder *f, const ent_mention *m)
{
    uint32_t first = f->segments->sentences.items[m->sentence].first;
    for (uint32_t t = m->first; t-- > first && m->first - t <= LONGEST_POST;) {
        if (is_post_for(f, t, m->first))
            return ent_finder_is_capital(f, t);
        if (!ent_finder_is_capital(f, t) && !(ent_finder_lists(f, t) & ENT_LIST(LINK)) &&
            !ent_finder_is(f, t, f->words.comma))
            return false;
    }
    return false;
}

void ent_drop_post_topics(ent_finder *f)
{
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        const ent_mention *m = &c->mention;
        if (c->gone || m->kind != ENT_TOPIC || !ent_finder_is_capital(f, m->first) || m->flags & ENT_MENTION_NESTED ||
            f->capitals[m->sentence] != ENT_CAPITALS_USUAL || !names_post(f, m))
            continue;
        c->gone = true;
        for (uint32_t t = m->first; t < m->last; t++)
            f->cover[t] = 0;
    }
}
