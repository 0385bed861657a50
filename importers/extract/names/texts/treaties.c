/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "our newest States Parties": to the treaty whose parties meet, or that was named last. */
#include "core/model/key.h"
#include "importers/extract/names/references/subjects.h"

enum { FRONT = 60, TREATY_BACK = 400 }; /* tokens of a title and what stands under it; mentions */

static bool is_treaty(const ent_mentions *mentions, const ent_mention *m)
{
    static const char *const forms[] = {"treaty", "convention", "protocol", "agreement", "accord", "accords", NULL};
    return m->kind == ENT_INSTRUMENT && m->entity != ENT_UNRESOLVED &&
           ent_str_is_any_nocase(ent_attribute_get(mentions->entities.items[m->entity].attributes, ENT_STR("form")),
                                 forms);
}

/* The only one that the document's first words name, within the name of its meeting or by itself. */
static uint32_t in_front(const ent_mentions *mentions)
{
    uint32_t found = ENT_UNRESOLVED;
    for (size_t i = 0; i < mentions->items.n && mentions->items.items[i].first < FRONT; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (!is_treaty(mentions, m))
            continue;
        if (found != ENT_UNRESOLVED && found != m->entity)
            return ENT_UNRESOLVED;
        found = m->entity;
    }
    return found;
}

uint32_t ent_treaty_met_on(const ent_segments *segments, const ent_mentions *mentions, uint32_t token)
{
    uint32_t found = in_front(mentions), end = mentions->sentence_first.items[ent_sentence_of(segments, token) + 1];
    for (uint32_t i = end, looked = 0; found == ENT_UNRESOLVED && i-- > 0 && looked < TREATY_BACK; looked++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->last <= token && is_treaty(mentions, m))
            found = m->entity;
    }
    return found;
}
