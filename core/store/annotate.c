/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others say about a stored document: the same rows as the document's own, written later. */
#include "core/store/store_internal.h"

/* The rows of the document's passages, which must be those of the facts. */
static ent_status find_passages(ent_store *store, const ent_facts *facts, int64_t document, ent_ids *out,
                                ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_DOCUMENT_PASSAGES);
    ent_query_bind(&query, ENT_INT(document));
    while (ent_query_next(&query))
        ent_vec_push(&store->scratch, out, ent_query_int(&query, 0));
    ent_status status = ent_query_close(&query, err);
    if (status == ENT_OK && out->n != facts->passages.n)
        return ent_fail(err, ENT_FAILED, store->path, "the document was changed by somebody else");
    return status;
}

/* The mentions that are not there: where names were corrected by hand, one may be there under another entity. */
static ent_status list_mentions(ent_store *store, const ent_facts *facts, const ent_places *places, ent_facts *out,
                                ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_HAS_MENTION);
    *out = *facts;
    out->mentions.items = NULL;
    out->mentions.n = out->mentions.cap = 0;
    for (size_t i = 0; i < facts->mentions.n; i++) {
        const ent_fact_mention *m = &facts->mentions.items[i];
        ent_query_bind(&query, ENT_INT(places->passages[m->passage]), ENT_INT(m->begin), ENT_INT(m->end),
                       ENT_INT(places->entities[m->entity]));
        if (!ent_query_next(&query))
            ent_vec_push(&store->scratch, &out->mentions, *m);
        ent_query_again(&query);
    }
    return ent_query_close(&query, err);
}

ent_status ent_write_annotation(ent_store *store, int64_t document, const ent_facts *facts, ent_str record,
                                ent_store_result *result, ent_error *err)
{
    int64_t *entities = ENT_ARENA_NEW(&store->scratch, int64_t, facts->entities.n);
    ent_status status = ent_edits_restore(store, err);
    if (status == ENT_OK)
        status = ent_write_entities(store, facts, entities, &result->entities, err);
    if (status != ENT_OK || !document)
        return status;
    ent_ids passages = {0};
    ent_places places = {.document = document, .work = document, .entities = entities};
    status = find_passages(store, facts, document, &passages, err);
    places.passages = passages.items;
    if (status == ENT_OK)
        status = ent_query_get_int(store, ENT_SQL_DOCUMENT_WORK, ENT_INT(document), &places.work, err);
    ent_facts news;
    if (status == ENT_OK)
        status = list_mentions(store, facts, &places, &news, err);
    if (status == ENT_OK)
        status = ent_write_mentions(store, &news, &places, err);
    if (status == ENT_OK)
        status = ent_write_relations(store, facts, &places, &result->relations, err);
    if (status == ENT_OK && record.len)
        status = ent_query_do(store, ENT_SQL_ADD_ANNOTATION, err, ENT_INT(document), ENT_TEXT(record));
    return status;
}

ent_status ent_store_each_annotation(ent_store *store, ent_str path, ent_annotation_fn fn, void *context,
                                     ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_EACH_ANNOTATION);
    ent_query_bind(&query, ENT_TEXT(path));
    while (ent_query_next(&query))
        if (!fn(context, ent_query_str(&query, 0)))
            break;
    return ent_query_close(&query, err);
}
