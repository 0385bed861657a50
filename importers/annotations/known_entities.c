/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/known_entities.h"

#include "core/model/key.h"

ent_known_entities ent_known_entities_over(const ent_applier *applier, const ent_notes *notes, const ent_facts *base,
                                           ent_facts *added)
{
    ent_known_entities known = {.applier = applier, .base = base, .added = added, .notes = notes};
    for (size_t i = 0; i < base->entities.n; i++)
        ent_map_set(applier->arena, &known.in_base, base->entities.items[i].key, (uint32_t)i);
    for (size_t i = 0; i < notes->entities.n; i++)
        ent_map_set(applier->arena, &known.in_notes, notes->entities.items[i].key, (uint32_t)i);
    return known;
}

/* Names come from anywhere: no control characters, and a bound. */
static bool is_name(ent_str name)
{
    bool plain = name.len > 0 && name.len <= ENT_MAX_NAME;
    for (size_t i = 0; plain && i < name.len; i++)
        plain = (unsigned char)name.data[i] >= 0x20 && name.data[i] != 0x7F;
    return plain;
}

static bool is_slug(ent_str slug)
{
    bool plain = is_name(slug);
    for (size_t i = 0; plain && i < slug.len; i++)
        plain = slug.data[i] != ' ' && !ent_is_upper(slug.data[i]);
    return plain;
}

/* ---- by key ------------------------------------------------------------------------------------------------------ */

static ent_status find_stored(const ent_applier *applier, ent_str key, ent_fact_entity *out, bool *found,
                              ent_error *err)
{
    ent_entity_row row;
    ent_status status = ent_store_find_key(applier->store, applier->arena, key, &row, found, err);
    if (status == ENT_OK && *found)
        *out = (ent_fact_entity){row.key, row.kind, row.name, ENT_STR_EMPTY, row.attributes};
    return status;
}

static bool find_in_lexicon(const ent_applier *applier, ent_str key, ent_fact_entity *out)
{
    uint32_t entry = ent_lexicon_find(applier->knowledge->lexicon, key);
    if (entry == UINT32_MAX)
        return false;
    const ent_lexicon_entry *e = ent_lexicon_entry_at(applier->knowledge->lexicon, entry);
    *out = (ent_fact_entity){e->key, e->kind, e->name, e->aliases, e->attributes};
    return true;
}

/* One that nobody knows: it needs a name. */
static const char *make_new(const ent_known_entities *known, ent_str key, ent_kind kind, ent_noted_entity noted,
                            ent_fact_entity *out)
{
    uint32_t described = ent_map_find(&known->in_notes, key);
    if (described != ENT_MAP_NONE)
        noted = known->notes->entities.items[described];
    if (!is_name(noted.name))
        return ent_arena_format(known->applier->arena, "nobody knows '" ENT_STR_FMT "', and it is given no name",
                                ENT_STR_ARG(key))
            .data;
    *out = (ent_fact_entity){key, kind, noted.name, noted.aliases, noted.attributes};
    return NULL;
}

/* A whole export tells what a database knew of its entities; an annotator has no say in the names of known ones. */
static void take_description(const ent_known_entities *known, ent_fact_entity *entity)
{
    uint32_t described = ent_map_find(&known->in_notes, entity->key);
    if (described == ENT_MAP_NONE || !known->notes->passages.n)
        return;
    const ent_noted_entity *noted = &known->notes->entities.items[described];
    entity->aliases = ent_arena_format(known->applier->arena, ENT_STR_FMT " | " ENT_STR_FMT,
                                       ENT_STR_ARG(entity->aliases), ENT_STR_ARG(noted->aliases));
    entity->attributes = noted->attributes;
}

