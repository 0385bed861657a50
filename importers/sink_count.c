/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/map.h"
#include "importers/sink.h"

/* What was counted already stands in maps; what the database has is asked for one by one, so that nothing of it is
 * loaded. */
typedef struct counter {
    ent_arena *arena;
    ent_store *store;
    ent_map entities, relations; /* seen in this run */
} counter;

typedef struct document_wish {
    ent_arena *arena;
    ent_str path, key;
} document_wish;

static bool offer_document(void *context, const ent_document_row *row)
{
    document_wish *wish = context;
    if (!ent_str_eq(row->path, wish->path))
        return true;
    wish->key = ent_arena_str(wish->arena, row->key);
    return false;
}

typedef struct edge_wish {
    ent_entity_id target;
    ent_relation_type type;
    bool found;
} edge_wish;

static bool offer_edge(void *context, const ent_edge_row *row)
{
    edge_wish *wish = context;
    wish->found = row->type == wish->type && row->target.row == wish->target.row;
    return !wish->found;
}

static ent_status find(void *self, ent_str path, uint64_t *hash, bool *found, ent_error *err)
{
    const counter *c = self;
    *found = false;
    return c->store ? ent_store_find_hash(c->store, path, hash, found, err) : ENT_OK;
}

static ent_status find_entity(const counter *c, ent_str key, ent_entity_id *out, bool *found, ent_error *err)
{
    ent_entity_row row = {0};
    *found = false;
    ent_status status = c->store ? ent_store_find_key(c->store, c->arena, key, &row, found, err) : ENT_OK;
    *out = row.id;
    return status;
}

/* True when a thing is met for the first time in this run. */
static bool is_first(counter *c, ent_map *seen, ent_str thing)
{
    if (ent_map_find(seen, thing) != ENT_MAP_NONE)
        return false;
    ent_map_set(c->arena, seen, ent_arena_str(c->arena, thing), 0);
    return true;
}

static ent_status count_entities(counter *c, const ent_facts *facts, int64_t *n, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; status == ENT_OK && i < facts->entities.n; i++) {
        ent_str key = facts->entities.items[i].key;
        bool found = false;
        if (!is_first(c, &c->entities, key))
            continue;
        if (c->store)
            status = ent_store_has_key(c->store, key, &found, err);
        *n += !found;
    }
    return status;
}

static ent_status find_relation(const counter *c, const ent_facts *facts, const ent_fact_relation *relation,
                                bool *found, ent_error *err)
{
    ent_entity_id source, target;
    bool both = false;
    *found = false;
    ent_status status = find_entity(c, facts->entities.items[relation->source].key, &source, &both, err);
    if (status == ENT_OK && both)
        status = find_entity(c, facts->entities.items[relation->target].key, &target, &both, err);
    if (status != ENT_OK || !both)
        return status;
    ent_selection all = ent_selection_all();
    edge_wish wish = {target, relation->type, false};
    status = ent_store_each_edge_of(c->store, &all, source, offer_edge, &wish, err);
    *found = wish.found;
    return status;
}

static ent_status count_relations(counter *c, const ent_facts *facts, int64_t *n, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; status == ENT_OK && i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        ent_str source = facts->entities.items[r->source].key, target = facts->entities.items[r->target].key;
        ent_str type = ent_str_from(ent_relation_name(r->type)), space = ENT_STR(" ");
        ent_str name = ent_arena_join(c->arena, type, space, source, space, target);
        bool found = false;
        if (!is_first(c, &c->relations, name))
            continue;
        status = find_relation(c, facts, r, &found, err);
        *n += !found;
    }
    return status;
}

static ent_status take(void *self, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    counter *c = self;
    document_wish wish = {c->arena, facts->path, ENT_STR_EMPTY};
    uint64_t hash = 0;
    bool found = false;
    ent_status status = find(self, facts->path, &hash, &found, err);
    bool known = found && hash == facts->hash;
    if (status == ENT_OK && c->store)
        status = ent_store_each_document(c->store, offer_document, &wish, err);
    *result = (ent_store_result){.document = wish.key, .rendering_of = ENT_STR_EMPTY};
    result->status = known ? ENT_DOCUMENT_UNCHANGED : wish.key.len ? ENT_DOCUMENT_UPDATED : ENT_DOCUMENT_NEW;
    if (status != ENT_OK || known)
        return status;
    result->passages = (int64_t)facts->passages.n;
    status = count_entities(c, facts, &result->entities, err);
    return status == ENT_OK ? count_relations(c, facts, &result->relations, err) : status;
}

static ent_status commit(void *self, ent_error *err)
{
    (void)self, (void)err;
    return ENT_OK;
}

ent_sink ent_sink_count(ent_arena *arena, ent_store *store)
{
    counter *c = ENT_ARENA_NEW(arena, counter, 1);
    *c = (counter){.arena = arena, .store = store};
    return (ent_sink){find, take, commit, c};
}
