/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renderings of one work report one meeting, whatever each calls it: a scan without its title page knows "the
 * conference of 23 May", the Markdown beside it the full name. The first one's name stands for all, and for the panels
 * and sessions that are named after it; otherwise each rendering would tell everything again, of a meeting of its own.
 */
#include "core/base/map.h"
#include "core/store/store_internal.h"

typedef struct renaming {
    ent_arena *arena;
    ent_str from, to;           /* keys */
    ent_str from_name, to_name; /* what names of parts hold: "Panel II of …" */
} renaming;

static ent_status read_meeting(ent_store *store, int64_t work, renaming *out, ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_GET_MEETING);
    ent_query_bind(&query, ENT_INT(work));
    if (ent_query_next(&query)) {
        out->to = ent_arena_str(out->arena, ent_query_str(&query, 0));
        out->to_name = ent_arena_str(out->arena, ent_query_str(&query, 1));
    }
    return ent_query_close(&query, err);
}

/* The meeting itself, or a part: its key goes on with a dash. */
static bool is_of_meeting(const renaming *r, ent_str key)
{
    return ent_str_starts(key, r->from) && (key.len == r->from.len || key.data[r->from.len] == '-');
}

static ent_str replaced(const renaming *r, ent_str text, ent_str old, ent_str new)
{
    size_t at = old.len ? ent_str_find(text, old, 0) : ENT_STR_NONE;
    if (at == ENT_STR_NONE)
        return text;
    return ent_arena_format(r->arena, ENT_STR_FMT ENT_STR_FMT ENT_STR_FMT, ENT_STR_ARG(ent_str_slice(text, 0, at)),
                            ENT_STR_ARG(new), ENT_STR_ARG(ent_str_slice(text, at + old.len, text.len)));
}

/* Copies the entities under their new keys. same[i]: the first with the key of i, for two may have become one. */
static uint32_t *rename_entities(const renaming *r, ent_facts *facts)
{
    size_t n = facts->entities.n;
    ent_fact_entity *entities = ENT_ARENA_NEW(r->arena, ent_fact_entity, n + 1);
    uint32_t *same = ENT_ARENA_NEW(r->arena, uint32_t, n + 1);
    ent_map by_key = {0};
    for (size_t i = 0; i < n; i++) {
        entities[i] = facts->entities.items[i];
        if (is_of_meeting(r, entities[i].key)) {
            entities[i].key = replaced(r, entities[i].key, r->from, r->to);
            entities[i].name = replaced(r, entities[i].name, r->from_name, r->to_name);
        }
        same[i] = ent_map_find_or_set(r->arena, &by_key, entities[i].key, (uint32_t)i);
    }
    facts->entities.items = entities;
    return same;
}

/* What now relates a thing to itself says nothing. */
static void move_relations(const renaming *r, ent_facts *facts, const uint32_t *same)
{
    ent_fact_relation *relations = ENT_ARENA_NEW(r->arena, ent_fact_relation, facts->relations.n + 1);
    size_t kept = 0;
    for (size_t i = 0; i < facts->relations.n; i++) {
        ent_fact_relation relation = facts->relations.items[i];
        relation.source = same[relation.source];
        relation.target = same[relation.target];
        if (relation.source != relation.target)
            relations[kept++] = relation;
    }
    facts->relations.items = relations;
    facts->relations.n = kept;
}

static void move_mentions(const renaming *r, ent_facts *facts, const uint32_t *same)
{
    ent_fact_mention *mentions = ENT_ARENA_NEW(r->arena, ent_fact_mention, facts->mentions.n + 1);
    for (size_t i = 0; i < facts->mentions.n; i++) {
        mentions[i] = facts->mentions.items[i];
        mentions[i].entity = same[mentions[i].entity];
    }
    facts->mentions.items = mentions;
}

ent_status ent_meeting_unify(ent_store *store, ent_facts *facts, int64_t work, ent_error *err)
{
    renaming r = {.arena = &store->scratch, .from = facts->meeting, .to = ENT_STR_EMPTY, .from_name = ENT_STR_EMPTY};
    ent_status status = r.from.len ? read_meeting(store, work, &r, err) : ENT_OK;
    if (status != ENT_OK || r.to.len == 0 || ent_str_eq(r.from, r.to))
        return status;
    for (size_t i = 0; i < facts->entities.n; i++)
        if (ent_str_eq(facts->entities.items[i].key, r.from))
            r.from_name = facts->entities.items[i].name;
    facts->meeting = r.to;
    const uint32_t *same = rename_entities(&r, facts);
    move_relations(&r, facts, same);
    move_mentions(&r, facts, same);
    return ENT_OK;
}