static ent_status find_by_key(ent_known_entities *known, ent_str key, ent_kind kind, const ent_noted_entity *noted,
                              uint32_t *out, const char **why, ent_error *err)
{
    ent_arena *arena = known->applier->arena;
    ent_fact_entity entity;
    bool found = false;
    *out = ent_map_find(&known->in_added, key);
    if (*out != ENT_MAP_NONE)
        return ENT_OK;
    uint32_t base = ent_map_find(&known->in_base, key);
    if (base != ENT_MAP_NONE)
        entity = known->base->entities.items[base];
    ent_status status = base != ENT_MAP_NONE ? ENT_OK : find_stored(known->applier, key, &entity, &found, err);
    if (status == ENT_OK && base == ENT_MAP_NONE && !found && !find_in_lexicon(known->applier, key, &entity))
        *why = make_new(known, key, kind, *noted, &entity);
    if (status != ENT_OK || *why)
        return status;
    take_description(known, &entity);
    *out = (uint32_t)known->added->entities.n;
    ent_map_set(arena, &known->in_added, entity.key, *out);
    ent_vec_push(arena, &known->added->entities, entity);
    return ENT_OK;
}

/* ---- by name ----------------------------------------------------------------------------------------------------- */

typedef struct named {
    ent_arena *arena;
    ent_kind kind;
    ent_str key, other; /* the first two of that kind */
} named;

static bool take_named(void *context, const ent_entity_row *row)
{
    named *n = context;
    if (row->kind != n->kind)
        return true;
    *(n->key.len ? &n->other : &n->key) = ent_arena_str(n->arena, row->key);
    return n->other.len == 0;
}

/* The key of what has this name in the database or the lexicon, else the key that the name makes. */
static ent_status key_of_name(const ent_applier *applier, ent_kind kind, ent_str name, ent_str *out, const char **why,
                              ent_error *err)
{
    named n = {.arena = applier->arena, .kind = kind};
    ent_status status = ent_store_each_named(applier->store, name, take_named, &n, err);
    if (n.other.len)
        *why = ent_arena_format(applier->arena,
                                "'" ENT_STR_FMT "' is a name of several, say which: " ENT_STR_FMT ", " ENT_STR_FMT,
                                ENT_STR_ARG(name), ENT_STR_ARG(n.key), ENT_STR_ARG(n.other))
                   .data;
    const ent_lexicon *lexicon = applier->knowledge->lexicon;
    uint32_t entry =
        n.key.len ? UINT32_MAX : ent_lexicon_find_name(lexicon, &applier->knowledge->vocabulary, kind, name);
    *out = n.key.len             ? n.key
           : entry != UINT32_MAX ? ent_lexicon_entry_at(lexicon, entry)->key
                                 : ent_key_make(applier->arena, kind, name);
    return status;
}

/* What the words say, as kind, key and name; "forum:Conference on Disarmament" is a kind and a name. NULL, or why not.
 */
static const char *understand(ent_arena *arena, ent_noted_entity *noted, ent_kind *kind)
{
    ent_kind said;
    ent_str slug;
    if (noted->kind.len && !ent_kind_find(noted->kind, kind))
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no kind of entity", ENT_STR_ARG(noted->kind)).data;
    if (!noted->key.len)
        return noted->kind.len && is_name(noted->name) ? NULL : "an entity needs a key, or a kind and a name";
    if (!ent_key_parse(noted->key, &said, &slug) || !is_name(slug))
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no key of an entity (kind:name)", ENT_STR_ARG(noted->key))
            .data;
    if (noted->kind.len && said != *kind)
        return ent_arena_format(arena, "'" ENT_STR_FMT "' is no " ENT_STR_FMT, ENT_STR_ARG(noted->key),
                                ENT_STR_ARG(noted->kind))
            .data;
    *kind = said;
    if (!is_slug(slug)) {
        noted->name = ent_str_trim(slug);
        noted->key = ENT_STR_EMPTY;
    }
    return NULL;
}

ent_status ent_known_entities_find(ent_known_entities *known, const ent_noted_entity *noted, uint32_t *out,
                                   const char **why, ent_error *err)
{
    ent_noted_entity meant = *noted;
    ent_kind kind = ENT_N_KINDS, made;
    ent_str slug;
    ent_status status = ENT_OK;
    *out = UINT32_MAX;
    *why = understand(known->applier->arena, &meant, &kind);
    if (!*why && !meant.key.len)
        status = key_of_name(known->applier, kind, meant.name, &meant.key, why, err);
    if (!*why && status == ENT_OK && !ent_key_parse(meant.key, &made, &slug))
        *why = "the name of an entity needs letters or digits";
    if (*why || status != ENT_OK)
        return status;
    return find_by_key(known, meant.key, kind, &meant, out, why, err);
}
