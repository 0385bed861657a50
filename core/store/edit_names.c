/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names given by hand. They are found in documents as the lexicon's are, and what is found stands among what was read:
 * a document that has the words is therefore read anew when its file is next imported after such a name was given or
 * taken back, though its bytes are the same. */
#include "core/base/text.h"
#include "core/store/edit_internal.h"

ent_status ent_store_each_given_name(ent_store *store, ent_given_name_fn fn, void *context, ent_error *err)
{
    ent_arena arena = {0};
    ent_ways ways = {.store = store, .arena = &arena};
    ent_status status = ent_edits_load(store, &arena, true, &ways.edits, err);
    if (status == ENT_OK)
        ent_ways_make(&ways);
    for (size_t i = 0; i < ways.edits.n && status == ENT_OK; i++) {
        const ent_edit *edit = &ways.edits.items[i];
        ent_str called = ENT_STR_EMPTY;
        if (!ent_ways_is_given(&ways, i))
            continue;
        status = ent_store_read_name(store, &arena, edit->entity, &called, err);
        if (status == ENT_OK && called.len && !fn(context, edit->entity, called, edit->name))
            break;
    }
    ent_arena_clear(&arena);
    return status;
}

ent_status ent_edits_know_name(ent_store *store, ent_edit *edit, ent_error *err)
{
    int64_t found = 0;
    if (!edit->name.len)
        return ENT_OK;
    ent_str folded = ent_text_fold(&store->scratch, edit->name);
    ent_query query = ent_query_open(store, ENT_SQL_FIND_ALIAS);
    ent_query_bind(&query, ENT_TEXT(edit->entity), ENT_TEXT(folded));
    if (ent_query_next(&query))
        found = ent_query_int(&query, 0);
    edit->known = found != 0;
    return ent_query_close(&query, err);
}

/* Whether no document gave the name, as far as is known, and no active edit does. */
static bool is_forgotten(const ent_ways *ways, const ent_edits *all, const ent_edit *changed, ent_str folded)
{
    bool given = false;
    for (size_t i = 0; i < ways->edits.n; i++)
        if (ent_str_eq(ways->edits.items[i].entity, changed->entity) && ent_str_eq(ways->folded[i], folded) &&
            ent_ways_is_given(ways, i))
            return false;
    for (size_t i = 0; i < all->n; i++) {
        const ent_edit *edit = &all->items[i];
        if ((edit->what != ENT_EDIT_ALIAS_ADD && edit->what != ENT_EDIT_RENAME) ||
            !ent_str_eq(edit->entity, changed->entity) || !ent_str_eq(ent_text_fold(ways->arena, edit->name), folded))
            continue;
        if (edit->known)
            return false;
        given = true;
    }
    return given;
}

static ent_status forget(ent_ways *ways, const ent_edits *all, const ent_edit *changed, ent_error *err)
{
    ent_str called, folded = ent_text_fold(ways->arena, changed->name);
    if (!is_forgotten(ways, all, changed, folded))
        return ENT_OK;
    ent_status status = ent_store_read_name(ways->store, ways->arena, changed->entity, &called, err);
    if (status != ENT_OK || ent_str_eq(ent_text_fold(ways->arena, called), folded))
        return status;
    return ent_query_do(ways->store, ENT_SQL_FORGET_ALIAS, err, ENT_TEXT(changed->entity), ENT_TEXT(folded));
}

/* The name's words one behind the other, as the full-text index looks for them. */
static ent_str phrase_of(ent_arena *arena, ent_str name)
{
    ent_str phrase = ent_arena_format(arena, "\"" ENT_STR_FMT "\"", ENT_STR_ARG(name));
    char *letters = ent_arena_alloc(arena, phrase.len);
    for (size_t i = 0; i < phrase.len; i++)
        letters[i] = phrase.data[i] == '"' && i > 0 && i + 1 < phrase.len ? ' ' : phrase.data[i];
    return (ent_str){letters, phrase.len};
}

ent_status ent_edits_change_name(ent_store *store, int64_t id, ent_error *err)
{
    ent_arena arena = {0};
    ent_edits all = {0};
    ent_ways ways = {.store = store, .arena = &arena};
    const ent_edit *changed = NULL;
    ent_status status = ent_edits_load(store, &arena, false, &all, err);
    if (status == ENT_OK)
        status = ent_edits_load(store, &arena, true, &ways.edits, err);
    for (size_t i = 0; i < all.n; i++)
        if (all.items[i].id == id)
            changed = &all.items[i];
    if (status == ENT_OK && changed && changed->name.len) {
        ent_ways_make(&ways);
        status = forget(&ways, &all, changed, err);
        if (status == ENT_OK)
            status = ent_query_do(store, ENT_SQL_FORGET_HASHES, err, ENT_TEXT(phrase_of(&arena, changed->name)));
    }
    ent_arena_clear(&arena);
    return status;
}
