/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"
#include "core/model/key.h"
#include "importers/edit/edit.h"

/* Sets the edit's entity from the first word. */
static ent_status take_entity(ent_editing *e, ent_entity_row *out, ent_error *err)
{
    ent_status status = ent_editing_entity(e, e->words[0], out, err);
    e->edit.entity = status == ENT_OK ? out->key : ENT_STR_EMPTY;
    return status;
}

/* What is merged or changed in kind must be there itself: a key that has
 * become another is not followed to what should perhaps stay as it is. */
static ent_status take_itself(ent_editing *e, ent_entity_row *out, ent_error *err)
{
    const ent_edit *way = ent_editing_way(e, ent_str_trim(ent_str_from(e->words[0])));
    return way ? ent_editing_is_gone(way, e->words[0], err) : take_entity(e, out, err);
}

ent_status ent_editing_merge(ent_editing *e, ent_error *err)
{
    ent_entity_row a, b;
    ent_status status = take_itself(e, &a, err);
    if (status == ENT_OK)
        status = ent_editing_entity(e, e->words[1], &b, err);
    if (status != ENT_OK)
        return status;
    if (ent_str_eq(a.key, b.key))
        return ent_fail(err, ENT_USAGE, e->words[0], "and '%s' are one already, " ENT_STR_FMT, e->words[1],
                        ENT_STR_ARG(b.key));
    if (a.kind != b.kind)
        ent_context_note(e->context,
                         "they are of different kinds (%s, %s): relations that this does not allow are not shown",
                         ent_kind_name(a.kind), ent_kind_name(b.kind));
    e->edit.target = b.key;
    return ENT_OK;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static void note_earlier_name(const ent_editing *e)
{
    for (size_t i = e->log.n; i-- > 0;) {
        const ent_edit *edit = &e->log.items[i];
        if (edit->what == ENT_EDIT_RENAME && !edit->undone && ent_str_eq(edit->entity, e->edit.entity)) {
            ent_context_note(e->context, "this name takes the place of the one that edit %lld gave",
                             (long long)edit->id);
            return;
        }
    }
}

ent_status ent_editing_rename(ent_editing *e, ent_error *err)
{
    ent_entity_row row;
    ent_status status = take_entity(e, &row, err);
    if (status == ENT_OK)
        status = ent_editing_name(e->words[1], &e->edit.name, err);
    if (status != ENT_OK)
        return status;
    if (ent_str_eq(row.name, e->edit.name))
        return ent_fail(err, ENT_USAGE, e->words[1], "is the name of " ENT_STR_FMT " already", ENT_STR_ARG(row.key));
    note_earlier_name(e);
    return ENT_OK;
}

typedef struct alias_wish {
    ent_str folded;
    bool found;
} alias_wish;

static bool offer_alias(void *context, ent_entity_id entity, ent_str alias, ent_str folded)
{
    alias_wish *wish = context;
    (void)entity, (void)alias;
    wish->found = ent_str_eq(folded, wish->folded);
    return !wish->found;
}

/* Sets the edit's entity and name from the words; whether the entity has this name already. */
static ent_status take_alias(ent_editing *e, ent_entity_row *row, bool *has, ent_error *err)
{
    alias_wish wish = {0};
    ent_status status = take_entity(e, row, err);
    if (status == ENT_OK)
        status = ent_editing_name(e->words[1], &e->edit.name, err);
    if (status != ENT_OK)
        return status;
    wish.folded = ent_text_fold(e->context->arena, e->edit.name);
    status = ent_store_each_alias(e->context->store, row->id, offer_alias, &wish, err);
    *has = wish.found;
    return status;
}

ent_status ent_editing_alias_add(ent_editing *e, ent_error *err)
{
    ent_entity_row row;
    bool has = false;
    ent_status status = take_alias(e, &row, &has, err);
    if (status == ENT_OK && has)
        return ent_fail(err, ENT_USAGE, e->words[1], "is a name of " ENT_STR_FMT " already", ENT_STR_ARG(row.key));
    return status;
}

ent_status ent_editing_alias_remove(ent_editing *e, ent_error *err)
{
    ent_entity_row row;
    bool has = false;
    ent_status status = take_alias(e, &row, &has, err);
    if (status != ENT_OK)
        return status;
    if (!has) {
        status = ent_fail(err, ENT_USAGE, e->words[1], "is no name of " ENT_STR_FMT, ENT_STR_ARG(row.key));
        ent_error_hint(err, "'entente show " ENT_STR_FMT "' lists its names", ENT_STR_ARG(row.key));
    } else if (ent_str_eq(ent_text_fold(e->context->arena, row.name), ent_text_fold(e->context->arena, e->edit.name))) {
        status =
            ent_fail(err, ENT_USAGE, e->words[1], "is the name that " ENT_STR_FMT " is shown by", ENT_STR_ARG(row.key));
        ent_error_hint(err, "rename it first");
    }
    return status;
}

/* ---- kinds ------------------------------------------------------------------------------------------------------- */

static ent_status take_kind(const char *words, ent_kind *out, ent_error *err)
{
    if (ent_kind_find(ent_str_from(words), out))
        return ENT_OK;
    ent_status status = ent_fail(err, ENT_USAGE, words, "there is no such kind of entity");
    ent_error_hint(err, "it is one of state, bloc, organization, person, forum, event, instrument, proposal, topic");
    return status;
}

/* Its key under the new kind, which may be that of another entity: then the two are one. */
static ent_status take_key(ent_editing *e, const ent_entity_row *row, ent_kind kind, ent_error *err)
{
    ent_arena *arena = e->context->arena;
    ent_kind old;
    ent_str slug = ENT_STR_EMPTY;
    ent_entity_row other;
    bool there = false;
    ent_key_parse(row->key, &old, &slug);
    e->edit.target = ent_arena_format(arena, "%s:" ENT_STR_FMT, ent_kind_name(kind), ENT_STR_ARG(slug));
    const ent_edit *way = ent_editing_way(e, e->edit.target);
    if (way)
        return ent_editing_is_gone(way, e->edit.target.data, err);
    ent_status status = ent_store_find_key(e->context->store, arena, e->edit.target, &other, &there, err);
    if (status == ENT_OK && there)
        ent_context_note(e->context, "there is " ENT_STR_FMT " (" ENT_STR_FMT "): the two become one",
                         ENT_STR_ARG(other.key), ENT_STR_ARG(other.name));
    return status;
}

ent_status ent_editing_retype(ent_editing *e, ent_error *err)
{
    ent_entity_row row;
    ent_kind kind;
    ent_status status = take_itself(e, &row, err);
    if (status == ENT_OK)
        status = take_kind(e->words[1], &kind, err);
    if (status == ENT_OK && kind == row.kind)
        return ent_fail(err, ENT_USAGE, e->words[0], "is of the kind %s already", ent_kind_name(kind));
    return status == ENT_OK ? take_key(e, &row, kind, err) : status;
}

ent_status ent_editing_reject_entity(ent_editing *e, ent_error *err)
{
    ent_entity_row row;
    if (ent_context_option(e->context, "document") || ent_context_option(e->context, "line") ||
        ent_context_option(e->context, "quote"))
        return ent_fail(err, ENT_USAGE, e->words[0], "an entity is rejected as a whole, not in one place");
    return take_entity(e, &row, err);
}
