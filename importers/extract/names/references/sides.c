/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those between whom something is: in its name ("Oz-Kansas Commission"), and where they are only counted.
 *
 * As many States as a text counts: "the two countries", "both sides", "our three Governments". They are the ones named
 * last before, in the paragraph or the one before it; in a joint statement the ones with whom it opens. */
#include "importers/extract/names/names.h"
#include "importers/extract/names/references/pronouns.h"

enum { MAX_STATES = 3, ROOM = MAX_STATES + 1, OPENING = 5 };

/* The different States named in [first, last); more than there is room for are counted all the same. */
static uint32_t states_in(ent_finder *f, uint32_t first, uint32_t last, uint32_t out[ROOM])
{
    uint32_t n = 0;
    for (uint32_t i = first; i < last; i++) {
        const ent_candidate *c = ent_pronoun_begins(f, i, ENT_KIND_BIT(ENT_STATE));
        uint32_t entity = c && c->mention.source != ENT_BY_REFERENCE ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        bool seen = entity == ENT_UNRESOLVED;
        for (uint32_t k = 0; k < n && k < ROOM; k++)
            seen = seen || out[k] == entity;
        if (!seen && n < ROOM)
            out[n] = entity;
        n += !seen;
    }
    return n;
}

/* The States named last before a token in its sentence, its paragraph or the one before: as many as it counts. */
static bool states_before(ent_finder *f, uint32_t s, uint32_t token, uint32_t wanted, uint32_t out[ROOM])
{
    uint32_t block = ent_pronoun_sentence(f, s)->block, end = token;
    for (;; end = ent_pronoun_sentence(f, s)->last) {
        uint32_t n = states_in(f, ent_pronoun_sentence(f, s)->first, end, out);
        if (n)
            return n == wanted;
        if (s == 0 || ent_pronoun_sentence(f, s - 1)->block + 1 < block || token - end > ENT_REACH)
            return false;
        s--;
    }
}

/* A statement of several, as its title or first sentences say: the States that the first sentence with one names. */
static bool states_of_statement(ent_finder *f, uint32_t wanted, uint32_t out[ROOM])
{
    static const char *const words[] = {"joint",    "bilateral", "trilateral", "consultations",
                                        "dialogue", "we",        "jointly",    NULL};
    bool joint = false;
    for (uint32_t s = 0; s < f->segments->sentences.n && s < OPENING; s++) {
        const ent_sentence *sentence = ent_pronoun_sentence(f, s);
        for (uint32_t t = sentence->first; t < sentence->last && !joint; t++)
            joint = ent_finder_reads_any(f, t, sentence->last, words);
        uint32_t n = states_in(f, sentence->first, sentence->last, out);
        if (n)
            return joint && n == wanted;
    }
    return false;
}

static bool find_meant(ent_finder *f, uint32_t s, uint32_t token, uint32_t wanted, uint32_t out[ROOM])
{
    return wanted > 1 && wanted <= MAX_STATES &&
           (states_before(f, s, token, wanted, out) || states_of_statement(f, wanted, out));
}

/* One mention for each State over the same words. */
static void stand_for_states(ent_finder *f, uint32_t s, uint32_t first, uint32_t last, const uint32_t *states,
                             uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        ent_finder_put(f, ent_finder_candidate(s, first, last, ENT_STATE, ENT_BY_REFERENCE, states[i], 0.6f));
}

static bool is_led(const ent_finder *f, uint32_t token)
{
    static const char *const led[] = {"our", "their", NULL};
    return token > 0 && (ent_finder_is(f, token - 1, f->words.the) || ent_finder_is(f, token - 1, f->words.these) ||
                         ent_finder_reads_any(f, token - 1, token, led));
}

/* "the two countries": a class that the text counts. */
static void resolve_countries(ent_finder *f, size_t item)
{
    ent_mention m = f->items.items[item].mention;
    bool both = ent_finder_reads(f, m.first, m.last, "both");
    uint32_t wanted = both ? 2 : (uint32_t)m.count;
    uint32_t states[ROOM];
    if (!(both || is_led(f, m.first)) || !find_meant(f, m.sentence, m.first, wanted, states))
        return;
    f->items.items[item].gone = true;
    stand_for_states(f, m.sentence, m.first, m.last, states, wanted);
}

