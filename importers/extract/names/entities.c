/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/mention.h"

uint32_t ent_mentions_entity(ent_arena *arena, ent_mentions *mentions, ent_kind kind, ent_str key, ent_str name,
                             ent_str attributes)
{
    uint32_t at = ent_map_find_or_set(arena, &mentions->by_key, key, (uint32_t)mentions->entities.n);
    if (at == mentions->entities.n) {
        ent_named named = {.key = key, .name = name, .attributes = attributes, .kind = kind, .entry = UINT32_MAX};
        ent_vec_push(arena, &mentions->entities, named);
    }
    return at;
}
