/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting named with and without whose it is: "the WF Widget Workshop" where the text also has "Widget Workshop".
 * And with and without its year: "2031 Widget Summit". */
#include "importers/extract/names/finder.h"

enum { MIN_WORDS = 2 };

static bool is_formed(const ent_candidate *c)
{
    return !c->gone && c->mention.kind == ENT_EVENT && c->mention.source == ENT_BY_FORM &&
           c->mention.entity != ENT_UNRESOLVED && !(c->mention.flags & ENT_MENTION_DESCRIBED);
}

/* The meetings that stand there with their bare names. */
static ent_map bare_names(const ent_finder *f)
{
    ent_map names = {0};
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        if (is_formed(&f->items.items[i]) && m->last - m->first >= MIN_WORDS)
            ent_map_set(f->arena, &names, ent_finder_name(f, m->first, m->last), m->entity);
    }
    return names;
}

/* Where the body's name ends that the meeting's begins with, or its first token. */
static uint32_t owner_end(const ent_finder *f, const ent_mention *m)
{
    uint32_t last = m->first;
    for (const ent_candidate *c = NULL; (c = ent_finder_begun(f, m->first, c));) {
        bool owner =
            !c->gone && ent_kinds_has(ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION),
                                      c->mention.kind);
        if (owner && c->mention.last < m->last && c->mention.last > last)
            last = c->mention.last;
    }
    return last;
}

/* The bare name in a meeting's that begins with its owner's, or an empty string. */
static ent_str name_behind_owner(const ent_finder *f, const ent_candidate *c)
{
    const ent_mention *m = &c->mention;
    if (c->gone || m->kind != ENT_EVENT || m->flags & ENT_MENTION_DESCRIBED)
        return ENT_STR_EMPTY;
    uint32_t first = owner_end(f, m);
    return first > m->first && m->last - first >= MIN_WORDS ? ent_finder_name(f, first, m->last) : ENT_STR_EMPTY;
}

/* "Widget Summit" of "2031 Widget Summit" and "Widget Summit 2031", or an empty string. */
static ent_str without_year(ent_str name)
{
    enum { DIGITS = 4 };
    bool begins = name.len > DIGITS + 1 && name.data[DIGITS] == ' ',
         ends = name.len > DIGITS + 1 && name.data[name.len - DIGITS - 1] == ' ';
    for (size_t i = 0; i < DIGITS && name.len > DIGITS + 1; i++) {
        begins = begins && ent_is_digit(name.data[i]);
        ends = ends && ent_is_digit(name.data[name.len - 1 - i]);
    }
    return begins ? ent_str_slice(name, DIGITS + 1, name.len)
           : ends ? ent_str_slice(name, 0, name.len - DIGITS - 1)
                  : ENT_STR_EMPTY;
}

/* A text that tells of one year's summit means that one by its bare name, too. */
static void unite_years(ent_finder *f)
{
    ent_map dated = {0}, several = {0};
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        ent_str bare =
            is_formed(&f->items.items[i]) ? without_year(ent_finder_name(f, m->first, m->last)) : ENT_STR_EMPTY;
        if (!bare.len)
            continue;
        uint32_t one = ent_map_find(&dated, bare);
        if (one != ENT_MAP_NONE && one != m->entity)
            ent_map_set(f->arena, &several, bare, 1);
        ent_map_set(f->arena, &dated, bare, m->entity);
    }
    for (size_t i = 0; dated.n && i < f->items.n; i++) {
        ent_mention *m = &f->items.items[i].mention;
        ent_str name = is_formed(&f->items.items[i]) ? ent_finder_name(f, m->first, m->last) : ENT_STR_EMPTY;
        uint32_t one =
            name.len && ent_map_find(&several, name) == ENT_MAP_NONE ? ent_map_find(&dated, name) : ENT_MAP_NONE;
        m->entity = one != ENT_MAP_NONE ? one : m->entity;
    }
}

/* Of the two names one the lexicon knows is the meeting's, else the bare one. */
void ent_unite_owned_events(ent_finder *f)
{
    unite_years(f);
    ent_map names = bare_names(f), known = {0};
    for (size_t i = 0; names.n && i < f->items.n; i++) {
        ent_mention *m = &f->items.items[i].mention;
        ent_str name = name_behind_owner(f, &f->items.items[i]);
        uint32_t bare = name.len ? ent_map_find(&names, name) : ENT_MAP_NONE;
        if (bare != ENT_MAP_NONE && m->source == ENT_BY_FORM)
            m->entity = bare;
        else if (bare != ENT_MAP_NONE && ent_finder_names(f, &f->items.items[i]) != ENT_UNRESOLVED)
            ent_map_set(f->arena, &known, name, ent_finder_names(f, &f->items.items[i]));
    }
    for (size_t i = 0; known.n && i < f->items.n; i++) {
        ent_mention *m = &f->items.items[i].mention;
        uint32_t entity =
            is_formed(&f->items.items[i]) ? ent_map_find(&known, ent_finder_name(f, m->first, m->last)) : ENT_MAP_NONE;
        m->entity = entity != ENT_MAP_NONE ? entity : m->entity;
    }
}
