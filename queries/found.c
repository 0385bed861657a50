/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/found.h"

#include "queries/edge.h"

typedef struct entity {
    ent_entity_id id;
    ent_found_entity found;
    ENT_VEC(ent_str) aliases;
    bool used;
} entity;

typedef struct reader {
    const ent_context *context;
    ent_arena *arena;
    ent_str document;
    ENT_VEC(entity) entities; /* all of the database, by key */
    ent_map by_id, by_key;
    ent_map seen; /* relations that were kept already */
    ent_found *out;
    uint32_t asking; /* the entity whose documents are being read */
} reader;

static bool keep_entity(void *context, const ent_entity_row *row)
{
    reader *r = context;
    entity e = {.id = row->id,
                .found = {.key = ent_arena_str(r->arena, row->key),
                          .name = ent_arena_str(r->arena, row->name),
                          .kind = row->kind}};
    ent_id_find_or_set(r->arena, &r->by_id, row->id, (uint32_t)r->entities.n);
    ent_map_set(r->arena, &r->by_key, e.found.key, (uint32_t)r->entities.n);
    ent_vec_push(r->arena, &r->entities, e);
    return true;
}

static bool keep_alias(void *context, ent_entity_id id, ent_str alias, ent_str folded)
{
    reader *r = context;
    uint32_t place = ent_id_find(&r->by_id, id);
    (void)folded;
    if (place != ENT_MAP_NONE)
        ent_vec_push(r->arena, &r->entities.items[place].aliases, ent_arena_str(r->arena, alias));
    return true;
}

/* Evidence comes relation by relation: the first piece of each polarity stands for it. */
static bool keep_relation(void *context, const ent_evidence_row *row)
{
    reader *r = context;
    uint32_t source = ent_map_find(&r->by_key, row->source), target = ent_map_find(&r->by_key, row->target);
    if (source == ENT_MAP_NONE || target == ENT_MAP_NONE)
        return true;
    r->entities.items[source].used = r->entities.items[target].used = true;
    ent_str name = ent_arena_format(r->arena, "%d\t" ENT_STR_FMT "\t" ENT_STR_FMT "\t%d", (int)row->type,
                                    ENT_STR_ARG(ent_gold_norm(r->arena, row->source)),
                                    ENT_STR_ARG(ent_gold_norm(r->arena, row->target)), (int)row->polarity);
    if (ent_map_find(&r->seen, name) != ENT_MAP_NONE)
        return true;
    ent_map_set(r->arena, &r->seen, name, 0);
    ent_vec_push(r->arena, &r->out->relations,
                 (ent_found_relation){row->type, source, target, row->line, ent_arena_str(r->arena, row->quote),
                                      row->confidence});
    return true;
}

static bool look_for_document(void *context, const ent_document_row *row)
{
    reader *r = context;
    r->entities.items[r->asking].used = ent_str_eq(row->key, r->document);
    return !r->entities.items[r->asking].used;
}

static ent_status mark_mentioned(reader *r, ent_error *err)
{
    ent_status status = ENT_OK;
    for (r->asking = 0; r->asking < r->entities.n && status == ENT_OK; r->asking++)
        if (!r->entities.items[r->asking].used)
            status = ent_store_each_document_of(r->context->store, r->entities.items[r->asking].id, look_for_document,
                                                r, err);
    return status;
}

static void add_names(ent_namer *namer, ent_found_entity *found, ent_str name)
{
    ent_name_set_add(namer, &found->names, name, found->kind);
    ent_name_set_add(namer, &found->wide, name, found->kind);
    ent_name_set_add(namer, &found->wide, name, ENT_N_KINDS);
}

/* Moves the entities that are used to the answer, and its relations' ends with them. */
static void settle(reader *r, ent_namer *namer)
{
    uint32_t *moved = ENT_ARENA_NEW(r->arena, uint32_t, r->entities.n + 1);
    for (size_t i = 0; i < r->entities.n; i++) {
        entity *e = &r->entities.items[i];
        if (!e->used)
            continue;
        add_names(namer, &e->found, e->found.name);
        for (size_t j = 0; j < e->aliases.n; j++)
            add_names(namer, &e->found, e->aliases.items[j]);
        ent_name_set_end(&e->found.names);
        ent_name_set_end(&e->found.wide);
        moved[i] = (uint32_t)r->out->entities.n;
        ent_vec_push(r->arena, &r->out->entities, e->found);
    }
    for (size_t i = 0; i < r->out->relations.n; i++) {
        ent_found_relation *relation = &r->out->relations.items[i];
        relation->source = moved[relation->source];
        relation->target = moved[relation->target];
    }
}

ent_status ent_found_read(const ent_context *context, ent_namer *namer, ent_str document, ent_found *out,
                          ent_error *err)
{
    *out = (ent_found){0};
    reader r = {.context = context, .arena = namer->arena, .document = document, .out = out};
    ent_selection selection = context->selection;
    selection.documents = &document;
    selection.n_documents = 1;
    ent_status status = ent_store_each_entity(context->store, selection.kinds, keep_entity, &r, err);
    if (status == ENT_OK)
        status = ent_store_each_alias(context->store, (ent_entity_id){0}, keep_alias, &r, err);
    if (status == ENT_OK)
        status = ent_store_each_evidence(context->store, &selection, (ent_entity_id){0}, (ent_entity_id){0},
                                         keep_relation, &r, err);
    if (status == ENT_OK)
        status = mark_mentioned(&r, err);
    if (status == ENT_OK)
        settle(&r, namer);
    return status;
}
