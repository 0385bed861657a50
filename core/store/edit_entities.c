/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities and their names under the edits. There are few that an edit touches: what was read of each is kept whole,
 * and what is shown is made anew from it. */
#include "core/base/text.h"
#include "core/model/key.h"
#include "core/store/edit_internal.h"

#include <stdlib.h>

ent_status ent_edits_lift_entities(ent_store *store, ent_error *err)
{
    static const ent_sql steps[] = {ENT_SQL_SHOW_READ_ENTITIES, ENT_SQL_HIDE_EDITED_ALIASES, ENT_SQL_SHOW_READ_ALIASES};
    return ent_edits_do(store, steps, sizeof steps / sizeof *steps, ENT_NULL, err);
}

/* An entity as it was read. */
typedef struct read_entity {
    int64_t id;
    ent_str key, name, attributes;
} read_entity;
typedef ENT_VEC(read_entity) read_entities;

/* What is shown under one key, and what it is made of. */
typedef struct node {
    ent_str key;
    int64_t id;          /* 0: there is no row yet */
    read_entities parts; /* by key */
} node;
typedef ENT_VEC(node) nodes;

/* ---- who is concerned -------------------------------------------------------------------------------------------- */

/* The keys of all edits but those of relations, sorted, each once. */
static ent_str_vec list_keys(const ent_ways *ways)
{
    ent_str_vec keys = {0};
    size_t kept = 0;
    for (size_t i = 0; i < ways->edits.n; i++) {
        const ent_edit *edit = &ways->edits.items[i];
        if (!ent_edit_is_of_entity(edit))
            continue;
        ent_vec_push(ways->arena, &keys, edit->entity);
        if (edit->target.len)
            ent_vec_push(ways->arena, &keys, edit->target);
    }
    if (keys.n)
        qsort(keys.items, keys.n, sizeof *keys.items, ent_str_cmp_qsort);
    for (size_t i = 0; i < keys.n; i++)
        if (kept == 0 || !ent_str_eq(keys.items[kept - 1], keys.items[i]))
            keys.items[kept++] = keys.items[i];
    keys.n = kept;
    return keys;
}

/* Row 0 where there is none; the name is empty where an edit made it. */
static ent_status find_read(const ent_ways *ways, ent_str key, read_entity *out, ent_error *err)
{
    *out = (read_entity){.key = key};
    ent_query query = ent_query_open(ways->store, ENT_SQL_FIND_ENTITY);
    ent_query_bind(&query, ENT_TEXT(key));
    if (ent_query_next(&query)) {
        out->id = ent_query_int(&query, 0);
        out->name = ent_arena_str(ways->arena, ent_query_str(&query, 1));
        out->attributes = ent_arena_str(ways->arena, ent_query_str(&query, 2));
    }
    return ent_query_close(&query, err);
}

/* The nodes by key; the parts of what is not shown are those of the node without a key. */
static ent_status list_nodes(const ent_ways *ways, nodes *out, ent_error *err)
{
    ent_map by_key = {0};
    ent_str_vec keys = list_keys(ways);
    for (size_t i = 0; i < keys.n; i++) {
        read_entity read;
        ent_str end = ent_ways_end(ways, keys.items[i]);
        if (find_read(ways, keys.items[i], &read, err) != ENT_OK)
            return ENT_FAILED;
        uint32_t at = ent_map_find_or_set(ways->arena, &by_key, end, (uint32_t)out->n);
        if (at == out->n)
            ent_vec_push(ways->arena, out, (node){.key = end});
        if (ent_str_eq(read.key, end))
            out->items[at].id = read.id;
        if (!read.id || !read.name.len)
            continue;
        ent_vec_push(ways->arena, &out->items[at].parts, read);
        ent_ways_note_entity(ways, read.key);
    }
    return ENT_OK;
}

/* ---- what is shown of them --------------------------------------------------------------------------------------- */

static bool is_shown(const node *n)
{
    return n->key.len && n->parts.n;
}

