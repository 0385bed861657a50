/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/founders.h"

#include "core/model/key.h"
#include "importers/extract/gazetteer/lexicon_data.h"

/* Whether a name says that States unite in it: "Widget Coalition", "Group of Widget States". */
static bool names_union(const ent_lexicon *lexicon, const ent_segments *segments, const ent_mention *m)
{
    bool names = false;
    for (uint32_t t = m->first; t < m->last && !names; t++) {
        const ent_token *token = &segments->tokens.items[t];
        names = token->flags & ENT_TOKEN_CAPITAL && ent_word_cues_of(&lexicon->lists, token->word) & ENT_CUE(UNION);
    }
    return names;
}

/* Blocs that are no class of States; bodies whose name says so wherever it stands. */
static bool is_union(const ent_lexicon *lexicon, const ent_segments *segments, const ent_mentions *mentions,
                     uint32_t body)
{
    const ent_named *named = &mentions->entities.items[body];
    if (named->kind == ENT_BLOC)
        return !ent_attribute_get(named->attributes, ENT_STR("class")).len;
    bool known = false;
    for (size_t i = 0; i < mentions->items.n && !known && named->kind != ENT_EVENT; i++)
        known = mentions->items.items[i].entity == body && names_union(lexicon, segments, &mentions->items.items[i]);
    return known;
}

static bool is_founding(const ent_mentions *mentions, const ent_fact_relation *r)
{
    return r->type == ENT_ESTABLISHED_BY && r->polarity == ENT_AFFIRMED && r->modality == ENT_STATED &&
           mentions->entities.items[r->target].kind == ENT_STATE;
}

void ent_add_founders(ent_arena *arena, const ent_lexicon *lexicon, const ent_segments *segments,
                      const ent_mentions *mentions, ent_facts *facts)
{
    for (size_t i = 0, n = facts->relations.n, end; i < n; i = end) {
        const ent_fact_relation first = facts->relations.items[i];
        uint32_t founders = 0;
        for (end = i;
             end < n && facts->relations.items[end].passage == first.passage &&
             facts->relations.items[end].source == first.source && facts->relations.items[end].type == first.type;
             end++)
            founders += is_founding(mentions, &facts->relations.items[end]);
        end += end == i;
        if (founders < 2 || !is_union(lexicon, segments, mentions, first.source))
            continue;
        for (size_t k = i; k < end; k++) {
            ent_fact_relation member = facts->relations.items[k];
            if (!is_founding(mentions, &member))
                continue;
            member.type = ENT_MEMBER_OF;
            member.source = facts->relations.items[k].target;
            member.target = first.source;
            member.rule = ENT_STR("founders");
            member.confidence *= 0.95f;
            member.role = ENT_STR_EMPTY;
            ent_vec_push(arena, &facts->relations, member);
        }
    }
}
