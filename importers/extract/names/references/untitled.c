/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/references/reference_words.h"

#include "core/model/key.h"

uint32_t ent_text_above_adopter(ent_finder *f)
{
    static const char *const forms[] = {"resolution", "decision", "declaration", "principles", NULL};
    uint32_t front = ent_reference_front(f), found = UINT32_MAX;
    bool titled = ent_str_find(f->document->title, ENT_STR(" "), 0) != ENT_STR_NONE;
    for (size_t i = 0; i < f->items.n && !titled; i++) {
        const ent_candidate *c = &f->items.items[i];
        bool own = !c->gone && c->mention.kind == ENT_INSTRUMENT && c->mention.last <= front &&
                   (c->mention.source == ENT_BY_LEXICON || c->mention.source == ENT_BY_SYMBOL);
        uint32_t entity = own ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (entity == ENT_UNRESOLVED ||
            !ent_str_is_any_nocase(ent_attribute_get(f->out->entities.items[entity].attributes, ENT_STR("form")),
                                   forms))
            continue;
        if (found != UINT32_MAX && found != entity)
            return UINT32_MAX;
        found = entity;
    }
    return found;
}
