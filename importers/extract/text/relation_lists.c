/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/relation_lists.h"

#include "importers/extract/text/lexicon_text.h"

/* Takes `word` off the beginning of the text, and the spaces behind it. */
static bool take(ent_str *text, const char *word)
{
    ent_str taken = ent_str_from(word);
    if (!ent_str_starts(*text, taken))
        return false;
    *text = ent_str_trim(ent_str_slice(*text, taken.len, text->len));
    return true;
}

/* "-> part_of (ROLE), one": what all fields of the list are. */
static bool read_field(ent_str name, ent_field *out)
{
    *out = (ent_field){.backwards = take(&name, "<-")};
    if (!out->backwards && !take(&name, "->"))
        return false;
    out->single = ent_str_ends(name, ENT_STR(", one"));
    name.len -= out->single ? ENT_STR(", one").len : 0;
    size_t open = ent_str_find(name, ENT_STR(" ("), 0);
    if (open != ENT_STR_NONE && ent_str_ends(name, ENT_STR(")"))) {
        out->role = ent_str_slice(name, open + 2, name.len - 1);
        name.len = open;
    }
    return ent_relation_find(name, &out->type);
}

static void add_fields(ent_arena *arena, ent_relation_lists *lists, ent_field field, ent_str words)
{
    bool itself = ent_str_eq(field.role, ENT_STR("itself"));
    ent_str role = ent_arena_str(arena, field.role), word;
    while (ent_str_split(&words, ENT_STR("|"), &word)) {
        word = ent_arena_str(arena, ent_str_trim(word));
        field.words = ent_lexicon_plain(arena, word);
        field.role = itself ? word : role;
        if (word.len)
            ent_vec_push(arena, &lists->fields, field);
    }
}

static void add_offices(ent_arena *arena, ent_relation_lists *lists, ent_str name, ent_str words)
{
    ent_office office = {.name = ent_arena_str(arena, name)};
    ent_str word;
    while (ent_str_split(&words, ENT_STR("|"), &word)) {
        office.plural = ent_lexicon_plain(arena, ent_str_trim(word));
        if (office.plural.len)
            ent_vec_push(arena, &lists->offices, office);
    }
}

bool ent_relation_lists_add(ent_arena *arena, ent_relation_lists *lists, ent_str list, ent_str words)
{
    ent_field field;
    ent_relation_type type;
    ent_str word;
    if (take(&list, "field ")) {
        if (!read_field(list, &field))
            return false;
        add_fields(arena, lists, field, words);
        return true;
    }
    if (take(&list, "holders of ")) {
        add_offices(arena, lists, list, words);
        return true;
    }
    if (!take(&list, "verbs of ") || !ent_relation_find(list, &type))
        return false;
    while (ent_str_split(&words, ENT_STR("|"), &word)) {
        word = ent_str_trim(word);
        if (word.len)
            ent_vec_push(arena, &lists->verbs[type], ent_arena_str(arena, word));
    }
    return true;
}
