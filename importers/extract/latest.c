/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/subjects.h"

enum { SENTENCES_BACK = 3 };

static uint32_t section_of(const ent_segments *segments, uint32_t sentence)
{
    return segments->document->blocks.items[segments->sentences.items[sentence].block].section;
}

/* The last mention of a text before the token. A mention that stays open is passed over, one inside a longer one too. */
static uint32_t latest_in(const ent_mentions *mentions, uint32_t sentence, uint32_t token)
{
    for (uint32_t i = mentions->sentence_first.items[sentence + 1]; i-- > mentions->sentence_first.items[sentence];) {
        const ent_mention *m = &mentions->items.items[i];
        bool text = m->kind == ENT_INSTRUMENT || m->kind == ENT_PROPOSAL;
        if (text && m->last <= token && m->entity != ENT_UNRESOLVED && !(m->flags & ENT_MENTION_NESTED))
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

/* The sentence that holds the token. */
static uint32_t sentence_of(const ent_segments *segments, uint32_t token)
{
    uint32_t low = 0, high = (uint32_t)segments->sentences.n;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        *(segments->sentences.items[middle].first <= token ? &low : &high) = middle;
    }
    return low;
}

uint32_t ent_latest_text(const ent_segments *segments, const ent_mentions *mentions, uint32_t token)
{
    uint32_t from = sentence_of(segments, token);
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= from; back++) {
        if (section_of(segments, from - back) != section_of(segments, from))
            break;
        uint32_t found = latest_in(mentions, from - back, token);
        if (found != ENT_UNRESOLVED)
            return found;
    }
    return ENT_UNRESOLVED;
}
