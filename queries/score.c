/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/score.h"

#include <stdlib.h>
#include <string.h>

/* One gold file against one document's facts. */
typedef struct contest {
    ent_arena *arena;
    const ent_gold *gold;
    bool no_topics;
    ENT_VEC(const ent_found_entity *) entities;  /* those that count */
    ENT_VEC(const ent_gold_relation *) required; /* of the group */
    ENT_VEC(const ent_found_relation *) relations;
    const ent_found *found;
    bool **same; /* same[found entity][gold entity]: one of the names is */
} contest;

/* Whether a relation of this type belongs to the group. */
static bool group_has(ent_group group, ent_relation_type type)
{
    bool structural = ent_relation_is_structural(type) && !ent_gold_is_ignored(type);
    return group == ENT_GROUP_ALL || structural == (group == ENT_GROUP_STRUCTURAL);
}

/* ---- entities ---------------------------------------------------------------------------------------------------- */

static bool entity_fits(const void *context, size_t gold, size_t found)
{
    const contest *c = context;
    const ent_gold_entity *wanted = &c->gold->entities.items[gold];
    const ent_found_entity *entity = c->entities.items[found];
    return ent_kinds_has(wanted->kinds, entity->kind) && ent_name_sets_meet(&wanted->names, &entity->names);
}

static void choose_entities(contest *c, bool no_topics)
{
    c->entities.n = 0;
    for (size_t i = 0; i < c->found->entities.n; i++)
        if (!no_topics || c->found->entities.items[i].kind != ENT_TOPIC)
            ent_vec_push(c->arena, &c->entities, &c->found->entities.items[i]);
}

static ent_pairs pair_entities(contest *c, bool no_topics)
{
    size_t n = c->gold->entities.n;
    bool *optional = ENT_ARENA_NEW(c->arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        const ent_gold_entity *entity = &c->gold->entities.items[i];
        optional[i] = entity->optional || (no_topics && entity->kind == ENT_TOPIC);
    }
    choose_entities(c, no_topics);
    ent_pairing pairing = {n, c->entities.n, optional, entity_fits, c};
    return ent_pairing_solve(c->arena, &pairing);
}

