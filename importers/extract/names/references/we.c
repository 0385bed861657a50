/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "We" of a body's own page ("Who we are", "About us"): the body that the page is about. In quotes it is somebody else.
 */
#include "importers/extract/names/finder.h"
#include "importers/extract/names/references/pronouns.h"

#define VOICES (ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC))

enum { MAX_HEADING = 6 };

/* "Who we are", "About us", "Our members"; not "Contact us". */
static bool is_own_voice(const ent_finder *f, const ent_sentence *heading)
{
    uint32_t last = heading->last, first = heading->first;
    bool about = ent_finder_reads(f, first, last, "about");
    for (uint32_t t = first; t < last; t++)
        if (ent_finder_reads(f, t, last, "we") || (about && ent_finder_reads(f, t, last, "us")))
            return true;
    return ent_finder_reads(f, first, last, "our");
}

/* Whether a short heading speaks in the page's own voice. */
static bool speaks_for_itself(const ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *heading = ent_pronoun_sentence(f, s);
        if (heading->last - heading->first <= MAX_HEADING && ent_finder_is_heading(f, s) && is_own_voice(f, heading))
            return true;
    }
    return false;
}

static bool has_quotes(const ent_finder *f, const ent_sentence *sentence)
{
    static const char *const quotes[] = {"\"", "“", "”", "«", "‘", NULL};
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        if (ent_finder_reads_any(f, t, sentence->last, quotes))
            return true;
    return false;
}

void ent_resolve_we(ent_finder *f)
{
    uint32_t we = ent_vocabulary_find(f->vocabulary, ENT_STR("we"));
    if (!we || !f->topics || !speaks_for_itself(f))
        return;
    for (uint32_t s = 1; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = ent_pronoun_sentence(f, s);
        uint32_t topic = f->topics[ent_sentence_section(f->segments, s)];
        if (topic == ENT_UNRESOLVED || !ent_kinds_has(VOICES, f->out->entities.items[topic].kind) ||
            ent_finder_is_heading(f, s) || has_quotes(f, sentence))
            continue;
        for (uint32_t t = sentence->first; t < sentence->last; t++)
            if (ent_finder_is(f, t, we) && (t == sentence->first || ent_finder_is(f, t - 1, f->words.comma)))
                ent_pronoun_stand_for(f, s, t, t + 1, topic, 0.6f);
    }
}
