/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/apply.h"

#include "importers/annotations/known_entities.h"
#include "importers/annotations/locate.h"

enum { MAX_SENTENCES = 5, SHOWN = 80 }; /* of a quote: between two mentions, and in a message (bytes) */

typedef struct deciding {
    const ent_applier *applier;
    const ent_notes *notes;
    const ent_facts *base;
    ent_facts *added;
    ent_known_entities known;
    ent_locator locator;
    ent_map said;              /* what base and added say already */
    ent_fact_mention *located; /* by mention of the notes; end 0: refused */
} deciding;

#define REFUSE(d, item, format, ...)                                                                                   \
    ent_refuse(&(d)->applier->refusals, (d)->notes->file, (item)->line, ENT_STR_FMT "%s" format,                       \
               ENT_STR_ARG((item)->what), (item)->what.len ? ": " : "", __VA_ARGS__)

/* ---- what is said already ---------------------------------------------------------------------------------------- */

/* True when a thing is said for the first time. */
static bool is_news(deciding *d, ent_str thing)
{
    if (ent_map_find(&d->said, thing) != ENT_MAP_NONE)
        return false;
    ent_map_set(d->applier->arena, &d->said, thing, 0);
    return true;
}

static bool mention_is_news(deciding *d, const ent_facts *facts, const ent_fact_mention *m)
{
    return is_news(d, ent_arena_format(d->applier->arena, "%zu %zu " ENT_STR_FMT, m->begin, m->end,
                                       ENT_STR_ARG(facts->entities.items[m->entity].key)));
}

static bool relation_is_news(deciding *d, const ent_facts *facts, const ent_fact_relation *r)
{
    ent_str source = facts->entities.items[r->source].key, target = facts->entities.items[r->target].key;
    bool turned = ent_relation_is_symmetric(r->type) && ent_str_cmp(source, target) > 0;
    ent_str first = turned ? target : source, second = turned ? source : target;
    return is_news(
        d, ent_arena_format(d->applier->arena,
                            "%d %zu %zu %d %d %lld " ENT_STR_FMT "\n" ENT_STR_FMT "\n" ENT_STR_FMT "\n" ENT_STR_FMT
                            "\n" ENT_STR_FMT "\n" ENT_STR_FMT "\n" ENT_STR_FMT "\n" ENT_STR_FMT,
                            (int)r->type, r->begin, r->end, (int)r->polarity, (int)r->modality, (long long)r->count,
                            ENT_STR_ARG(first), ENT_STR_ARG(second), ENT_STR_ARG(r->rule), ENT_STR_ARG(r->speaker),
                            ENT_STR_ARG(r->holder), ENT_STR_ARG(r->role), ENT_STR_ARG(r->from), ENT_STR_ARG(r->to)));
}

static void remember_base(deciding *d)
{
    for (size_t i = 0; i < d->base->mentions.n; i++)
        mention_is_news(d, d->base, &d->base->mentions.items[i]);
    for (size_t i = 0; i < d->base->relations.n; i++)
        relation_is_news(d, d->base, &d->base->relations.items[i]);
}

/* ---- mentions ---------------------------------------------------------------------------------------------------- */

static const char *shown(const deciding *d, ent_str words)
{
    size_t n = words.len < SHOWN ? words.len : SHOWN;
    while (n < words.len && n > 0 && ((unsigned char)words.data[n] & 0xC0) == 0x80)
        n--;
    return ent_arena_format(d->applier->arena, "\"" ENT_STR_FMT "%s\"", ENT_STR_ARG(ent_str_slice(words, 0, n)),
                            n < words.len ? "…" : "")
        .data;
}

static bool is_share(double confidence)
{
    return confidence >= 0 && confidence <= 1;
}

