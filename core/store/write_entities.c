/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities and their aliases. Documents bring the same few hundred again and again: what is stored already is
 * remembered, so that a known entity costs a look-up in memory.
 *
 * Where documents differ about a name or an attribute, the later in byte order stays (lower case before capitals,
 * accents before none): the result does not depend on the order of import. */
#include "core/base/text.h"
#include "core/store/store_internal.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_KNOWN = 1 << 18 }; /* entities and aliases remembered: some 40 MB */

void ent_cache_clear(ent_cache *cache)
{
    ent_arena_clear(&cache->arena);
    *cache = (ent_cache){0};
}

static ent_str later(ent_str a, ent_str b)
{
    return ent_str_cmp(a, b) < 0 ? b : a;
}

static ent_str attribute_name(ent_str attribute)
{
    size_t at = ent_str_find(attribute, ENT_STR("="), 0);
    return ent_str_slice(attribute, 0, at);
}

/* "a=1; b=2" and "b=3; c=4" → "a=1; b=3; c=4" */
ent_str ent_attributes_merge(ent_arena *arena, ent_str a, ent_str b)
{
    ENT_VEC(ent_str) all = {0};
    ent_str sources[] = {a, b}, piece;
    for (size_t i = 0; i < 2; i++)
        while (ent_str_split(&sources[i], ENT_STR(";"), &piece))
            if (ent_str_trim(piece).len)
                ent_vec_push(arena, &all, ent_str_trim(piece));
    if (all.n)
        qsort(all.items, all.n, sizeof *all.items, ent_str_cmp_qsort);
    ent_str out = ENT_STR_EMPTY;
    for (size_t i = 0; i < all.n; i++)
        if (i + 1 == all.n || !ent_str_eq(attribute_name(all.items[i]), attribute_name(all.items[i + 1])))
            out = ent_arena_format(arena, ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(out), out.len ? "; " : "",
                                   ENT_STR_ARG(all.items[i]));
    return out;
}

static ent_known_entity *remember(ent_cache *cache, ent_str key, ent_known_entity entity)
{
    entity.name = ent_arena_str(&cache->arena, entity.name);
    entity.attributes = ent_arena_str(&cache->arena, entity.attributes);
    ent_map_set(&cache->arena, &cache->by_key, ent_arena_str(&cache->arena, key), (uint32_t)cache->entities.n);
    ent_vec_push(&cache->arena, &cache->entities, entity);
    return &cache->entities.items[cache->entities.n - 1];
}

/* The stored entity, made where there is none. NULL on failure. */
static ent_known_entity *find_or_add(ent_store *store, const ent_fact_entity *fact, int64_t *n_new, ent_error *err)
{
    ent_cache *cache = &store->cache;
    uint32_t at = ent_map_find(&cache->by_key, fact->key);
    if (at != ENT_MAP_NONE)
        return &cache->entities.items[at];
    ent_known_entity *known = NULL;
    ent_query query = ent_query_open(store, ENT_SQL_FIND_ENTITY);
    ent_query_bind(&query, ENT_TEXT(fact->key));
    if (ent_query_next(&query))
        known = remember(
            cache, fact->key,
            (ent_known_entity){ent_query_int(&query, 0), ent_query_str(&query, 1), ent_query_str(&query, 2), {0}});
    if (ent_query_close(&query, err) != ENT_OK || known)
        return known;
    if (ent_query_do(store, ENT_SQL_ADD_ENTITY, err, ENT_TEXT(fact->key), ENT_INT(fact->kind), ENT_TEXT(fact->name),
                     ENT_TEXT(fact->attributes)) != ENT_OK)
        return NULL;
    ++*n_new;
    int64_t id = sqlite3_last_insert_rowid(store->db);
    return remember(cache, fact->key, (ent_known_entity){id, fact->name, fact->attributes, {0}});
}

static ent_status bring_together(ent_store *store, ent_known_entity *known, const ent_fact_entity *fact, ent_error *err)
{
    if (ent_str_eq(known->name, fact->name) && ent_str_eq(known->attributes, fact->attributes))
        return ENT_OK;
    ent_str name = later(known->name, fact->name);
    ent_str attributes = ent_attributes_merge(&store->scratch, known->attributes, fact->attributes);
    if (ent_str_eq(known->name, name) && ent_str_eq(known->attributes, attributes))
        return ENT_OK;
    known->name = ent_arena_str(&store->cache.arena, name);
    known->attributes = ent_arena_str(&store->cache.arena, attributes);
    return ent_query_do(store, ENT_SQL_SET_ENTITY, err, ENT_INT(known->id), ENT_TEXT(name), ENT_TEXT(attributes));
}