static void score_entities(contest *c, ent_score *score, ent_fault_vec *faults)
{
    ent_pairs pairs = pair_entities(c, c->no_topics);
    score->entities = ent_tally_sum(score->entities, pairs.tally);
    for (size_t i = 0; i < c->gold->entities.n; i++) {
        const ent_gold_entity *entity = &c->gold->entities.items[i];
        score->by_kind[entity->kind].tp += pairs.matched[i];
        score->by_kind[entity->kind].fn += pairs.missed[i];
        if (pairs.missed[i])
            ent_vec_push(c->arena, faults,
                         (ent_fault){"entity", "missed", ent_kind_name(entity->kind), .source = entity->name});
    }
    for (size_t j = 0; j < c->entities.n; j++) {
        const ent_found_entity *entity = c->entities.items[j];
        score->by_kind[entity->kind].fp += pairs.wrong[j];
        if (pairs.wrong[j])
            ent_vec_push(c->arena, faults,
                         (ent_fault){"entity", "wrong", ent_kind_name(entity->kind), .source = entity->name});
    }
    score->named = ent_tally_sum(score->named, pair_entities(c, true).tally);
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

static void compare_names(contest *c)
{
    c->same = ENT_ARENA_NEW(c->arena, bool *, c->found->entities.n + 1);
    for (size_t i = 0; i < c->found->entities.n; i++) {
        c->same[i] = ENT_ARENA_NEW(c->arena, bool, c->gold->entities.n + 1);
        for (size_t j = 0; j < c->gold->entities.n; j++)
            c->same[i][j] = ent_name_sets_meet(&c->gold->entities.items[j].names, &c->found->entities.items[i].wide);
    }
}

/* The kinds of the gold entities that a found one may be; 0 when it is outside the gold. */
static ent_kinds kinds_of(const contest *c, uint32_t entity)
{
    ent_kinds kinds = 0;
    for (size_t j = 0; j < c->gold->entities.n; j++)
        if (c->same[entity][j])
            kinds |= ENT_KIND_BIT(c->gold->entities.items[j].kind);
    return kinds;
}

static void choose_relations(contest *c, ent_group group)
{
    for (size_t i = 0; i < c->gold->relations.n; i++)
        if (group_has(group, c->gold->relations.items[i].type))
            ent_vec_push(c->arena, &c->required, &c->gold->relations.items[i]);
    for (size_t i = 0; i < c->found->relations.n; i++) {
        const ent_found_relation *r = &c->found->relations.items[i];
        bool on_topic =
            kinds_of(c, r->source) == ENT_KIND_BIT(ENT_TOPIC) || kinds_of(c, r->target) == ENT_KIND_BIT(ENT_TOPIC);
        if (!ent_gold_is_ignored(r->type) && group_has(group, r->type) && !(c->no_topics && on_topic))
            ent_vec_push(c->arena, &c->relations, r);
    }
}

static bool relation_fits(const void *context, size_t gold, size_t found)
{
    const contest *c = context;
    const ent_gold_relation *wanted = c->required.items[gold];
    const ent_found_relation *r = c->relations.items[found];
    if (!(wanted->types & ENT_RELATION_BIT(r->type)))
        return false;
    const bool *source = c->same[r->source], *target = c->same[r->target];
    return (source[wanted->source] && target[wanted->target]) ||
           (ent_relation_is_symmetric(r->type) && source[wanted->target] && target[wanted->source]);
}

static void note_missed(contest *c, const ent_gold_relation *r, ent_fault_vec *faults)
{
    ent_fault fault = {"relation",
                       "missed",
                       ent_relation_name(r->type),
                       c->gold->entities.items[r->source].name,
                       c->gold->entities.items[r->target].name,
                       r->line,
                       r->quote};
    ent_vec_push(c->arena, faults, fault);
}

static void note_wrong(contest *c, const ent_found_relation *r, bool known_ends, ent_fault_vec *faults)
{
    ent_fault fault = {"relation",
                       known_ends ? "wrong" : "outside",
                       ent_relation_name(r->type),
                       c->found->entities.items[r->source].name,
                       c->found->entities.items[r->target].name,
                       ent_arena_format(c->arena, "%lld", (long long)r->line),
                       r->quote};
    ent_vec_push(c->arena, faults, fault);
}

/* Confidences are kept with few decimals: 0.7 belongs to the step it begins, however it is rounded. */
static int tenth_of(double confidence)
{
    int tenth = (int)(confidence * ENT_N_TENTHS + 1e-6);
    return tenth < ENT_N_TENTHS ? tenth : ENT_N_TENTHS - 1;
}

static void score_relations(contest *c, ent_score *score, ent_fault_vec *faults)
{
    bool *optional = ENT_ARENA_NEW(c->arena, bool, c->required.n + 1);
    for (size_t i = 0; i < c->required.n; i++)
        optional[i] = c->required.items[i]->optional;
    ent_pairing pairing = {c->required.n, c->relations.n, optional, relation_fits, c};
    ent_pairs pairs = ent_pairing_solve(c->arena, &pairing);
    ent_tally known = {pairs.tally.tp, 0, pairs.tally.fn};
    for (size_t i = 0; i < c->required.n; i++) {
        score->by_type[c->required.items[i]->type].tp += pairs.matched[i];
        score->by_type[c->required.items[i]->type].fn += pairs.missed[i];
        if (pairs.missed[i])
            note_missed(c, c->required.items[i], faults);
    }
    for (size_t j = 0; j < c->relations.n; j++) {
        const ent_found_relation *r = c->relations.items[j];
        bool known_ends = kinds_of(c, r->source) && kinds_of(c, r->target);
        score->by_type[r->type].fp += pairs.wrong[j];
        score->by_confidence[tenth_of(r->confidence)].tp += pairs.right[j];
        score->by_confidence[tenth_of(r->confidence)].fp += pairs.wrong[j];
        known.fp += pairs.wrong[j] && known_ends;
        if (pairs.wrong[j])
            note_wrong(c, r, known_ends, faults);
    }
    score->relations = ent_tally_sum(score->relations, pairs.tally);
    score->known_ends = ent_tally_sum(score->known_ends, known);
}

/* ---- pairs: who has to do with whom ------------------------------------------------------------------------------ */

typedef struct pair_contest {
    const contest *c;
    ENT_VEC(ent_gold_relation) wanted;
    ENT_VEC(const ent_found_relation *) found;
} pair_contest;

static bool pair_fits(const void *context, size_t gold, size_t found)
{
    const pair_contest *p = context;
    const ent_gold_relation *wanted = &p->wanted.items[gold];
    const bool *source = p->c->same[p->found.items[found]->source], *target = p->c->same[p->found.items[found]->target];
    return (source[wanted->source] && target[wanted->target]) || (source[wanted->target] && target[wanted->source]);
}

/* Which gold entities a found one may be, as a string that tells such sets apart; outside the gold its normalized key.
 */
static ent_str end_name(const contest *c, uint32_t entity)
{
    ent_str name = ENT_STR_EMPTY;
    for (size_t j = 0; j < c->gold->entities.n; j++)
        if (c->same[entity][j])
            name = ent_arena_format(c->arena, ENT_STR_FMT "%zu,", ENT_STR_ARG(name), j);
    return name.len ? name : ent_gold_norm(c->arena, c->found->entities.items[entity].key);
}

/* The map's key of an unordered pair. */
static ent_str pair_name(ent_arena *arena, ent_str a, ent_str b)
{
    bool ordered = ent_str_cmp(a, b) <= 0;
    return ent_arena_format(arena, ENT_STR_FMT "\t" ENT_STR_FMT, ENT_STR_ARG(ordered ? a : b),
                            ENT_STR_ARG(ordered ? b : a));
}

static void gather_wanted(const contest *c, pair_contest *p)
{
    ent_map places = {0};
    for (size_t i = 0; i < c->required.n; i++) {
        const ent_gold_relation *r = c->required.items[i];
        ent_str name = pair_name(c->arena, ent_arena_format(c->arena, "%u", r->source),
                                 ent_arena_format(c->arena, "%u", r->target));
        uint32_t place = ent_map_find_or_set(c->arena, &places, name, (uint32_t)p->wanted.n);
        if (place == p->wanted.n)
            ent_vec_push(c->arena, &p->wanted, *r);
        else
            p->wanted.items[place].optional = p->wanted.items[place].optional && r->optional;
    }
}

static void gather_found(const contest *c, pair_contest *p)
{
    ent_map places = {0};
    for (size_t i = 0; i < c->relations.n; i++) {
        const ent_found_relation *r = c->relations.items[i];
        ent_str name = pair_name(c->arena, end_name(c, r->source), end_name(c, r->target));
        if (ent_map_find_or_set(c->arena, &places, name, (uint32_t)p->found.n) == p->found.n)
            ent_vec_push(c->arena, &p->found, r);
    }
}

static void score_pairs(const contest *c, ent_score *score)
{
    pair_contest p = {.c = c};
    gather_wanted(c, &p);
    gather_found(c, &p);
    bool *optional = ENT_ARENA_NEW(c->arena, bool, p.wanted.n + 1);
    for (size_t i = 0; i < p.wanted.n; i++)
        optional[i] = p.wanted.items[i].optional;
    ent_pairing pairing = {p.wanted.n, p.found.n, optional, pair_fits, &p};
    score->pairs = ent_tally_sum(score->pairs, ent_pairing_solve(c->arena, &pairing).tally);
}

void ent_score_add(ent_arena *arena, const ent_gold *gold, const ent_found *found, ent_group group, bool no_topics,
                   ent_score *score, ent_fault_vec *faults)
{
    contest c = {.arena = arena, .gold = gold, .found = found, .no_topics = no_topics};
    score_entities(&c, score, faults);
    compare_names(&c);
    choose_relations(&c, group);
    score_relations(&c, score, faults);
    score_pairs(&c, score);
}
