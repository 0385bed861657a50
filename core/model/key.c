/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/key.h"

#include "core/base/text.h"

#include <string.h>

ent_str ent_key_make(ent_arena *arena, ent_kind kind, ent_str name)
{
    ent_str folded = ent_text_fold(arena, name);
    ent_str prefix = ent_str_from(ent_kind_name(kind));
    char *key = ent_arena_alloc(arena, prefix.len + 1 + folded.len + 1);
    memcpy(key, prefix.data, prefix.len);
    size_t n = prefix.len;
    key[n++] = ':';
    for (size_t i = 0; i < folded.len; i++) {
        char c = folded.data[i];
        bool kept = ent_is_lower(c) || ent_is_digit(c) || (unsigned char)c >= 0x80;
        if (kept)
            key[n++] = c;
        else if (c != '\'' && key[n - 1] != '-' && key[n - 1] != ':')
            key[n++] = '-';
    }
    if (key[n - 1] == '-')
        n--;
    key[n] = '\0';
    return (ent_str){key, n};
}

bool ent_key_parse(ent_str key, ent_kind *kind, ent_str *slug)
{
    size_t colon = ent_str_find(key, ENT_STR(":"), 0);
    if (colon == ENT_STR_NONE || colon + 1 == key.len || !ent_kind_find(ent_str_slice(key, 0, colon), kind))
        return false;
    *slug = ent_str_slice(key, colon + 1, key.len);
    return true;
}

ent_str ent_attribute_get(ent_str attributes, ent_str name)
{
    for (size_t begin = 0, end; begin < attributes.len; begin = end + 1) {
        while (begin < attributes.len && ent_is_space(attributes.data[begin]))
            begin++;
        ent_str rest = ent_str_slice(attributes, begin, attributes.len);
        const char *stop = memchr(rest.data, ';', rest.len);
        end = stop ? (size_t)(stop - attributes.data) : attributes.len;
        if (begin + name.len < end && rest.data[name.len] == '=' && ent_str_starts(rest, name)) {
            ent_str piece = ent_str_trim(ent_str_slice(attributes, begin, end));
            return ent_str_slice(piece, name.len + 1, piece.len);
        }
    }
    return ENT_STR_EMPTY;
}

ent_str ent_short_name(ent_str name, ent_str attributes)
{
    ent_str shorter = ent_attribute_get(attributes, ENT_STR("short"));
    return shorter.len ? shorter : name;
}
