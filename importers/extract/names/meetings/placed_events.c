/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "The Riga summit" where the text has "the Widget Forum in Riga": a meeting told by its place. */
#include "core/model/key.h"
#include "importers/extract/names/finder.h"

/* The place that the words behind a meeting's name, or the lexicon, give it; empty where none is. */
static ent_str place_of(const ent_finder *f, const ent_mention *m)
{
    static const char *const links[] = {"in", "at", NULL}, *const held[] = {"was", "is", "held", "hosted", NULL};
    uint32_t end = f->segments->sentences.items[m->sentence].last, at = m->last;
    while (ent_finder_reads_any(f, at, end, held))
        at++;
    if (ent_finder_reads_any(f, at, end, links) && at + 1 < end && ent_finder_is_capital(f, at + 1))
        return ent_token_text(f->segments, at + 1);
    return ent_attribute_get(f->out->entities.items[m->entity].attributes, ENT_STR("place"));
}

/* place → the one meeting that the document places there, or ENT_UNRESOLVED where there are several */
static ent_map places(const ent_finder *f)
{
    ent_map out = {0};
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        if (f->items.items[i].gone || m->kind != ENT_EVENT || m->entity == ENT_UNRESOLVED)
            continue;
        ent_str place = place_of(f, m);
        uint32_t known = place.len ? ent_map_find(&out, place) : ENT_MAP_NONE;
        if (place.len)
            ent_map_set(f->arena, &out, place,
                        known == ENT_MAP_NONE || known == m->entity ? m->entity : ENT_UNRESOLVED);
    }
    return out;
}

void ent_find_placed_events(ent_finder *f)
{
    ent_map of_place = places(f);
    if (of_place.n == 0)
        return;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first + 1; i + 1 < sentence->last; i++) {
            bool meeting = ent_finder_lists(f, i + 1) & ENT_LIST(EVENT_HEAD) && !ent_finder_is_capital(f, i + 1);
            if (!meeting || !ent_finder_is_capital(f, i) || !ent_finder_is(f, i - 1, f->words.the))
                continue;
            uint32_t entity = ent_map_find(&of_place, ent_token_text(f->segments, i));
            if (entity != ENT_MAP_NONE && entity != ENT_UNRESOLVED)
                ent_finder_add(f, ent_finder_candidate(s, i, i + 2, ENT_EVENT, ENT_BY_REFERENCE, entity, 0.75f));
        }
    }
}