static bool is_own(const node *n, const read_entity *part)
{
    return ent_str_eq(n->key, part->key);
}

/* By hand; else its own; else the last in byte order of those it is made of, as where documents differ. */
static ent_str name_of(const ent_ways *ways, const node *n)
{
    ent_str name = ent_ways_name(ways, n->key);
    if (name.len)
        return name;
    for (size_t i = 0; i < n->parts.n; i++) {
        if (is_own(n, &n->parts.items[i]))
            return n->parts.items[i].name;
        if (ent_str_cmp(n->parts.items[i].name, name) > 0)
            name = n->parts.items[i].name;
    }
    return name;
}

/* Its own, and what only the others have. */
static ent_str attributes_of(const ent_ways *ways, const node *n)
{
    ent_str own = ENT_STR_EMPTY, others = ENT_STR_EMPTY;
    for (size_t i = 0; i < n->parts.n; i++)
        if (is_own(n, &n->parts.items[i]))
            own = n->parts.items[i].attributes;
        else
            others = ent_attributes_merge(ways->arena, others, n->parts.items[i].attributes);
    ent_str rest = others, piece, added = ENT_STR_EMPTY;
    while (ent_str_split(&rest, ENT_STR("; "), &piece)) {
        ent_str name = ent_str_slice(piece, 0, ent_str_find(piece, ENT_STR("="), 0));
        if (!ent_attribute_get(own, name).len)
            added = ent_attributes_merge(ways->arena, added, piece);
    }
    return ent_attributes_merge(ways->arena, own, added);
}

static void add_alias(const ent_ways *ways, ent_rows *rows, int64_t entity, ent_str alias)
{
    ent_value *row = ent_rows_add(ways->arena, rows);
    row[0] = ENT_INT(entity);
    row[1] = ENT_TEXT(ent_text_fold(ways->arena, alias));
    row[2] = ENT_TEXT(alias);
}

/* The aliases that a part brings, but those taken away. */
static ent_status bring_aliases(const ent_ways *ways, const node *n, const read_entity *part, ent_rows *rows,
                                ent_error *err)
{
    ent_query query = ent_query_open(ways->store, ENT_SQL_EACH_ALIAS_OF);
    ent_query_bind(&query, ENT_INT(part->id));
    while (ent_query_next(&query))
        if (!ent_ways_is_removed(ways, part->key, ent_query_str(&query, 2), 0))
            add_alias(ways, rows, n->id, ent_arena_str(ways->arena, ent_query_str(&query, 1)));
    return ent_query_close(&query, err);
}

/* An entity that was renamed and then merged brings its new name as well. */
static void add_aliases_by_hand(const ent_ways *ways, const node *n, ent_rows *rows)
{
    for (size_t i = 0; i < ways->edits.n; i++) {
        const ent_edit *edit = &ways->edits.items[i];
        if (ent_str_eq(ent_ways_end(ways, edit->entity), n->key) && ent_ways_is_given(ways, i))
            add_alias(ways, rows, n->id, edit->name);
    }
}

/* ---- keeping the one, writing the other -------------------------------------------------------------------------- */

static ent_status keep_read(const ent_ways *ways, int64_t id, ent_error *err)
{
    static const ent_sql steps[] = {ENT_SQL_KEEP_ENTITY, ENT_SQL_KEEP_ALIASES, ENT_SQL_REMOVE_ALIASES};
    return ent_edits_do(ways->store, steps, sizeof steps / sizeof *steps, ENT_INT(id), err);
}

static ent_status hide(ent_ways *ways, const node *n, const read_entity *part, ent_error *err)
{
    ent_vec_push(ways->arena, &ways->moved, (ent_moved){part->key, part->id, n->id});
    ent_status status = keep_read(ways, part->id, err);
    return status == ENT_OK ? ent_query_do(ways->store, ENT_SQL_REMOVE_ENTITY, err, ENT_INT(part->id)) : status;
}

