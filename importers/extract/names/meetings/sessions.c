/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/meetings/sessions.h"

#include "core/model/key.h"

ent_str ent_part_key(ent_finder *f, ent_kind kind, ent_str whole, const char *what, int64_t number)
{
    ent_kind whole_kind;
    ent_str slug = ENT_STR_EMPTY;
    ent_key_parse(whole, &whole_kind, &slug);
    return ent_key_make(f->arena, kind,
                        ent_arena_format(f->arena, ENT_STR_FMT " %s %d", ENT_STR_ARG(slug), what, (int)number));
}

/* "4th session of the Widget Forum", "2031 session of the Widget Forum" */
static ent_str session_name(ent_finder *f, const char *what, int64_t number, ent_str of)
{
    if (number == ENT_LAST_SESSION)
        return ent_arena_format(f->arena, "last %s of the " ENT_STR_FMT, what, ENT_STR_ARG(of));
    const char *ending = ent_is_session_year(number) ? "" : ent_ordinal_ending(number);
    return ent_arena_format(f->arena, "%d%s %s of the " ENT_STR_FMT, (int)number, ending, what, ENT_STR_ARG(of));
}

/* "4th Widget Conference", "2031 Widget Conference": of a forum that is a meeting by its name. */
static ent_str edition_name(ent_finder *f, int64_t number, ent_str of)
{
    const char *ending = ent_is_session_year(number) ? "" : ent_ordinal_ending(number);
    return ent_arena_format(f->arena, "%d%s " ENT_STR_FMT, (int)number, ending, ENT_STR_ARG(of));
}

static ent_str part_name(ent_finder *f, const char *what, int64_t number, ent_str of)
{
    return what ? session_name(f, what, number, of) : edition_name(f, number, of);
}

uint32_t ent_session_entity(ent_finder *f, uint32_t forum, const char *what, int64_t number)
{
    const ent_named *of = &f->out->entities.items[forum];
    ent_str short_form = ent_attribute_get(of->attributes, ENT_STR("short")), attributes = ENT_STR_EMPTY;
    ent_str date = ent_is_session_year(number) ? ent_arena_format(f->arena, "date=%d", (int)number) : ENT_STR_EMPTY;
    if (short_form.len)
        attributes =
            ent_arena_format(f->arena, "short=" ENT_STR_FMT, ENT_STR_ARG(part_name(f, what, number, short_form)));
    if (date.len)
        attributes = ent_arena_join(f->arena, date, attributes.len ? ENT_STR("; ") : ENT_STR_EMPTY, attributes);
    ent_str name = part_name(f, what, number, of->name),
            key = ent_part_key(f, ENT_EVENT, of->key, what ? what : "session", number);
    uint32_t known = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_EVENT, name);
    if (known != UINT32_MAX)
        return ent_finder_entry(f, known);
    return ent_mentions_entity(f->arena, f->out, ENT_EVENT, key, name, attributes);
}
