/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in full that nothing beside them tells to be a person's, where the document has the surname behind a title:
 * "Zorv Roe" where it has "Mr. Roe", "Roe Zorv-il" for those who put it first; or the whole name: "Ms. Zorv Roe". */
#include "importers/extract/names/persons/person_name.h"

enum { MAX_GIVEN = 3, MAX_SURNAME = 3 };

/* The surnames that the document gives behind a title and with nothing else. */
static ent_map lone_surnames(const ent_finder *f)
{
    ent_map surnames = {0};
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        bool lone = !f->items.items[i].gone && m->kind == ENT_PERSON &&
                    ent_surname_begin(f, m->first, m->last) == m->first && m->last - m->first <= MAX_SURNAME;
        if (lone)
            ent_map_set(f->arena, &surnames, ent_finder_text(f, m->first, m->last), m->entity);
    }
    return surnames;
}

/* The token behind the surname of the list that begins at `at`, or `at`. */
static uint32_t surname_end(const ent_finder *f, const ent_map *surnames, uint32_t at, uint32_t end)
{
    for (uint32_t last = at + 1; last <= end && last <= at + MAX_SURNAME; last++) {
        if (ent_finder_over(f, last - 1))
            return at;
        if (ent_map_find(surnames, ent_finder_text(f, at, last)) != ENT_MAP_NONE)
            return last;
    }
    return at;
}

/* Where the given names before `at` begin; `at` where no name goes with it: one of them must be a given name, an
 * initial or no word. */
static uint32_t given_begin(const ent_finder *f, uint32_t from, uint32_t at)
{
    uint32_t first = at;
    bool known = false;
    while (first > from && at - first < MAX_GIVEN) {
        uint32_t t = first - 1 - (ent_finder_is(f, first - 1, f->words.stop) && first - 1 > from);
        if (!ent_is_name_part(f, t) || ent_finder_over(f, t) || (t + 1 < first && !ent_is_initial(f, t)))
            break;
        known |= ent_finder_lists(f, t) & ENT_LIST(FIRST_NAME) || ent_is_initials(f, t) || f->tokens[t].word == 0;
        first = t;
    }
    return known ? first : at;
}

/* "Ki-moon" behind the surname at [at, last): the token behind it, or `last`. */
static uint32_t given_behind(const ent_finder *f, uint32_t last, uint32_t end)
{
    bool half = last + 1 < end && f->tokens[last + 1].flags & ENT_TOKEN_HYPHEN;
    return half && f->tokens[last].word == 0 && ent_is_name_part(f, last) ? last + 2 : last;
}

static uint32_t find_full_name(ent_finder *f, const ent_map *surnames, uint32_t s, uint32_t at)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t last = surname_end(f, surnames, at, sentence->last);
    if (last == at)
        return at + 1;
    uint32_t first = given_begin(f, sentence->first, at);
    bool goes_on = last < sentence->last && ent_finder_is_capital(f, last) && f->tokens[last].kind == ENT_TOKEN_WORD;
    if (first == at || goes_on) {
        first = at;
        last = given_behind(f, last, sentence->last);
    }
    if (ent_name_words(f, first, last) < 2)
        return at + 1;
    uint32_t entity = ent_finder_entity(f, ENT_PERSON, ent_finder_name(f, first, last), ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_PERSON, ENT_BY_FORM, entity, 0.8f));
    return last;
}

/* ---- names known from elsewhere in the document ------------------------------------------------------------------ */

enum { MIN_WHOLE = 2, MAX_WHOLE = 5 };

/* What names of several words begin with, and the names. */
typedef struct whole_names {
    ent_map firsts, names;
} whole_names;

static whole_names find_wholes(const ent_finder *f)
{
    whole_names found = {0};
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        if (f->items.items[i].gone || m->kind != ENT_PERSON || m->last - m->first < MIN_WHOLE)
            continue;
        ent_map_set(f->arena, &found.firsts, ent_token_text(f->segments, m->first), m->entity);
        ent_map_set(f->arena, &found.names, ent_finder_text(f, m->first, m->last), m->entity);
    }
    return found;
}

/* "Zorv Roe" without a title, where it stands elsewhere with one: the token behind it, or the one behind `at`. */
static uint32_t find_again(ent_finder *f, const whole_names *known, uint32_t s, uint32_t at)
{
    uint32_t end = f->segments->sentences.items[s].last;
    if (ent_finder_over(f, at) || ent_map_find(&known->firsts, ent_token_text(f->segments, at)) == ENT_MAP_NONE)
        return at + 1;
    for (uint32_t last = at + MAX_WHOLE < end ? at + MAX_WHOLE : end; last >= at + MIN_WHOLE; last--) {
        uint32_t entity = ent_map_find(&known->names, ent_finder_text(f, at, last));
        if (entity == ENT_MAP_NONE)
            continue;
        ent_finder_add(f, ent_finder_candidate(s, at, last, ENT_PERSON, ENT_BY_FORM, entity, 0.85f));
        return last;
    }
    return at + 1;
}

static void find_known_again(ent_finder *f)
{
    whole_names known = find_wholes(f);
    for (uint32_t s = 0; known.names.n && s < f->segments->sentences.n; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last;)
            i = ent_finder_is_capital(f, i) ? find_again(f, &known, s, i) : i + 1;
}

void ent_find_full_names(ent_finder *f)
{
    find_known_again(f);
    ent_map surnames = lone_surnames(f);
    for (uint32_t s = 0; surnames.n && s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last && f->capitals[s] == ENT_CAPITALS_USUAL;)
            i = ent_finder_is_capital(f, i) || ent_is_name_particle(f, i) ? find_full_name(f, &surnames, s, i) : i + 1;
    }
}
