/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/resolve.h"

#include "core/base/text.h"
#include "core/front/distance.h"

#include <string.h>

/* ---- entities ---------------------------------------------------------------------------------------------------- */

typedef struct candidates {
    ent_arena *arena;
    ENT_VEC(ent_entity_row) rows;
    int64_t mentions;
} candidates;

static bool keep_candidate(void *context, const ent_entity_row *row)
{
    candidates *c = context;
    ent_entity_row kept = *row;
    kept.key = ent_arena_str(c->arena, row->key);
    kept.name = ent_arena_str(c->arena, row->name);
    kept.attributes = ent_arena_str(c->arena, row->attributes);
    ent_vec_push(c->arena, &c->rows, kept);
    c->mentions += row->mentions;
    return true;
}

/* "forum:a (Name of a), forum:b (Name of b)" of all but one. */
static ent_str list_candidates(const candidates *c, const ent_entity_row *but)
{
    ent_str list = ENT_STR_EMPTY;
    for (size_t i = 0; i < c->rows.n; i++) {
        const ent_entity_row *row = &c->rows.items[i];
        if (row != but)
            list = ent_arena_format(c->arena, ENT_STR_FMT "%s" ENT_STR_FMT " (" ENT_STR_FMT ")", ENT_STR_ARG(list),
                                    list.len ? ", " : "", ENT_STR_ARG(row->key), ENT_STR_ARG(row->name));
    }
    return list;
}

static ent_status choose(const ent_context *context, const candidates *c, const char *words, ent_entity_row *out,
                         ent_error *err)
{
    const ent_entity_row *best = &c->rows.items[0];
    for (size_t i = 1; i < c->rows.n; i++)
        if (c->rows.items[i].mentions > best->mentions)
            best = &c->rows.items[i];
    bool clear = c->rows.n == 1 || (c->mentions > 0 && best->mentions * 10 >= c->mentions * 9);
    if (!clear) {
        ent_str list = list_candidates(c, NULL);
        ent_status status =
            ent_fail(err, ENT_USAGE, words, "fits %zu entities: " ENT_STR_FMT, c->rows.n, ENT_STR_ARG(list));
        ent_error_hint(err, "use the key of the one you mean");
        return status;
    }
    if (c->rows.n > 1)
        ent_context_note(context, "'%s' is taken for " ENT_STR_FMT " (" ENT_STR_FMT "), not " ENT_STR_FMT, words,
                         ENT_STR_ARG(best->key), ENT_STR_ARG(best->name), ENT_STR_ARG(list_candidates(c, best)));
    *out = *best;
    return ENT_OK;
}

/* Looks through all names for those closest to the words. */
typedef struct seeker {
    ent_store *store;
    ent_closest closest;
    ent_status status; /* of what is asked between the rows */
    ent_error *err;
} seeker;

static void offer(seeker *s, ent_str candidate, const ent_entity_row *row)
{
    ent_str shown = ent_arena_format(s->closest.arena, ENT_STR_FMT " (" ENT_STR_FMT ")", ENT_STR_ARG(row->name),
                                     ENT_STR_ARG(row->key));
    ent_closest_offer(&s->closest, candidate, shown);
}

static bool offer_key(void *context, const ent_entity_row *row)
{
    seeker *s = context;
    if (ent_closest_is_near(&s->closest, row->key))
        offer(s, row->key, row);
    return true;
}

static bool offer_alias(void *context, ent_entity_id entity, ent_str alias, ent_str folded)
{
    seeker *s = context;
    ent_entity_row row;
    (void)alias;
    if (!ent_closest_is_near(&s->closest, folded))
        return true;
    ent_str candidate = ent_arena_str(s->closest.arena, folded);
    s->status = ent_store_get_entity(s->store, s->closest.arena, entity, &row, s->err);
    if (s->status == ENT_OK)
        offer(s, candidate, &row);
    return s->status == ENT_OK;
}

static ent_status none_fits(ent_context *context, const char *words, ent_str folded, ent_error *err)
{
    seeker s = {.store = context->store, .closest = ent_closest_begin(context->arena, folded), .err = err};
    const ent_closest *closest = &s.closest;
    ent_status status = ent_store_each_alias(context->store, (ent_entity_id){0}, offer_alias, &s, err);
    if (status == ENT_OK && s.status == ENT_OK && ent_str_find(folded, ENT_STR(":"), 0) != ENT_STR_NONE)
        status = ent_store_each_entity(context->store, ENT_KINDS_ALL, offer_key, &s, err);
    if (status != ENT_OK || s.status != ENT_OK)
        return status != ENT_OK ? status : s.status;
    status = ent_fail(err, ENT_USAGE, words, "no entity has this key or name");
    if (closest->n)
        ent_error_hint(err, "did you mean " ENT_STR_FMT "?", ENT_STR_ARG(ent_closest_list(context->arena, closest)));
    else
        ent_error_hint(err, "'entente find WORDS' searches names, aliases and passages");
    return status;
}