static ent_status decide_mention(deciding *d, const ent_noted_mention *noted, ent_fact_mention *out, ent_error *err)
{
    ent_fact_mention m = {.confidence = (float)noted->confidence};
    const char *why;
    ent_status status = ENT_OK;
    if (!ent_locate(&d->locator, &noted->quote, &m.begin, &m.end)) {
        REFUSE(d, noted, "the document does not have the words %s", shown(d, noted->quote.words));
        return ENT_OK;
    }
    m.passage = ent_facts_passage_at(d->base, m.begin);
    if (m.passage == UINT32_MAX || m.end > d->base->passages.items[m.passage].end) {
        REFUSE(d, noted, "%s reaches over the end of a sentence", shown(d, noted->quote.words));
    } else if (!is_share(noted->confidence)) {
        REFUSE(d, noted, "the confidence is not between 0 and %d", 1);
    } else {
        status = ent_known_entities_find(&d->known, &noted->entity, &m.entity, &why, err);
        if (status == ENT_OK && why)
            REFUSE(d, noted, "%s", why);
        else if (status == ENT_OK)
            *out = m;
    }
    if (out->end && mention_is_news(d, d->added, out))
        ent_vec_push(d->applier->arena, &d->added->mentions, *out);
    return status;
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

/* The whole sentences from the one mention to the other. */
static bool span_mentions(const deciding *d, const ent_noted_relation *noted, ent_fact_relation *r)
{
    const ent_fact_mention *a = &d->located[noted->source_mention], *b = &d->located[noted->target_mention];
    uint32_t first = a->passage < b->passage ? a->passage : b->passage, last = a->passage + b->passage - first;
    r->begin = d->base->passages.items[first].begin;
    r->end = d->base->passages.items[last].end;
    return last - first < MAX_SENTENCES;
}

static const char *locate_relation(deciding *d, const ent_noted_relation *noted, ent_fact_relation *r)
{
    if (noted->quote.words.len) {
        if (!ent_locate(&d->locator, &noted->quote, &r->begin, &r->end))
            return ent_arena_format(d->applier->arena, "the document does not have the quote %s",
                                    shown(d, noted->quote.words))
                .data;
    } else if (noted->source_mention == ENT_NO_MENTION || noted->target_mention == ENT_NO_MENTION) {
        return "it has no quote";
    } else if (!span_mentions(d, noted, r)) {
        return "its ends stand too far apart to be quoted";
    }
    r->passage = ent_facts_passage_at(d->base, r->begin);
    return r->passage == UINT32_MAX ? "the quote stands before the first sentence" : NULL;
}

/* What the relation is beside its ends; NULL, or what is wrong with it. */
static const char *read_terms(const deciding *d, const ent_noted_relation *noted, ent_fact_relation *r)
{
    ent_arena *arena = d->applier->arena;
    if (!ent_relation_find(noted->type, &r->type) || r->type >= ENT_MENTIONED_WITH)
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no type of relation", ENT_STR_ARG(noted->type)).data;
    if (noted->polarity.len && !ent_polarity_find(noted->polarity, &r->polarity))
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no polarity", ENT_STR_ARG(noted->polarity)).data;
    if (noted->modality.len && !ent_modality_find(noted->modality, &r->modality))
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no modality", ENT_STR_ARG(noted->modality)).data;
    return NULL;
}

/* The same of what a note may give of it. */
static const char *read_manner(const deciding *d, const ent_noted_relation *noted, ent_fact_relation *r)
{
    if (!is_share(noted->confidence) || noted->count < 0)
        return "the confidence is not between 0 and 1, or the count below 0";
    if (!ent_facts_is_date(noted->from) || !ent_facts_is_date(noted->to))
        return "from and to are dates like 2022, 2022-05 or 2022-05-09";
    r->rule = noted->rule.len ? noted->rule : d->notes->annotator;
    if (!r->rule.len || r->rule.len > ENT_MAX_NAME)
        return "the annotator has no name, or too long a one";
    r->confidence = (float)noted->confidence;
    r->speaker = noted->speaker;
    r->holder = noted->holder;
    r->role = noted->role;
    r->count = noted->count;
    r->from = noted->from;
    r->to = noted->to;
    return NULL;
}

/* One end: a mention of the notes, or an entity by its name. */
static ent_status find_end(deciding *d, uint32_t mention, const ent_noted_entity *entity, uint32_t *out,
                           const char **why, ent_error *err)
{
    if (mention == ENT_NO_MENTION)
        return ent_known_entities_find(&d->known, entity, out, why, err);
    *out = d->located[mention].entity;
    *why = d->located[mention].end ? NULL : "a mention it relates was refused";
    return ENT_OK;
}

static const char *check_ends(const deciding *d, const ent_fact_relation *r)
{
    const ent_fact_entity *source = &d->added->entities.items[r->source],
                          *target = &d->added->entities.items[r->target];
    if (r->source == r->target)
        return "it relates an entity to itself";
    if (!ent_relation_allows(r->type, source->kind, target->kind))
        return ent_arena_format(d->applier->arena, "%s does not run from %s to %s", ent_relation_name(r->type),
                                ent_kind_name(source->kind), ent_kind_name(target->kind))
            .data;
    return NULL;
}

static ent_status decide_relation(deciding *d, const ent_noted_relation *noted, ent_error *err)
{
    ent_fact_relation r = {0};
    ent_noted_relation named = *noted; /* for a refusal: on the line that is wrong */
    const char *why = read_terms(d, noted, &r), *why_note = why ? NULL : read_manner(d, noted, &r);
    ent_status status = ENT_OK;
    if (!why && !why_note)
        status = find_end(d, noted->source_mention, &noted->source, &r.source, &why, err);
    if (!why && !why_note && status == ENT_OK)
        status = find_end(d, noted->target_mention, &noted->target, &r.target, &why, err);
    if (!why && !why_note && status == ENT_OK)
        why = check_ends(d, &r);
    if (!why && !why_note && status == ENT_OK)
        why_note = locate_relation(d, noted, &r);
    if (why_note && noted->note_line)
        named.line = noted->note_line;
    if (why || why_note)
        REFUSE(d, &named, "%s", why ? why : why_note);
    else if (status == ENT_OK && relation_is_news(d, d->added, &r))
        ent_vec_push(d->applier->arena, &d->added->relations, r);
    return status;
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

/* Leaves out the entities that only refused statements name. */
static void drop_unused(ent_arena *arena, ent_facts *added)
{
    uint32_t *numbers = ENT_ARENA_NEW(arena, uint32_t, added->entities.n + 1);
    for (size_t i = 0; i < added->mentions.n; i++)
        numbers[added->mentions.items[i].entity] = 1;
    for (size_t i = 0; i < added->relations.n; i++)
        numbers[added->relations.items[i].source] = numbers[added->relations.items[i].target] = 1;
    size_t kept = 0;
    for (size_t i = 0; i < added->entities.n; i++)
        if (numbers[i]) {
            numbers[i] = (uint32_t)kept;
            added->entities.items[kept++] = added->entities.items[i];
        }
    added->entities.n = kept;
    for (size_t i = 0; i < added->mentions.n; i++)
        added->mentions.items[i].entity = numbers[added->mentions.items[i].entity];
    for (size_t i = 0; i < added->relations.n; i++) {
        added->relations.items[i].source = numbers[added->relations.items[i].source];
        added->relations.items[i].target = numbers[added->relations.items[i].target];
    }
}

ent_status ent_notes_apply(const ent_applier *applier, const ent_notes *notes, const ent_facts *base, ent_facts *added,
                           ent_error *err)
{
    *added = (ent_facts){.key = base->key,
                         .path = base->path,
                         .format = base->format,
                         .title = base->title,
                         .date = base->date,
                         .hash = base->hash,
                         .text = base->text};
    added->origins = base->origins;
    added->passages.items = base->passages.items;
    added->passages.n = added->passages.cap = base->passages.n;
    deciding d = {.applier = applier,
                  .notes = notes,
                  .base = base,
                  .added = added,
                  .known = ent_known_entities_over(applier, notes, base, added),
                  .locator = ent_locator_over(applier->arena, base),
                  .located = ENT_ARENA_NEW(applier->arena, ent_fact_mention, notes->mentions.n)};
    ent_status status = ENT_OK;
    remember_base(&d);
    for (size_t i = 0; i < notes->mentions.n && status == ENT_OK; i++)
        status = decide_mention(&d, &notes->mentions.items[i], &d.located[i], err);
    for (size_t i = 0; i < notes->relations.n && status == ENT_OK; i++)
        status = decide_relation(&d, &notes->relations.items[i], err);
    drop_unused(applier->arena, added);
    return status;
}
