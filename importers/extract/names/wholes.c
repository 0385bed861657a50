/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/wholes.h"

#include "core/model/key.h"

#define N(array) (sizeof(array) / sizeof *(array))

size_t ent_part_begin(ent_str key)
{
    static const char *const parts[] = {"-session-",           "-meeting-",
                                        "-article-",           "-protocol-",
                                        "-contact-group-",     "-working-group-",
                                        "-drafting-group-",    "-discussion-group-",
                                        "-negotiating-group-", "-subsidiary-body-",
                                        "-main-committee-",    "-phase-",
                                        "-segment-",           "-round-"};
    size_t digits = key.len;
    while (digits > 0 && ent_is_digit(key.data[digits - 1]))
        digits--;
    for (size_t i = 0; i < N(parts) && digits < key.len; i++)
        if (ent_str_ends(ent_str_slice(key, 0, digits), ent_str_from(parts[i])))
            return digits - ent_str_from(parts[i]).len;
    bool edition = key.len - digits == 4 && digits > 0 && key.data[digits - 1] == '-' &&
                   ent_str_starts(key, ENT_STR("event:")); /* "event:widget-conference-2031" */
    return edition ? digits - 1 : ENT_STR_NONE;
}

uint32_t ent_whole_of(ent_arena *arena, const ent_mentions *mentions, ent_str key, size_t end)
{
    static const char *const kinds[] = {"forum", "event", "instrument", "organization", "bloc"};
    size_t slug = ent_str_find(key, ENT_STR(":"), 0) + 1;
    for (size_t i = 0; i < N(kinds); i++) {
        ent_str whole =
            ent_arena_format(arena, "%s:" ENT_STR_FMT, kinds[i], ENT_STR_ARG(ent_str_slice(key, slug, end)));
        uint32_t known = ent_map_find(&mentions->by_key, whole);
        if (known != ENT_MAP_NONE)
            return known;
    }
    return ENT_UNRESOLVED;
}

uint32_t ent_whole_of_part(ent_arena *arena, const ent_mentions *mentions, uint32_t part)
{
    const ent_named *named = &mentions->entities.items[part];
    size_t end = ent_part_begin(named->key);
    uint32_t whole = end != ENT_STR_NONE ? ent_whole_of(arena, mentions, named->key, end) : ENT_UNRESOLVED;
    ent_str parent = named->kind == ENT_EVENT ? ent_attribute_get(named->attributes, ENT_STR("parent")) : ENT_STR_EMPTY;
    uint32_t known = parent.len && whole == ENT_UNRESOLVED ? ent_map_find(&mentions->by_key, parent) : ENT_MAP_NONE;
    return known != ENT_MAP_NONE ? known : whole;
}
