/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Participants included Oz": of the meeting that the sentence, or one just before it, tells of. */
#include "importers/extract/names/references/subjects.h"

enum { SENTENCES_BACK = 2 };

/* The only meeting that a sentence names before the token; ENT_UNRESOLVED where it names none, or several. */
static uint32_t only_meeting(const ent_mentions *mentions, uint32_t sentence, uint32_t token)
{
    uint32_t found = ENT_UNRESOLVED, end = mentions->sentence_first.items[sentence + 1];
    for (uint32_t i = mentions->sentence_first.items[sentence]; i < end; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->kind != ENT_EVENT || m->entity == ENT_UNRESOLVED || m->first >= token)
            continue;
        if (found != ENT_UNRESOLVED && found != m->entity)
            return ENT_UNRESOLVED;
        found = m->entity;
    }
    return found;
}

uint32_t ent_gathering_at(const ent_segments *segments, const ent_mentions *mentions, uint32_t sentence, uint32_t token)
{
    uint32_t section = ent_sentence_section(segments, sentence), found = ENT_UNRESOLVED;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence && found == ENT_UNRESOLVED; back++)
        if (ent_sentence_section(segments, sentence - back) == section)
            found = only_meeting(mentions, sentence - back, token);
    return found;
}