ent_status ent_resolve_entity(ent_context *context, const char *words, ent_entity_row *out, ent_error *err)
{
    ent_str given = ent_str_trim(ent_str_from(words));
    if (ent_text_invalid_at(given) != ENT_STR_NONE || given.len == 0)
        return ent_fail(err, ENT_USAGE, given.len ? words : "ENTITY", given.len ? "is not UTF-8" : "is empty");
    ent_str folded = ent_text_fold(context->arena, given);
    bool found = false;
    ent_status status = ent_store_find_key(context->store, context->arena, folded, out, &found, err);
    if (status != ENT_OK || found)
        return status;
    candidates c = {.arena = context->arena};
    status = ent_store_each_named(context->store, given, keep_candidate, &c, err);
    if (status == ENT_OK && c.rows.n == 0 && ent_str_starts(folded, ENT_STR("the ")))
        status = ent_store_each_named(context->store, ent_str_slice(folded, 4, folded.len), keep_candidate, &c, err);
    if (status != ENT_OK)
        return status;
    return c.rows.n ? choose(context, &c, words, out, err) : none_fits(context, words, folded, err);
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

typedef struct known_document {
    ent_str key, path, file, title; /* file: the path without its folders; title folded */
} known_document;

typedef struct library {
    ent_arena *arena;
    ENT_VEC(known_document) documents;
} library;

static bool keep_document(void *context, const ent_document_row *row)
{
    library *all = context;
    ent_str path = ent_arena_str(all->arena, row->path);
    size_t slash = path.len;
    while (slash > 0 && path.data[slash - 1] != '/')
        slash--;
    known_document document = {ent_arena_str(all->arena, row->key), path, ent_str_slice(path, slash, path.len),
                               ent_text_fold(all->arena, row->title)};
    ent_vec_push(all->arena, &all->documents, document);
    return true;
}

/* How many documents the words fit, and the last of them: by the whole key or path, else by a beginning. */
static size_t match_documents(const library *all, ent_str words, ent_str folded, ent_str *key)
{
    size_t n = 0;
    for (size_t i = 0; i < all->documents.n; i++) {
        const known_document *d = &all->documents.items[i];
        if (ent_str_eq_nocase(d->key, words) || ent_str_eq(d->path, words)) {
            *key = d->key;
            return 1;
        }
    }
    for (size_t i = 0; i < all->documents.n && folded.len; i++) {
        const known_document *d = &all->documents.items[i];
        if (ent_str_starts(d->key, folded) || ent_str_starts(d->path, words) || ent_str_starts(d->file, words) ||
            ent_str_starts(d->title, folded)) {
            *key = d->key;
            n++;
        }
    }
    return n;
}

static ent_status wrong_document(const library *all, ent_str words, ent_str folded, size_t n, ent_error *err)
{
    ent_closest closest = ent_closest_begin(all->arena, folded);
    for (size_t i = 0; i < all->documents.n; i++) {
        const known_document *d = &all->documents.items[i];
        ent_closest_offer(&closest, d->key, d->key);
        ent_closest_offer(&closest, d->title, d->key);
    }
    const char *what = ent_arena_cstr(all->arena, words);
    ent_status status = n ? ent_fail(err, ENT_USAGE, what, "is the beginning of %zu documents' names", n)
                          : ent_fail(err, ENT_USAGE, what, "no document has this key, nor a path or title so begun");
    if (closest.n)
        ent_error_hint(err, "did you mean " ENT_STR_FMT "?", ENT_STR_ARG(ent_closest_list(all->arena, &closest)));
    else
        ent_error_hint(err, "'entente documents' lists them");
    return status;
}

static ent_status find_document(const library *all, ent_str words, ent_str *key, ent_error *err)
{
    if (ent_text_invalid_at(words) != ENT_STR_NONE)
        return ent_fail(err, ENT_USAGE, ent_arena_cstr(all->arena, words), "is not UTF-8");
    ent_str folded = ent_text_fold(all->arena, words);
    size_t n = match_documents(all, words, folded, key);
    return n == 1 ? ENT_OK : wrong_document(all, words, folded, n, err);
}

typedef ENT_VEC(ent_str) keys;

static ent_status find_documents(const library *all, ent_str words, keys *out, ent_error *err)
{
    ent_str key, rest = words, piece;
    if (match_documents(all, words, ent_text_fold(all->arena, words), &key) == 1) { /* a title may hold a comma */
        ent_vec_push(all->arena, out, key);
        return ENT_OK;
    }
    while (ent_str_split(&rest, ENT_STR(","), &piece)) {
        ent_status status = find_document(all, ent_str_trim(piece), &key, err);
        if (status != ENT_OK)
            return status;
        ent_vec_push(all->arena, out, key);
    }
    return ENT_OK;
}

ent_status ent_resolve_documents(ent_context *context, const ent_str_vec *words, ent_error *err)
{
    library all = {.arena = context->arena};
    keys chosen = {0};
    ent_status status = words->n ? ent_store_each_document(context->store, keep_document, &all, err) : ENT_OK;
    for (size_t i = 0; i < words->n && status == ENT_OK; i++)
        status = find_documents(&all, words->items[i], &chosen, err);
    context->selection.documents = chosen.items;
    context->selection.n_documents = chosen.n;
    return status;
}