/* The token behind "sides", "Foreign Ministers", "Heads of State" at `at`, or `at`. */
static uint32_t side_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const posts[] = {"prime", "foreign", "defence", "defense", "deputy", "trade", "finance", NULL};
    static const char *const nouns[] = {"sides", "ministers", "leaders", "presidents", "premiers", "secretaries", NULL};
    uint32_t t = at;
    while (ent_finder_reads_any(f, t, end, posts))
        t++;
    if (ent_finder_reads(f, t, end, "heads") && ent_finder_is(f, t + 1, f->words.of) && t + 2 < end)
        return t + 3;
    return ent_finder_reads_any(f, t, end, nouns) ? t + 1 : at;
}

/* How many "both", "two" or "three" counts, or 0. */
static uint32_t counted(const ent_finder *f, uint32_t token, uint32_t end)
{
    if (ent_finder_reads(f, token, end, "both"))
        return 2;
    bool number = ent_finder_lists(f, token) & ENT_LIST(NUMBER_WORD) && is_led(f, token);
    int64_t n = number ? ent_finder_number(f, token) : 0;
    return n > 0 && n <= MAX_STATES ? (uint32_t)n : 0;
}

static void resolve_sides(ent_finder *f, uint32_t s)
{
    const ent_sentence *sentence = ent_pronoun_sentence(f, s);
    for (uint32_t t = sentence->first; t + 1 < sentence->last; t++) {
        uint32_t states[ROOM], wanted = counted(f, t, sentence->last);
        uint32_t noun = t + 1 + (wanted && ent_finder_is(f, t + 1, f->words.the));
        uint32_t last = wanted && !ent_finder_over(f, t) ? side_end(f, noun, sentence->last) : noun;
        if (last > noun && !ent_finder_over(f, noun) && find_meant(f, s, t, wanted, states))
            stand_for_states(f, s, t, last, states, wanted);
    }
}

void ent_resolve_sides(ent_finder *f)
{
    size_t n = f->items.n; /* those added on the way are no classes */
    for (size_t i = 0; i < n; i++)
        if (!f->items.items[i].gone && f->items.items[i].mention.source == ENT_BY_CLASS)
            resolve_countries(f, i);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        resolve_sides(f, s);
}

/* ---- in a name --------------------------------------------------------------------------------------------------- */

#define SIDES  (ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC))
#define SHARED (ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_INSTRUMENT))

static bool side_begins(const ent_finder *f, uint32_t token)
{
    for (const ent_candidate *c = NULL; (c = ent_finder_begun(f, token, c));)
        if (!c->gone && ent_kinds_has(SIDES, c->mention.kind))
            return true;
    return false;
}

static bool side_ends(const ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        for (const ent_candidate *c = NULL; (c = ent_finder_begun(f, i, c));)
            if (!c->gone && ent_kinds_has(SIDES, c->mention.kind) && c->mention.last == last)
                return true;
    return false;
}

static bool is_dash(const ent_finder *f, uint32_t token, uint32_t end)
{
    static const char *const dashes[] = {"-", "–", "—", NULL};
    return ent_finder_reads_any(f, token, end, dashes);
}

uint32_t ent_side_before_dash(const ent_finder *f, uint32_t begin, uint32_t at)
{
    const ent_candidate *over = at > begin + 1 && is_dash(f, at - 1, at) ? ent_finder_over(f, at - 2) : NULL;
    bool side = over && over->mention.kind == ENT_STATE && over->mention.last == at - 1 && side_begins(f, at);
    return side ? over->mention.first : at;
}

bool ent_is_side(const ent_finder *f, const ent_mention *outer, const ent_mention *m)
{
    static const char *const links[] = {"between", "among", "amongst", NULL};
    if (!ent_kinds_has(SIDES, m->kind) || !ent_kinds_has(SHARED, outer->kind) || outer->source == ENT_BY_SYMBOL)
        return false;
    for (uint32_t i = outer->first; i < m->first; i++)
        if (ent_finder_reads_any(f, i, m->first, links))
            return true;
    bool before = m->first > outer->first && f->tokens[m->first].flags & ENT_TOKEN_HYPHEN;
    bool behind = m->last < outer->last && f->tokens[m->last].flags & ENT_TOKEN_HYPHEN;
    bool dashed = m->first > outer->first + 1 && is_dash(f, m->first - 1, m->first);
    return (behind && side_begins(f, m->last)) || (before && side_ends(f, outer->first, m->first)) ||
           (is_dash(f, m->last, outer->last) && side_begins(f, m->last + 1)) ||
           (dashed && side_ends(f, outer->first, m->first - 1));
}
