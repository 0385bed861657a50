/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/relate_names.h"

typedef struct naming {
    ent_arena *arena;
    const ent_segments *segments;
    const ent_mentions *mentions;
    ent_facts *facts;
} naming;

static void state_topic(const naming *n, const ent_mention *name, const ent_mention *topic)
{
    const ent_token *tokens = n->segments->tokens.items;
    ent_fact_relation relation = {.type = name->kind == ENT_EVENT ? ENT_DISCUSSES : ENT_ADDRESSES,
                                  .source = name->entity,
                                  .target = topic->entity,
                                  .passage = name->sentence,
                                  .begin = tokens[name->first].begin,
                                  .end = tokens[name->last - 1].end,
                                  .rule = ENT_STR("name.topic"),
                                  .confidence = 0.9f * name->confidence * topic->confidence,
                                  .polarity = ENT_AFFIRMED,
                                  .modality = ENT_STATED,
                                  .speaker = ENT_STR_EMPTY,
                                  .holder = ENT_STR_EMPTY,
                                  .role = ENT_STR_EMPTY,
                                  .from = ENT_STR_EMPTY,
                                  .to = ENT_STR_EMPTY};
    ent_vec_push(n->arena, &n->facts->relations, relation);
}

/* The topics inside the name at `at`, but not those inside another topic: mentions stand by their first token, the
 * longer first. */
static bool state_topics(const naming *n, uint32_t at)
{
    const ent_mention *items = n->mentions->items.items, *name = &items[at];
    uint32_t done = name->first;
    for (uint32_t i = at + 1; i < n->mentions->items.n && items[i].first < name->last; i++) {
        if (items[i].kind != ENT_TOPIC || items[i].entity == ENT_UNRESOLVED || items[i].last > name->last ||
            items[i].first < done)
            continue;
        state_topic(n, name, &items[i]);
        done = items[i].last;
    }
    return done > name->first;
}

void ent_relate_names(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions, ent_facts *facts)
{
    naming n = {arena, segments, mentions, facts};
    bool *stated = ENT_ARENA_NEW(arena, bool, mentions->entities.n + 1);
    for (uint32_t i = 0; i < mentions->items.n; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->entity != ENT_UNRESOLVED && m->flags & ENT_MENTION_DESCRIBED && !stated[m->entity])
            stated[m->entity] = state_topics(&n, i);
    }
}
