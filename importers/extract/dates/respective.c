/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/dates/respective.h"

#include "importers/extract/dates/words.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PAIRS = 16, LONGEST_JOINT = 4 };

/* Whether only ", and from the" and the like stand between two dates. */
static bool are_joined(const ent_segments *segments, const ent_date *a, const ent_date *b)
{
    static const char *const joints[] = {",", "and", "the"};
    if (b->begin < a->last || b->begin > a->last + LONGEST_JOINT)
        return false;
    for (uint32_t t = a->last; t < b->begin; t++)
        if (!ENT_DATES_AMONG(segments, t, joints))
            return false;
    return true;
}

static bool says_respectively(const ent_sentence_dates *s, uint32_t token)
{
    uint32_t end = s->segments->sentences.items[s->sentence].last;
    if (token < end && ent_dates_is(s->segments, token, ENT_STR(",")))
        token++;
    return token < end && ent_dates_is(s->segments, token, ENT_STR("respectively"));
}

ent_date_run ent_dates_respective(const ent_sentence_dates *s)
{
    const ent_date *dates = s->dates.items;
    size_t last = s->dates.n;
    while (last > 0 && !says_respectively(s, dates[last - 1].last))
        last--;
    size_t first = last > 0 ? last - 1 : 0;
    while (first > 0 && are_joined(s->segments, &dates[first - 1], &dates[first]))
        first--;
    return (ent_date_run){first, last - first};
}

/* Something to be dated, and where the sentence names it first. */
typedef struct place {
    uint32_t source, target; /* tokens; of an event both are one */
    ent_fact_relation *relation;
    uint32_t event;
} place;

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static uint32_t first_token(const ent_respective *pairs, uint32_t sentence, uint32_t entity)
{
    const uint32_t *first = &pairs->mentions->sentence_first.items[sentence];
    for (uint32_t i = first[0]; i < first[1]; i++)
        if (pairs->mentions->items.items[i].entity == entity)
            return pairs->mentions->items.items[i].first;
    return UINT32_MAX;
}

/* The places of the relations of a type; their number, which may be above MAX_PAIRS. */
static size_t relations_of(const ent_respective *pairs, uint32_t sentence, ent_relation_type type, place *out)
{
    size_t n = 0;
    for (size_t i = 0; i < pairs->relations.n; i++) {
        ent_fact_relation *r = pairs->relations.items[i];
        if (r->type != type)
            continue;
        if (n < MAX_PAIRS)
            out[n] = (place){.source = first_token(pairs, sentence, r->source),
                             .target = first_token(pairs, sentence, r->target),
                             .relation = r};
        n++;
    }
    return n;
}

/* The same of the events that are named before a token. */
static size_t events_before(const ent_respective *pairs, uint32_t sentence, uint32_t token, place *out)
{
    size_t n = 0;
    const uint32_t *first = &pairs->mentions->sentence_first.items[sentence];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const ent_mention *m = &pairs->mentions->items.items[i];
        bool event = m->kind == ENT_EVENT && m->entity != ENT_UNRESOLVED && !(m->flags & ENT_MENTION_NESTED);
        if (!event || m->first >= token)
            continue;
        if (n < MAX_PAIRS)
            out[n] = (place){.source = m->first, .target = m->first, .event = m->entity};
        n++;
    }
    return n;
}

static void date_relations(const ent_respective *pairs, uint32_t sentence, const ent_date *dates, size_t n)
{
    place found[MAX_PAIRS];
    for (ent_relation_type type = 0; type < ENT_N_RELATION_TYPES; type++) {
        if (relations_of(pairs, sentence, type, found) != n)
            continue;
        qsort(found, n, sizeof *found, by_place);
        for (size_t i = 0; i < n; i++) {
            found[i].relation->from = dates[i].from;
            found[i].relation->to = dates[i].to;
        }
    }
}

static void date_events(const ent_respective *pairs, uint32_t sentence, const ent_date *dates, size_t n,
                        ent_event_times *times)
{
    place found[MAX_PAIRS];
    if (events_before(pairs, sentence, dates[0].begin, found) != n)
        return;
    for (size_t i = 0; i < n; i++)
        ent_event_times_note(times, found[i].event, &dates[i]);
}

void ent_dates_pair(ent_respective *pairs, ent_sentence_dates *sentence, ent_date_run run, ent_event_times *times)
{
    ent_date *dates = sentence->dates.items + run.first;
    if (run.n <= MAX_PAIRS) {
        date_relations(pairs, sentence->sentence, dates, run.n);
        date_events(pairs, sentence->sentence, dates, run.n, times);
    }
    size_t behind = sentence->dates.n - run.first - run.n;
    memmove(dates, dates + run.n, behind * sizeof *dates);
    sentence->dates.n -= run.n;
}
