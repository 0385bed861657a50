/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/bodies/organ_names.h"

#include "core/model/key.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* The lexicon's forum of one of the names that an organ of the body may go by, or UINT32_MAX. */
static uint32_t known_organ(const ent_finder *f, ent_str body, ent_str organ)
{
    const ent_str names[] = {ent_arena_join(f->arena, body, ENT_STR(" "), organ),
                             ent_arena_join(f->arena, organ, ENT_STR(" of the "), body),
                             ent_arena_join(f->arena, organ, ENT_STR(" of "), body)};
    uint32_t known = UINT32_MAX;
    for (size_t i = 0; i < N(names) && known == UINT32_MAX; i++)
        known = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_FORUM, names[i]);
    return known;
}

bool ent_is_organ_word(ent_str word)
{
    static const char *const words[] = {"Assembly", "Council", "Board", "Conference", "Congress", "Commission"};
    for (size_t i = 0; i < N(words); i++)
        if (ent_str_eq(word, ent_str_from(words[i])))
            return true;
    return false;
}

uint32_t ent_organ_of(ent_finder *f, uint32_t body, ent_str organ)
{
    const ent_named *named = &f->out->entities.items[body];
    if (named->kind != ENT_ORGANIZATION || named->entry == UINT32_MAX)
        return ENT_UNRESOLVED;
    ent_str brief = ent_attribute_get(named->attributes, ENT_STR("short"));
    uint32_t known = known_organ(f, named->name, organ);
    if (known == UINT32_MAX && brief.len)
        known = known_organ(f, brief, organ);
    return known == UINT32_MAX ? ENT_UNRESOLVED : ent_finder_entry(f, known);
}
