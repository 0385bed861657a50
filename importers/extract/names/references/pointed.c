/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nouns that stand for a State or body named just before: "this country", "the country" where the paragraph speaks of
 * one alone, "said organization". */
#include "importers/extract/names/names.h"
#include "importers/extract/names/references/pronouns.h"

#define UNIONS (ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_BLOC))
#define TEXTS  ENT_KIND_BIT(ENT_INSTRUMENT)

enum { MOST_ADJECTIVES = 3 };

/* ---- "said organization" ----------------------------------------------------------------------------------------- */

/* What the noun may stand for, 0 for other words. */
static ent_kinds kinds_of(const ent_finder *f, uint32_t head, uint32_t end)
{
    static const char *const bodies[] = {"organization", "organisation", "body",  "agency", "bloc",
                                         "community",    "institution",  "group", NULL};
    static const char *const texts[] = {"treaty", "convention", "agreement", "protocol", "accord", "instrument", NULL};
    return ent_finder_reads_any(f, head, end, bodies) ? UNIONS : ent_finder_reads_any(f, head, end, texts) ? TEXTS : 0;
}

/* The last name of these kinds in tokens [first, last), within another name or not; or ENT_UNRESOLVED. */
static uint32_t last_named(ent_finder *f, uint32_t first, uint32_t last, ent_kinds kinds)
{
    for (uint32_t i = last; i-- > first;)
        for (const ent_candidate *c = ent_finder_begun(f, i, NULL); c; c = ent_finder_begun(f, i, c)) {
            bool fits = !c->gone && ent_kinds_has(kinds, c->mention.kind) && c->mention.source != ENT_BY_CLASS;
            uint32_t entity = fits && c->mention.last <= last ? ent_finder_names(f, c) : ENT_UNRESOLVED;
            if (entity != ENT_UNRESOLVED)
                return entity;
        }
    return ENT_UNRESOLVED;
}

static void resolve_said(ent_finder *f, uint32_t s, uint32_t at, uint32_t end)
{
    ent_kinds kinds = ent_finder_cues(f, at, end, ENT_CUE(SAID)) ? kinds_of(f, at + 1, end) : 0;
    if (!kinds || ent_finder_over(f, at + 1))
        return;
    uint32_t first = ent_pronoun_sentence(f, ent_finder_paragraph(f, s, at))->first;
    uint32_t entity = last_named(f, first, at, kinds);
    if (entity != ENT_UNRESOLVED)
        ent_pronoun_stand_for(f, s, at, at + 2, entity, 0.7f);
}

/* ---- "this country" ---------------------------------------------------------------------------------------------- */

/* The only State named in tokens [first, last), its people and places too; or ENT_UNRESOLVED. */
static uint32_t only_state(ent_finder *f, uint32_t first, uint32_t last)
{
    uint32_t found = ENT_UNRESOLVED;
    for (uint32_t i = first; i < last; i++) {
        const ent_candidate *c = ent_finder_over(f, i);
        if (!c || c->mention.kind != ENT_STATE || c->mention.first != i)
            continue;
        uint32_t entity = ent_finder_names(f, c);
        if (entity == ENT_UNRESOLVED || (found != ENT_UNRESOLVED && found != entity))
            return ENT_UNRESOLVED;
        found = entity;
    }
    return found;
}

/* "held in Oz, this country": the State right before the words, or ENT_UNRESOLVED. */
static uint32_t state_before(ent_finder *f, uint32_t at, uint32_t begin)
{
    if (at < begin + 2 || !ent_finder_is(f, at - 1, f->words.comma))
        return ENT_UNRESOLVED;
    const ent_candidate *c = ent_finder_over(f, at - 2);
    bool listed = c && c->mention.first > begin &&
                  (ent_finder_is(f, c->mention.first - 1, f->words.and_) ||
                   ent_finder_is(f, c->mention.first - 1, f->words.comma));
    return c && c->mention.kind == ENT_STATE && !listed ? ent_finder_names(f, c) : ENT_UNRESOLVED;
}

/* "the country [of origin]", "the country that", "the country-level": which one is said behind. */
static bool goes_on(const ent_finder *f, uint32_t next, uint32_t end)
{
    static const char *const words[] = {"of",   "that", "which",   "where", "whose", "to",    "in", "or",
                                        "with", "whom", "and",     "level", "team",  "group", "he", "she",
                                        "they", "we",   "hosting", "from",  "for",   "on",    NULL};
    return next < end && (ent_finder_reads_any(f, next, end, words) || f->tokens[next].flags & ENT_TOKEN_HYPHEN);
}

/* Where "this", or "the" and what tells the region, stands before the noun; UINT32_MAX for other words. */
static uint32_t article_before(const ent_finder *f, uint32_t begin, uint32_t head)
{
    static const char *const regions[] = {
        "island", "african", "asian",   "european", "american",   "latin",    "caribbean", "pacific", "arab",
        "gulf",   "nordic",  "baltic",  "balkan",   "landlocked", "small",    "west",      "east",    "south",
        "north",  "central", "western", "eastern",  "southern",   "northern", "southeast", "asia",    NULL};
    for (uint32_t at = head; at > begin && head - at <= MOST_ADJECTIVES; at--) {
        if (ent_finder_is(f, at - 1, f->words.the) || (at == head && ent_finder_is(f, at - 1, f->words.this_)))
            return at - 1;
        if (!ent_finder_reads_any(f, at - 1, head, regions) && !(f->tokens[at].flags & ENT_TOKEN_HYPHEN))
            break;
    }
    return UINT32_MAX;
}

static void resolve_country(ent_finder *f, uint32_t s, uint32_t head)
{
    const ent_sentence *sentence = ent_pronoun_sentence(f, s);
    if (!ent_finder_cues(f, head, sentence->last, ENT_CUE(COUNTRY)) || ent_finder_is_capital(f, head))
        return;
    ent_candidate *over = ent_finder_over(f, head); /* "the West African nation" is one, not all of them */
    bool classed = over && over->mention.kind == ENT_BLOC && over->mention.last == head + 1;
    if (over && !classed)
        return;
    uint32_t at = article_before(f, sentence->first, classed ? over->mention.first : head);
    bool apposed = at != UINT32_MAX && ent_finder_is(f, at, f->words.this_);
    if (at == UINT32_MAX || (goes_on(f, head + 1, sentence->last) && !apposed))
        return;
    uint32_t entity = apposed ? state_before(f, at, sentence->first) : ENT_UNRESOLVED;
    uint32_t first = ent_pronoun_sentence(f, ent_finder_paragraph(f, s, at))->first;
    entity = entity == ENT_UNRESOLVED ? only_state(f, first, at) : entity;
    if (entity == ENT_UNRESOLVED)
        return;
    if (classed)
        over->gone = true;
    ent_finder_put(
        f, ent_finder_candidate(s, at + 1 == head ? at : head, head + 1, ENT_STATE, ENT_BY_REFERENCE, entity, 0.6f));
}

void ent_resolve_pointed(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = ent_pronoun_sentence(f, s)->first + 1; i < ent_pronoun_sentence(f, s)->last; i++) {
            resolve_said(f, s, i, ent_pronoun_sentence(f, s)->last);
            resolve_country(f, s, i);
        }
}
