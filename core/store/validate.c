/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may not enter the store: places outside the text, relations the model does not know, words that are not UTF-8.
 */
#include "core/base/text.h"
#include "core/model/key.h"
#include "core/store/store_internal.h"

#include <stdio.h>

static ent_status refuse(const ent_facts *facts, ent_error *err, const char *why, ent_str which)
{
    char what[sizeof err->what];
    snprintf(what, sizeof what, ENT_STR_FMT, ENT_STR_ARG(facts->path));
    return ent_fail(err, ENT_FAILED, what, "not stored: " ENT_STR_FMT " %s", ENT_STR_ARG(which), why);
}

static bool is_place(const ent_facts *facts, size_t begin, size_t end)
{
    return begin < end && end <= facts->text.len;
}

static bool is_share(float confidence)
{
    return confidence >= 0 && confidence <= 1;
}

static ent_status check_entity(const ent_facts *facts, const ent_fact_entity *entity, ent_error *err)
{
    ent_kind kind;
    ent_str slug;
    if (!ent_key_parse(entity->key, &kind, &slug) || kind != entity->kind)
        return refuse(facts, err, "is no key of an entity of its kind", entity->key);
    return ENT_OK;
}

static ent_status check_mention(const ent_facts *facts, const ent_fact_mention *mention, ent_error *err)
{
    if (mention->entity >= facts->entities.n || mention->passage >= facts->passages.n)
        return refuse(facts, err, "names an entity or passage that is not there", ENT_STR("a mention"));
    const ent_fact_passage *passage = &facts->passages.items[mention->passage];
    ent_str key = facts->entities.items[mention->entity].key;
    if (mention->begin >= mention->end || mention->begin < passage->begin || mention->end > passage->end)
        return refuse(facts, err, "is mentioned outside of the passage said", key);
    return is_share(mention->confidence) ? ENT_OK : refuse(facts, err, "is mentioned with no confidence 0..1", key);
}

static ent_status refuse_relation(const ent_facts *facts, const ent_fact_relation *relation, const char *why,
                                  ent_error *err)
{
    const ent_fact_entity *entities = facts->entities.items;
    char which[256];
    int n = snprintf(which, sizeof which, ENT_STR_FMT " %s " ENT_STR_FMT " (rule " ENT_STR_FMT ")",
                     ENT_STR_ARG(entities[relation->source].key),
                     relation->type < ENT_N_RELATION_TYPES ? ent_relation_name(relation->type) : "?",
                     ENT_STR_ARG(entities[relation->target].key), ENT_STR_ARG(relation->rule));
    size_t len = n < 0 ? 0 : (size_t)n < sizeof which ? (size_t)n : sizeof which - 1;
    return refuse(facts, err, why, (ent_str){which, len});
}

static ent_status check_relation(const ent_facts *facts, const ent_fact_relation *relation, ent_error *err)
{
    const ent_fact_entity *entities = facts->entities.items;
    if (relation->source >= facts->entities.n || relation->target >= facts->entities.n)
        return refuse(facts, err, "names an entity that is not there", ENT_STR("a relation"));
    if (relation->type >= ENT_MENTIONED_WITH ||
        !ent_relation_allows(relation->type, entities[relation->source].kind, entities[relation->target].kind))
        return refuse_relation(facts, relation, "is not a relation the model allows", err);
    if (ent_str_eq(entities[relation->source].key, entities[relation->target].key))
        return refuse_relation(facts, relation, "relates an entity to itself", err);
    if (relation->passage >= facts->passages.n || !is_place(facts, relation->begin, relation->end))
        return refuse_relation(facts, relation, "has no quote in the text", err);
    if (!is_share(relation->confidence) || relation->polarity >= ENT_N_POLARITIES ||
        relation->modality >= ENT_N_MODALITIES)
        return refuse_relation(facts, relation, "has no valid confidence, polarity and modality", err);
    return ENT_OK;
}

ent_status ent_validate(const ent_facts *facts, ent_error *err)
{
    ent_status status = ENT_OK;
    size_t bad = ent_text_invalid_at(facts->text);
    if (bad != ENT_STR_NONE)
        return refuse(facts, err, "is not UTF-8", ENT_STR("the text"));
    for (size_t i = 0; i < facts->entities.n && status == ENT_OK; i++)
        status = check_entity(facts, &facts->entities.items[i], err);
    for (size_t i = 0; i < facts->passages.n && status == ENT_OK; i++)
        if (!is_place(facts, facts->passages.items[i].begin, facts->passages.items[i].end))
            status = refuse(facts, err, "lies outside of the text", ENT_STR("a passage"));
    for (size_t i = 0; i < facts->mentions.n && status == ENT_OK; i++)
        status = check_mention(facts, &facts->mentions.items[i], err);
    for (size_t i = 0; i < facts->relations.n && status == ENT_OK; i++)
        status = check_relation(facts, &facts->relations.items[i], err);
    return status;
}
