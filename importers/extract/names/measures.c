/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that somebody puts forward and nobody has named yet: "proposed a regional centre for widget data",
 * "suggested setting up a network of widget desks". Only behind words of proposing, so that what exists is no proposal.
 */
#include "importers/extract/names/names.h"

enum { REACH = 9, MAX_MODIFIERS = 5 }; /* tokens: back to the proposing word; between the article and the head */

/* Whether a word of proposing stands shortly before `at`: "proposed", "the idea of", "should establish". */
static bool is_put_forward(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    for (uint32_t i = at; i > sentence->first && i + REACH > at; i--) {
        if (ent_finder_lists(f, i - 1) & ENT_LIST(PROPOSING))
            return true;
        if (ent_finder_is(f, i - 1, f->words.semicolon) || ent_finder_is(f, i - 1, f->words.colon))
            return false;
    }
    return false;
}

/* The head behind "a" at `at`, small words of the same phrase between them; 0 where there is none. */
static uint32_t head_behind(const ent_finder *f, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i < end && i <= at + 1 + MAX_MODIFIERS; i++) {
        uint64_t lists = ent_finder_lists(f, i);
        const ent_candidate *over = ent_finder_over(f, i);
        if (f->tokens[i].kind != ENT_TOKEN_WORD || (over && over->mention.kind != ENT_TOPIC) ||
            lists & (ENT_LIST(STOP) | ENT_LIST(LINK)))
            return 0;
        bool goes_on =
            i + 1 < end && ent_finder_lists(f, i + 1) & ENT_LIST(MEASURE); /* "focal point", "network system" */
        if (lists & ENT_LIST(MEASURE) && !goes_on)
            return ent_finder_is_capital(f, i) ? 0 : i;
    }
    return 0;
}

/* Where the words end that say which one, behind "for", "on" or "of"; 0 where none do. */
static uint32_t subject_end(const ent_finder *f, uint32_t head, uint32_t end)
{
    uint32_t at = head + 1;
    bool linked =
        ent_finder_is(f, at, f->words.for_) || ent_finder_is(f, at, f->words.on) || ent_finder_is(f, at, f->words.of);
    if (!linked || at + 1 >= end)
        return 0;
    uint32_t last = ent_name_subject_end(f, at + 1, end);
    return last > at + 1 ? last : 0;
}

void ent_find_measures(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!(ent_finder_lists(f, i) & ENT_LIST(DETERMINER)))
                continue;
            if (!ent_finder_reads(f, i, sentence->last, "a") && !ent_finder_reads(f, i, sentence->last, "an"))
                continue;
            uint32_t head = head_behind(f, i, sentence->last);
            uint32_t last = head ? subject_end(f, head, sentence->last) : 0;
            if (!last || !is_put_forward(f, sentence, i))
                continue;
            uint32_t entity =
                ent_finder_entity(f, ENT_PROPOSAL, ent_finder_name(f, i + 1, last), ENT_STR("status=proposed"));
            ent_candidate c = ent_finder_candidate(s, i + 1, last, ENT_PROPOSAL, ENT_BY_FORM, entity, 0.65f);
            c.mention.flags |= ENT_MENTION_DESCRIBED;
            ent_finder_add(f, c);
            i = last - 1;
        }
    }
}