/* Rows are made before any is hidden: SQLite would give the id of a hidden one again. */
static ent_status make_row(const ent_ways *ways, node *n, ent_error *err)
{
    ent_kind kind;
    ent_str slug;
    if (!ent_key_parse(n->key, &kind, &slug))
        return ent_fail(err, ENT_FAILED, ways->store->path, "an edit names '" ENT_STR_FMT "', which is no key",
                        ENT_STR_ARG(n->key));
    ent_status status = ent_query_do(ways->store, ENT_SQL_ADD_ENTITY, err, ENT_TEXT(n->key), ENT_INT(kind),
                                     ENT_TEXT(ENT_STR_EMPTY), ENT_TEXT(ENT_STR_EMPTY));
    n->id = sqlite3_last_insert_rowid(ways->store->db);
    return status;
}

static ent_status show(ent_ways *ways, node *n, ent_error *err)
{
    ent_rows aliases = {.n_columns = 3};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n->parts.n && status == ENT_OK; i++)
        status = bring_aliases(ways, n, &n->parts.items[i], &aliases, err);
    add_aliases_by_hand(ways, n, &aliases);
    if (status == ENT_OK)
        status = keep_read(ways, n->id, err);
    for (size_t i = 0; i < n->parts.n && status == ENT_OK; i++)
        if (!is_own(n, &n->parts.items[i]))
            status = hide(ways, n, &n->parts.items[i], err);
    ent_str name = name_of(ways, n);
    add_alias(ways, &aliases, n->id, name);
    if (status == ENT_OK)
        status = ent_query_do(ways->store, ENT_SQL_SET_ENTITY, err, ENT_INT(n->id), ENT_TEXT(name),
                              ENT_TEXT(attributes_of(ways, n)));
    return status == ENT_OK ? ent_write_aliases(ways->store, &aliases, err) : status;
}

static ent_status settle(ent_ways *ways, node *n, ent_error *err)
{
    ent_status status = ENT_OK;
    if (is_shown(n))
        return show(ways, n, err);
    for (size_t i = 0; i < n->parts.n && status == ENT_OK; i++)
        status = hide(ways, n, &n->parts.items[i], err);
    return status;
}

/* Rows that earlier edits made and that nothing is shown under any more are left without a name. */
static ent_status list_made(const ent_ways *ways, ent_ids *out, ent_error *err)
{
    ent_query query = ent_query_open(ways->store, ENT_SQL_EACH_MADE_ENTITY);
    while (ent_query_next(&query))
        ent_vec_push(ways->arena, out, ent_query_int(&query, 0));
    return ent_query_close(&query, err);
}

static int by_key(const void *a, const void *b)
{
    return ent_str_cmp(((const ent_moved *)a)->key, ((const ent_moved *)b)->key);
}

ent_status ent_edits_apply_entities(ent_ways *ways, ent_error *err)
{
    ent_ids made = {0};
    nodes all = {0};
    static const ent_sql forget[] = {ENT_SQL_FORGET_READ_ALIASES, ENT_SQL_FORGET_READ_ENTITIES};
    ent_status status = list_made(ways, &made, err);
    if (status == ENT_OK)
        status = ent_edits_do(ways->store, forget, 2, ENT_NULL, err);
    if (status == ENT_OK)
        status = list_nodes(ways, &all, err);
    for (size_t i = 0; i < all.n && status == ENT_OK; i++)
        if (is_shown(&all.items[i]) && !all.items[i].id)
            status = make_row(ways, &all.items[i], err);
    for (size_t i = 0; i < all.n && status == ENT_OK; i++)
        status = settle(ways, &all.items[i], err);
    for (size_t i = 0; i < made.n && status == ENT_OK; i++)
        status = ent_query_do(ways->store, ENT_SQL_REMOVE_NAMELESS, err, ENT_INT(made.items[i]));
    if (ways->moved.n)
        qsort(ways->moved.items, ways->moved.n, sizeof *ways->moved.items, by_key);
    return status;
}
