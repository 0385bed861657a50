/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"
#include "core/store/store_internal.h"

#include <stdlib.h>

/* Strings last until the query's next step. */
static ent_entity_row read_row(const ent_query *query)
{
    return (ent_entity_row){.id = {ent_query_int(query, 0)},
                            .key = ent_query_str(query, 1),
                            .kind = (ent_kind)ent_query_int(query, 2),
                            .name = ent_query_str(query, 3),
                            .attributes = ent_query_str(query, 4),
                            .mentions = ent_query_int(query, 5)};
}

static ent_entity_row keep_row(ent_arena *arena, ent_entity_row row)
{
    row.key = ent_arena_str(arena, row.key);
    row.name = ent_arena_str(arena, row.name);
    row.attributes = ent_arena_str(arena, row.attributes);
    return row;
}

ent_status ent_store_each_entity(ent_store *store, ent_kinds kinds, ent_entity_fn fn, void *context, ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_EACH_ENTITY);
    ent_query_bind(&query, ENT_INT(kinds));
    while (ent_query_next(&query)) {
        ent_entity_row row = read_row(&query);
        if (!fn(context, &row))
            break;
    }
    return ent_query_close(&query, err);
}

static ent_status find(ent_store *store, ent_arena *arena, ent_sql sql, ent_value which, ent_entity_row *out,
                       bool *found, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    ent_query_bind(&query, which);
    *found = ent_query_next(&query);
    if (*found)
        *out = keep_row(arena, read_row(&query));
    return ent_query_close(&query, err);
}

ent_status ent_store_find_key(ent_store *store, ent_arena *arena, ent_str key, ent_entity_row *out, bool *found,
                              ent_error *err)
{
    return find(store, arena, ENT_SQL_GET_ENTITY_BY_KEY, ENT_TEXT(key), out, found, err);
}

ent_status ent_store_get_entity(ent_store *store, ent_arena *arena, ent_entity_id id, ent_entity_row *out,
                                ent_error *err)
{
    bool found;
    ent_status status = find(store, arena, ENT_SQL_GET_ENTITY, ENT_INT(id.row), out, &found, err);
    if (status == ENT_OK && !found)
        return ent_fail(err, ENT_FAILED, store->path, "has no entity %lld", (long long)id.row);
    return status;
}

/* How many mentions of the entity are in those very words. The words are read from the texts. */
static ent_status count_under_name(ent_store *store, int64_t entity, ent_str folded, int64_t *out, ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_EACH_MENTION_OF);
    ent_query_bind(&query, ENT_INT(entity));
    ent_cutter cutter = {.store = store};
    ent_arena words = {0};
    *out = 0;
    for (; ent_query_next(&query); ent_arena_reset(&words)) {
        ent_str text;
        if (ent_cut(&cutter, ent_query_int(&query, 0), ent_query_int(&query, 1), ent_query_int(&query, 2), &text))
            *out += ent_str_eq(ent_text_fold(&words, text), folded);
    }
    ent_arena_clear(&words);
    ent_cutter_clear(&cutter);
    return ent_query_close(&query, err);
}

ent_status ent_store_each_named(ent_store *store, ent_str name, ent_entity_fn fn, void *context, ent_error *err)
{
    ent_arena arena = {0};
    ENT_VEC(ent_entity_row) rows = {0};
    ent_str folded = ent_text_fold(&arena, name);
    ent_query query = ent_query_open(store, ENT_SQL_EACH_NAMED);
    ent_query_bind(&query, ENT_TEXT(folded));
    while (ent_query_next(&query))
        ent_vec_push(&arena, &rows, keep_row(&arena, read_row(&query)));
    ent_status status = ent_query_close(&query, err);
    for (size_t i = 0; i < rows.n && rows.n > 1 && status == ENT_OK; i++)
        status = count_under_name(store, rows.items[i].id.row, folded, &rows.items[i].mentions, err);
    for (size_t i = 0; i < rows.n && status == ENT_OK; i++)
        if (!fn(context, &rows.items[i]))
            break;
    ent_arena_clear(&arena);
    return status;
}

ent_status ent_store_each_alias(ent_store *store, ent_entity_id entity, ent_alias_fn fn, void *context, ent_error *err)
{
    ent_query query = ent_query_open(store, entity.row ? ENT_SQL_EACH_ALIAS_OF : ENT_SQL_EACH_ALIAS);
    ent_query_bind(&query, ENT_INT(entity.row));
    while (ent_query_next(&query)) {
        ent_entity_id id = {ent_query_int(&query, 0)};
        if (!fn(context, id, ent_query_str(&query, 1), ent_query_str(&query, 2)))
            break;
    }
    return ent_query_close(&query, err);
}

typedef struct alias_list {
    ent_arena *arena;
    ent_str name;
    ent_str_vec *out;
} alias_list;

static bool take_alias(void *context, ent_entity_id id, ent_str alias, ent_str folded)
{
    alias_list *list = context;
    (void)id;
    (void)folded;
    if (!ent_str_eq(alias, list->name))
        ent_vec_push(list->arena, list->out, ent_arena_str(list->arena, alias));
    return true;
}

ent_status ent_store_get_aliases(ent_store *store, ent_arena *arena, const ent_entity_row *entity, ent_str_vec *out,
                                 ent_error *err)
{
    alias_list list = {arena, entity->name, out};
    ent_status status = ent_store_each_alias(store, entity->id, take_alias, &list, err);
    if (out->n)
        qsort(out->items, out->n, sizeof *out->items, ent_str_cmp_qsort);
    return status;
}
