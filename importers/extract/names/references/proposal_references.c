/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "the moratorium", "this commitment", "such a ban", "a ban on such tests": the proposal named last. */
#include "importers/extract/names/finder.h"

enum { BLOCKS = 2 }; /* how far before it may stand */

static bool points_to_proposal(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    if (!(ent_finder_lists(f, head) & (ENT_LIST(DESCRIBED_PROPOSAL) | ENT_LIST(DESCRIBED_PLEDGE))) ||
        ent_finder_is_capital(f, head))
        return false;
    ent_str before = ent_token_text(f->segments, head - 1);
    bool such = head > sentence->first + 1 && ent_str_eq(before, ENT_STR("a")) &&
                ent_str_eq_nocase(ent_token_text(f->segments, head - 2), ENT_STR("such"));
    bool led = ent_finder_is(f, head - 1, f->words.the) || ent_finder_is(f, head - 1, f->words.this_) || such;
    bool on = head + 2 < sentence->last && ent_finder_is(f, head + 1, f->words.on);
    if (on)
        return ent_str_eq(ent_token_text(f->segments, head + 2), ENT_STR("such"));
    return led && !(head + 1 < sentence->last &&
                    (ent_finder_is(f, head + 1, f->words.to) || ent_finder_is(f, head + 1, f->words.of)));
}

/* The proposal named last before the token, or ENT_UNRESOLVED. */
static uint32_t latest_proposal(ent_finder *f, uint32_t sentence, uint32_t token)
{
    uint32_t from = ent_finder_no_further(token, ent_finder_block_begin(f, sentence, BLOCKS));
    for (uint32_t i = token; i-- > from;) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_PROPOSAL)
            return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

void ent_resolve_proposals(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first + 1; i < sentence->last; i++) {
            if (ent_finder_over(f, i) || !points_to_proposal(f, sentence, i))
                continue;
            uint32_t entity = latest_proposal(f, s, i);
            if (entity != ENT_UNRESOLVED)
                ent_finder_add(f, ent_finder_candidate(s, i, i + 1, ENT_PROPOSAL, ENT_BY_REFERENCE, entity, 0.7f));
        }
    }
}