static ent_str alias_key(ent_arena *arena, int64_t entity, ent_str alias)
{
    char *key = ent_arena_alloc(arena, sizeof entity + alias.len);
    memcpy(key, &entity, sizeof entity);
    memcpy(key + sizeof entity, alias.data, alias.len);
    return (ent_str){key, sizeof entity + alias.len};
}

static void add_alias(ent_store *store, ent_rows *rows, int64_t entity, ent_str alias)
{
    ent_str key = alias_key(&store->scratch, entity, alias);
    ent_cache *cache = &store->cache;
    if (alias.len == 0 || ent_map_find(&cache->aliases, key) != ENT_MAP_NONE)
        return;
    ent_map_set(&cache->arena, &cache->aliases, ent_arena_str(&cache->arena, key), 0);
    ent_value *row = ent_rows_add(&store->scratch, rows);
    row[0] = ENT_INT(entity);
    row[1] = ENT_TEXT(ent_text_fold(&store->scratch, alias));
    row[2] = ENT_TEXT(alias);
}

/* A document that brings the very names of the one before it costs a comparison. */
static void add_aliases(ent_store *store, ent_rows *rows, ent_known_entity *known, const ent_fact_entity *fact)
{
    if (known->aliases.data && ent_str_eq(known->aliases, fact->aliases) && ent_str_eq(known->name, fact->name))
        return;
    known->aliases = ent_arena_str(&store->cache.arena, fact->aliases);
    add_alias(store, rows, known->id, ent_str_trim(fact->name));
    ent_str rest = fact->aliases, alias;
    while (ent_str_split(&rest, ENT_STR(" | "), &alias))
        add_alias(store, rows, known->id, ent_str_trim(alias));
}

static int by_alias(const void *a, const void *b)
{
    const ent_value *x = a, *y = b;
    if (x[0].integer != y[0].integer)
        return x[0].integer < y[0].integer ? -1 : 1;
    int order = ent_str_cmp(x[1].bytes, y[1].bytes);
    return order ? order : ent_str_cmp(y[2].bytes, x[2].bytes);
}

/* In the order of their key, of those with one key only the one that is to stay. */
static void sort_aliases(ent_rows *aliases)
{
    size_t width = aliases->n_columns, kept = 0;
    ent_value *rows = aliases->values.items;
    if (aliases->values.n)
        qsort(rows, aliases->values.n / width, width * sizeof *rows, by_alias);
    for (size_t i = 0; i < aliases->values.n; i += width)
        if (kept == 0 || rows[i].integer != rows[kept - width].integer ||
            !ent_str_eq(rows[i + 1].bytes, rows[kept - width + 1].bytes)) {
            memmove(rows + kept, rows + i, width * sizeof *rows);
            kept += width;
        }
    aliases->values.n = kept;
}

/* Nearly always all are new: only where some are not is the way they are written compared. */
ent_status ent_write_aliases(ent_store *store, ent_rows *aliases, ent_error *err)
{
    sort_aliases(aliases);
    if (aliases->values.n == 0)
        return ENT_OK;
    ent_status status = ent_query_do(store, ENT_SQL_ADD_ALIASES, err, ENT_ROWS(aliases));
    if (status != ENT_OK || sqlite3_changes64(store->db) * (int64_t)aliases->n_columns == (int64_t)aliases->values.n)
        return status;
    return ent_query_do(store, ENT_SQL_RAISE_ALIASES, err, ENT_ROWS(aliases));
}

ent_status ent_write_entities(ent_store *store, const ent_facts *facts, int64_t *ids, int64_t *n_new, ent_error *err)
{
    if (store->cache.by_key.n + store->cache.aliases.n > MAX_KNOWN)
        ent_cache_clear(&store->cache);
    ent_rows aliases = {.n_columns = 3};
    for (size_t i = 0; i < facts->entities.n; i++) {
        const ent_fact_entity *fact = &facts->entities.items[i];
        ent_known_entity *known = find_or_add(store, fact, n_new, err);
        if (!known || bring_together(store, known, fact, err) != ENT_OK)
            return ENT_FAILED;
        ids[i] = known->id;
        add_aliases(store, &aliases, known, fact);
    }
    return ent_write_aliases(store, &aliases, err);
}
