/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures told by what is given up: "refrain from testing widgets", "no longer conduct widget tests", "an end to
 * widget tests". The lexicon says of a topic which proposal it is to do without it (`forgone=no-widget-tests`). */
#include "importers/extract/names/names.h"

#include "core/model/key.h"

enum { MAX_BETWEEN = 4 }; /* tokens between the verb and the topic */

/* What a topic's row says, as the entry of the proposal; UINT32_MAX. */
uint32_t ent_forgone_entry(const ent_finder *f, uint32_t topic)
{
    uint32_t entry = topic < f->out->entities.n ? f->out->entities.items[topic].entry : UINT32_MAX;
    ent_str slug = entry == UINT32_MAX
                       ? ENT_STR_EMPTY
                       : ent_attribute_get(ent_lexicon_entry_at(f->lexicon, entry)->attributes, ENT_STR("forgone"));
    return slug.len ? ent_lexicon_find(f->lexicon, ent_arena_join(f->arena, ENT_STR("proposal:"), slug)) : UINT32_MAX;
}

/* "did not", "has never": what was, not what is to be. */
static bool is_told(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    static const char *const past[] = {"did", "does", "do", "has", "have", "had", "was", "were", "is", "are", NULL};
    return at > sentence->first && ent_finder_reads_any(f, at - 1, sentence->last, past);
}

/* The token behind the words that give something up at `at`, or 0. */
static uint32_t giving_up(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    static const char *const nots[] = {"not", "never", "longer", NULL}, *const links[] = {"from", "to", NULL};
    static const char *const links_needed[] = {"refrain", "refraining", "abstain", "desist", "end", NULL};
    uint32_t end = sentence->last;
    if (!(ent_finder_lists(f, at) & ENT_LIST(FORGOING)) || is_told(f, sentence, at))
        return 0;
    if (ent_finder_reads(f, at, end, "no") && !ent_finder_reads(f, ++at, end, "longer"))
        return 0;
    if (ent_finder_reads_any(f, at, end, nots)) {
        at += 1 + ent_finder_is(f, at + 1, f->words.to);
        return ent_finder_cues(f, at, end, ENT_CUE(FORGONE_ACT)) ? at : 0;
    }
    if (ent_finder_reads_any(f, at, end, links_needed))
        return ent_finder_reads_any(f, at + 1, end, links) ? at + 2 : 0;
    return at + 1;
}

/* A topic that a proposal forgoes, shortly behind `at`, with the proposal's entry; NULL where another name, a full stop
 * or the end stands before. */
static const ent_candidate *forgone_behind(ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t *entry)
{
    for (uint32_t i = at; i < sentence->last && i <= at + MAX_BETWEEN; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        bool bracket = ent_finder_is(f, i, f->words.open) || ent_finder_is(f, i, f->words.close);
        if (over && over->mention.kind != ENT_TOPIC)
            return NULL;
        if (over && (*entry = ent_forgone_entry(f, ent_finder_names(f, over))) != UINT32_MAX)
            return over;
        if (ent_finder_is_punct(f, i) && !bracket && !ent_finder_is(f, i, f->words.comma))
            return NULL;
    }
    return NULL;
}

void ent_find_forgone(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t behind = giving_up(f, sentence, i), entry = UINT32_MAX;
            const ent_candidate *topic = behind ? forgone_behind(f, sentence, behind, &entry) : NULL;
            if (!topic || ent_finder_over(f, i))
                continue;
            uint32_t last = topic->mention.last, proposal = ent_finder_entry(f, entry);
            ent_finder_add(f, ent_finder_candidate(s, i, last, ENT_PROPOSAL, ENT_BY_FORM, proposal, 0.7f));
            i = last - 1;
        }
    }
}
