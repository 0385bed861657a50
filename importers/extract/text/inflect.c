/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/inflect.h"

#include <string.h>

static bool is_vowel(char c)
{
    return memchr("aeiou", c, 5) != NULL;
}

static char last(ent_str s, size_t from_end)
{
    return s.len > from_end ? s.data[s.len - 1 - from_end] : '\0';
}

static bool ends_in_sibilant(ent_str s)
{
    return last(s, 0) == 's' || last(s, 0) == 'x' || last(s, 0) == 'z' || last(s, 0) == 'o' ||
           ent_str_ends(s, ENT_STR("ch")) || ent_str_ends(s, ENT_STR("sh"));
}

/* "plan" doubles its n, "establish" and "open" double nothing: only short words are sure to. */
static bool doubles(ent_str s)
{
    return s.len >= 3 && s.len <= 4 && !is_vowel(last(s, 0)) && !memchr("wxy", last(s, 0), 3) && is_vowel(last(s, 1)) &&
           !is_vowel(last(s, 2));
}

void ent_inflect(ent_arena *arena, ent_str base, ent_inflection_fn fn, void *context)
{
    fn(context, base);
    if (base.len < 2 || !ent_is_lower(base.data[0]))
        return;
    ent_str stem = ent_str_slice(base, 0, base.len - 1);
    bool consonant_y = last(base, 0) == 'y' && !is_vowel(last(base, 1));
    bool silent_e = last(base, 0) == 'e' && last(base, 1) != 'e';
    const char *s = ends_in_sibilant(base) ? "es" : "s";
    if (consonant_y) {
        fn(context, ent_arena_format(arena, ENT_STR_FMT "ies", ENT_STR_ARG(stem)));
        fn(context, ent_arena_format(arena, ENT_STR_FMT "ied", ENT_STR_ARG(stem)));
        fn(context, ent_arena_format(arena, ENT_STR_FMT "ing", ENT_STR_ARG(base)));
        return;
    }
    fn(context, ent_arena_format(arena, ENT_STR_FMT "%s", ENT_STR_ARG(base), s));
    if (silent_e) {
        fn(context, ent_arena_format(arena, ENT_STR_FMT "d", ENT_STR_ARG(base)));
        fn(context, ent_arena_format(arena, ENT_STR_FMT "ing", ENT_STR_ARG(stem)));
        return;
    }
    if (last(base, 0) == 'e') { /* "agree" */
        fn(context, ent_arena_format(arena, ENT_STR_FMT "d", ENT_STR_ARG(base)));
        fn(context, ent_arena_format(arena, ENT_STR_FMT "ing", ENT_STR_ARG(base)));
        return;
    }
    const char twin[2] = {doubles(base) ? last(base, 0) : '\0', '\0'};
    fn(context, ent_arena_format(arena, ENT_STR_FMT "%sed", ENT_STR_ARG(base), twin));
    fn(context, ent_arena_format(arena, ENT_STR_FMT "%sing", ENT_STR_ARG(base), twin));
}
