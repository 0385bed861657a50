/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"
#include "core/front/distance.h"
#include "core/front/resolve.h"
#include "importers/edit/edit.h"

/* ---- entities ---------------------------------------------------------------------------------------------------- */

const ent_edit *ent_editing_way(const ent_editing *e, ent_str key)
{
    for (size_t i = e->log.n; i-- > 0;) {
        const ent_edit *edit = &e->log.items[i];
        bool leads_on = edit->what == ENT_EDIT_MERGE || edit->what == ENT_EDIT_RETYPE ||
                        (edit->what == ENT_EDIT_REJECT && !edit->target.len);
        if (leads_on && !edit->undone && ent_str_eq(edit->entity, key))
            return edit;
    }
    return NULL;
}

ent_status ent_editing_is_gone(const ent_edit *way, const char *words, ent_error *err)
{
    ent_status status = way->target.len
                            ? ent_fail(err, ENT_USAGE, words, "is " ENT_STR_FMT " by edit %lld",
                                       ENT_STR_ARG(way->target), (long long)way->id)
                            : ent_fail(err, ENT_USAGE, words, "was rejected by edit %lld", (long long)way->id);
    ent_error_hint(err, "'entente edit undo %lld' takes that back", (long long)way->id);
    return status;
}

/* The end of the ways from a key; NULL where the last of them rejects. */
static const char *follow(const ent_editing *e, ent_str key, const ent_edit **last)
{
    const ent_edit *way = ent_editing_way(e, key);
    for (size_t n = 0; way && n <= e->log.n; n++) {
        *last = way;
        key = way->target;
        way = ent_editing_way(e, key);
    }
    return key.len ? ent_arena_cstr(e->context->arena, key) : NULL;
}

ent_status ent_editing_entity(ent_editing *e, const char *words, ent_entity_row *out, ent_error *err)
{
    const ent_edit *last = NULL;
    ent_status status = ent_resolve_entity(e->context, words, out, err);
    if (status != ENT_USAGE || ent_text_invalid_at(ent_str_from(words)) != ENT_STR_NONE)
        return status;
    const char *end = follow(e, ent_text_fold(e->context->arena, ent_str_trim(ent_str_from(words))), &last);
    if (!last)
        return status;
    if (!end)
        return ent_editing_is_gone(last, words, err);
    ent_context_note(e->context, "'%s' is %s by edit %lld", words, end, (long long)last->id);
    return ent_resolve_entity(e->context, end, out, err);
}

/* ---- other words ------------------------------------------------------------------------------------------------- */

static bool has_control(ent_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t code = ent_text_next(text, &at);
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            return true;
    }
    return false;
}

static ent_status wrong(const char *words, const char *why, ent_error *err)
{
    return ent_fail(err, ENT_USAGE, words, "%s", why);
}

ent_status ent_editing_name(const char *words, ent_str *out, ent_error *err)
{
    *out = ent_str_trim(ent_str_from(words));
    if (!out->len)
        return wrong("name", "is empty", err);
    if (ent_text_invalid_at(*out) != ENT_STR_NONE)
        return wrong(words, "is not UTF-8", err);
    if (has_control(*out))
        return wrong(words, "holds a control character: a name stands on one line", err);
    if (ent_str_find(*out, ENT_STR(" | "), 0) != ENT_STR_NONE)
        return wrong(words, "holds ' | ', which separates one name from another", err);
    return ENT_OK;
}

ent_status ent_editing_text(const ent_editing *e, const char *option, ent_str *out, ent_error *err)
{
    const char *value = ent_context_option(e->context, option);
    *out = ent_str_trim(value ? ent_str_from(value) : ENT_STR_EMPTY);
    if (ent_text_invalid_at(*out) == ENT_STR_NONE)
        return ENT_OK;
    return wrong(ent_arena_format(e->context->arena, "--%s", option).data, "is not UTF-8", err);
}

ent_status ent_editing_type(const ent_editing *e, const char *words, ent_relation_type *out, ent_error *err)
{
    ent_str given = ent_str_from(words);
    if (ent_relation_find(given, out) && *out != ENT_MENTIONED_WITH)
        return ENT_OK;
    if (ent_text_invalid_at(given) != ENT_STR_NONE)
        return wrong("TYPE", "is not UTF-8", err);
    if (ent_str_eq_nocase(given, ENT_STR("mentioned_with")))
        return wrong(words, "is computed from what sentences mention, and cannot be edited", err);
    ent_closest closest = ent_closest_begin(e->context->arena, ent_text_fold(e->context->arena, given));
    for (int type = 0; type < ENT_MENTIONED_WITH; type++) {
        ent_str name = ent_str_from(ent_relation_name((ent_relation_type)type));
        ent_closest_offer(&closest, name, name);
    }
    ent_status status = wrong(words, "there is no such relation type", err);
    if (closest.n)
        ent_error_hint(err, "did you mean " ENT_STR_FMT "?",
                       ENT_STR_ARG(ent_closest_list(e->context->arena, &closest)));
    else
        ent_error_hint(err, "'entente help neighbours' lists the types");
    return status;
}

ent_status ent_editing_document(ent_editing *e, ent_error *err)
{
    ent_str_vec words = {0};
    const char *value = ent_context_option(e->context, "document");
    if (!value)
        return ENT_OK;
    ent_vec_push(e->context->arena, &words, ent_str_from(value));
    ent_status status = ent_resolve_documents(e->context, &words, err);
    if (status == ENT_OK && e->context->selection.n_documents != 1)
        return wrong("--document", "an edit is about one document", err);
    if (status == ENT_OK)
        e->edit.document = e->context->selection.documents[0];
    return status;
}
