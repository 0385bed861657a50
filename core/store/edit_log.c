/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: a row an edit, its arguments as a JSON object of what is not empty, written and read by SQLite's own
 * functions. */
#include "core/store/edit_internal.h"

static const char *const names[ENT_N_EDITS] = {
    [ENT_EDIT_MERGE] = "merge",
    [ENT_EDIT_RENAME] = "rename",
    [ENT_EDIT_RETYPE] = "retype",
    [ENT_EDIT_ALIAS_ADD] = "alias add",
    [ENT_EDIT_ALIAS_REMOVE] = "alias remove",
    [ENT_EDIT_ADD_RELATION] = "add-relation",
    [ENT_EDIT_REJECT] = "reject",
    [ENT_EDIT_CONFIRM] = "confirm",
};

const char *ent_edit_name(ent_edit_what what)
{
    return names[what];
}

ent_edit ent_edit_empty(ent_edit_what what)
{
    const ent_str none = ENT_STR_EMPTY;
    return (ent_edit){.what = what,
                      .entity = none,
                      .target = none,
                      .name = none,
                      .document = none,
                      .quote = none,
                      .speaker = none,
                      .holder = none,
                      .role = none,
                      .from = none,
                      .to = none,
                      .by = none,
                      .reason = none};
}

static bool has_type(const ent_edit *edit)
{
    return edit->what >= ENT_EDIT_ADD_RELATION && edit->target.len;
}

static ent_value name_or_null(bool given, const char *name)
{
    return given ? ENT_TEXT(ent_str_from(name)) : ENT_NULL;
}

ent_status ent_edits_log(ent_store *store, ent_edit *edit, ent_error *err)
{
    bool added = edit->what == ENT_EDIT_ADD_RELATION;
    ent_query query = ent_query_open(store, ENT_SQL_ADD_EDIT);
    ent_query_bind(&query, ENT_TEXT(ent_str_from(names[edit->what])), ENT_TEXT(edit->reason), ENT_TEXT(edit->entity),
                   name_or_null(has_type(edit), ent_relation_name(edit->type)), ENT_TEXT(edit->target),
                   ENT_TEXT(edit->name), ENT_TEXT(edit->document), ENT_INT(edit->line), ENT_TEXT(edit->quote),
                   name_or_null(added, ent_polarity_name(edit->polarity)),
                   name_or_null(added, ent_modality_name(edit->modality)), ENT_TEXT(edit->speaker),
                   ENT_TEXT(edit->holder), ENT_TEXT(edit->role), ENT_INT(edit->count), ENT_TEXT(edit->from),
                   ENT_TEXT(edit->to), ENT_TEXT(edit->by), ENT_INT(edit->known));
    if (ent_query_next(&query))
        edit->id = ent_query_int(&query, 0);
    return ent_query_close(&query, err);
}

static bool find_what(ent_str name, ent_edit_what *out)
{
    for (int what = 0; what < ENT_N_EDITS; what++)
        if (ent_str_is(name, names[what])) {
            *out = (ent_edit_what)what;
            return true;
        }
    return false;
}

static ent_str text(ent_arena *arena, const ent_query *query, int column)
{
    return ent_arena_str(arena, ent_query_str(query, column));
}

/* False when the row holds what this program does not know. */
static bool read_edit(const ent_query *query, ent_arena *arena, ent_edit *out)
{
    *out = (ent_edit){.id = ent_query_int(query, 0),
                      .reason = text(arena, query, 2),
                      .entity = text(arena, query, 3),
                      .target = text(arena, query, 5),
                      .name = text(arena, query, 6),
                      .document = text(arena, query, 7),
                      .line = ent_query_int(query, 8),
                      .quote = text(arena, query, 9),
                      .speaker = text(arena, query, 12),
                      .holder = text(arena, query, 13),
                      .role = text(arena, query, 14),
                      .count = ent_query_int(query, 15),
                      .from = text(arena, query, 16),
                      .to = text(arena, query, 17),
                      .by = text(arena, query, 18),
                      .undone = ent_query_int(query, 19) != 0,
                      .applied = ent_query_int(query, 20) != 0,
                      .known = ent_query_int(query, 21) != 0};
    if (!find_what(ent_query_str(query, 1), &out->what))
        return false;
    if (has_type(out) && !ent_relation_find(ent_query_str(query, 4), &out->type))
        return false;
    return out->what != ENT_EDIT_ADD_RELATION || (ent_polarity_find(ent_query_str(query, 10), &out->polarity) &&
                                                  ent_modality_find(ent_query_str(query, 11), &out->modality));
}

ent_status ent_edits_load(ent_store *store, ent_arena *arena, bool active, ent_edits *out, ent_error *err)
{
    int64_t strange = 0;
    ent_query query = ent_query_open(store, ENT_SQL_EACH_EDIT);
    ent_query_bind(&query, ENT_INT(active));
    while (!strange && ent_query_next(&query)) {
        ent_edit edit;
        if (read_edit(&query, arena, &edit))
            ent_vec_push(arena, out, edit);
        else
            strange = ent_query_int(&query, 0);
    }
    ent_status status = ent_query_close(&query, err);
    if (status == ENT_OK && strange)
        return ent_fail(err, ENT_FAILED, store->path, "its edit %lld is not understood", (long long)strange);
    return status;
}

ent_status ent_store_each_edit(ent_store *store, ent_edit_fn fn, void *context, ent_error *err)
{
    ent_arena arena = {0};
    ent_edits edits = {0};
    ent_status status = ent_edits_load(store, &arena, false, &edits, err);
    for (size_t i = 0; i < edits.n && status == ENT_OK; i++)
        if (!fn(context, &edits.items[i]))
            break;
    ent_arena_clear(&arena);
    return status;
}

ent_status ent_store_read_name(ent_store *store, ent_arena *arena, ent_str key, ent_str *out, ent_error *err)
{
    *out = ENT_STR_EMPTY;
    ent_query query = ent_query_open(store, ENT_SQL_READ_NAME);
    ent_query_bind(&query, ENT_TEXT(key));
    if (ent_query_next(&query))
        *out = ent_arena_str(arena, ent_query_str(&query, 0));
    return ent_query_close(&query, err);
}
