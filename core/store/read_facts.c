/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored document in the shape in which it came. */
#include "core/store/store_internal.h"

#include <stdlib.h>

typedef struct reader {
    ent_store *store;
    ent_arena *arena;
    ent_facts *facts;
    ent_map entities; /* key → facts->entities */
} reader;

static uint32_t entity_number(reader *r, ent_str key)
{
    uint32_t at = ent_map_find(&r->entities, key);
    if (at != ENT_MAP_NONE)
        return at;
    ent_fact_entity entity = {.key = ent_arena_str(r->arena, key)};
    at = (uint32_t)r->facts->entities.n;
    ent_map_set(r->arena, &r->entities, entity.key, at);
    ent_vec_push(r->arena, &r->facts->entities, entity);
    return at;
}

static ent_status read_passages(reader *r, int64_t document, ent_error *err)
{
    ent_query query = ent_query_open(r->store, ENT_SQL_EACH_PASSAGE_OF);
    ent_query_bind(&query, ENT_INT(document));
    while (ent_query_next(&query)) {
        ent_fact_passage passage = {(size_t)ent_query_int(&query, 0), (size_t)ent_query_int(&query, 1),
                                    (uint32_t)ent_query_int(&query, 2), (uint32_t)ent_query_int(&query, 3),
                                    ent_arena_str(r->arena, ent_query_str(&query, 4))};
        ent_vec_push(r->arena, &r->facts->passages, passage);
    }
    return ent_query_close(&query, err);
}

static ent_status read_mentions(reader *r, int64_t document, const ent_selection *selection, ent_error *err)
{
    ent_query query = ent_query_open(r->store, ENT_SQL_EACH_MENTION_IN);
    ent_query_bind(&query, ENT_INT(document), ENT_INT(selection->kinds), ENT_REAL(selection->min_confidence));
    while (ent_query_next(&query)) {
        ent_fact_mention mention = {.begin = (size_t)ent_query_int(&query, 0),
                                    .end = (size_t)ent_query_int(&query, 1),
                                    .entity = entity_number(r, ent_query_str(&query, 2)),
                                    .confidence = (float)ent_query_real(&query, 3)};
        mention.passage = ent_facts_passage_at(r->facts, mention.begin);
        ent_vec_push(r->arena, &r->facts->mentions, mention);
    }
    return ent_query_close(&query, err);
}

static bool take_evidence(void *context, const ent_evidence_row *row)
{
    reader *r = context;
    ent_fact_relation relation = {.type = row->type,
                                  .source = entity_number(r, row->source),
                                  .target = entity_number(r, row->target),
                                  .passage = ent_facts_passage_at(r->facts, row->begin),
                                  .begin = row->begin,
                                  .end = row->end,
                                  .rule = row->rule,
                                  .confidence = (float)row->confidence,
                                  .polarity = row->polarity,
                                  .modality = row->modality,
                                  .speaker = row->speaker,
                                  .holder = row->holder,
                                  .role = row->role,
                                  .count = row->count,
                                  .from = row->from,
                                  .to = row->to};
    ent_str *strings[] = {&relation.rule, &relation.speaker, &relation.holder,
                          &relation.role, &relation.from,    &relation.to};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = ent_arena_str(r->arena, *strings[i]);
    ent_vec_push(r->arena, &r->facts->relations, relation);
    return true;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By place. Entities are numbered as they come, which is the same for the same content. */
static int by_place(const void *a, const void *b)
{
    const ent_fact_relation *x = a, *y = b;
    int order = compare_sizes(x->begin, y->begin);
    order = order ? order : compare_sizes(x->end, y->end);
    order = order ? order : (int)x->type - (int)y->type;
    order = order ? order : compare_sizes(x->source, y->source);
    order = order ? order : compare_sizes(x->target, y->target);
    order = order ? order : ent_str_cmp(x->rule, y->rule);
    order = order ? order : (int)x->polarity - (int)y->polarity;
    order = order ? order : ent_str_cmp(x->speaker, y->speaker);
    return order ? order : ent_str_cmp(x->role, y->role);
}

static ent_status read_relations(reader *r, const ent_selection *selection, ent_str document, ent_error *err)
{
    ent_selection here = *selection;
    here.documents = &document;
    here.n_documents = 1;
    here.since_year = here.until_year = 0;
    ent_status status =
        ent_store_each_evidence(r->store, &here, (ent_entity_id){0}, (ent_entity_id){0}, take_evidence, r, err);
    if (r->facts->relations.n)
        qsort(r->facts->relations.items, r->facts->relations.n, sizeof *r->facts->relations.items, by_place);
    return status;
}

static ent_status fill_entity(reader *r, ent_fact_entity *entity, ent_error *err)
{
    ent_entity_row row;
    bool found;
    ent_str_vec aliases = {0};
    ent_status status = ent_store_find_key(r->store, r->arena, entity->key, &row, &found, err);
    if (status != ENT_OK || !found)
        return status;
    status = ent_store_get_aliases(r->store, r->arena, &row, &aliases, err);
    ent_buf joined = {0};
    for (size_t i = 0; i < aliases.n; i++) {
        ent_buf_add(&joined, i ? ENT_STR(" | ") : ENT_STR_EMPTY);
        ent_buf_add(&joined, aliases.items[i]);
    }
    *entity =
        (ent_fact_entity){row.key, row.kind, row.name, ent_arena_str(r->arena, ent_buf_str(&joined)), row.attributes};
    ent_buf_clear(&joined);
    return status;
}

ent_status ent_store_get_facts(ent_store *store, ent_arena *arena, const ent_selection *selection,
                               const ent_document_row *document, ent_facts *out, ent_error *err)
{
    ent_document_text text;
    ent_status status = ent_store_get_text(store, arena, document->id, &text, err);
    if (status != ENT_OK)
        return status;
    *out = (ent_facts){.key = document->key,
                       .path = document->path,
                       .format = document->format,
                       .title = document->title,
                       .date = document->date,
                       .text = text.text,
                       .meeting = text.meeting};
    out->origins = text.origins;
    reader r = {store, arena, out, {0}};
    status = read_passages(&r, document->id.row, err);
    if (status == ENT_OK)
        status = read_mentions(&r, document->id.row, selection, err);
    if (status == ENT_OK)
        status = read_relations(&r, selection, document->key, err);
    for (size_t i = 0; i < out->entities.n && status == ENT_OK; i++)
        status = fill_entity(&r, &out->entities.items[i], err);
    return status;
}
