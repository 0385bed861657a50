/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the active edits make of a key; nothing here asks the database.
 *
 * A merge, a change of kind and a rejected entity each lead from one key to the next, or to none. What was read under a
 * key goes along these ways to the end, whether or not an entity stands at each of them. An edit is about what passes
 * through the key it names, so that it is the same before and after the entity got another key. */
#include "core/base/text.h"
#include "core/model/key.h"
#include "core/store/edit_internal.h"

static bool leads_on(const ent_edit *edit)
{
    return edit->what == ENT_EDIT_MERGE || edit->what == ENT_EDIT_RETYPE ||
           (edit->what == ENT_EDIT_REJECT && !edit->target.len);
}

void ent_ways_make(ent_ways *ways)
{
    for (size_t i = 0; i < ways->edits.n; i++)
        if (leads_on(&ways->edits.items[i])) /* the later of two wins */
            ent_map_set(ways->arena, &ways->next, ways->edits.items[i].entity, (uint32_t)i);
    ways->found = ENT_ARENA_NEW(ways->arena, bool, ways->edits.n);
    ways->folded = ENT_ARENA_NEW(ways->arena, ent_str, ways->edits.n);
    for (size_t i = 0; i < ways->edits.n; i++)
        ways->folded[i] = ent_text_fold(ways->arena, ways->edits.items[i].name);
}

/* The edit that leads on from a key, or NULL. */
static const ent_edit *way_from(const ent_ways *ways, ent_str key)
{
    uint32_t at = ent_map_find(&ways->next, key);
    return at == ENT_MAP_NONE ? NULL : &ways->edits.items[at];
}

/* Goes on to the next key; false at the end. No way is longer than there are edits: `n` counts them down, so that a
 * circle in a file made by others ends. */
static bool go_on(const ent_ways *ways, ent_str *key, size_t *n)
{
    const ent_edit *way = way_from(ways, *key);
    if (!way || *n == 0)
        return false;
    --*n;
    *key = way->target;
    return true;
}

ent_str ent_ways_end(const ent_ways *ways, ent_str key)
{
    size_t n = ways->edits.n;
    while (go_on(ways, &key, &n))
        ;
    return key;
}

/* Whether an edit of `through` is about what was read under `key`. */
static bool passes(const ent_ways *ways, ent_str key, ent_str through)
{
    size_t n = ways->edits.n;
    do
        if (ent_str_eq(key, through))
            return true;
    while (go_on(ways, &key, &n));
    return false;
}

bool ent_edit_is_of_entity(const ent_edit *edit)
{
    return edit->what < ENT_EDIT_ADD_RELATION || (edit->what == ENT_EDIT_REJECT && !edit->target.len);
}

void ent_ways_note_entity(const ent_ways *ways, ent_str key)
{
    size_t n = ways->edits.n;
    do
        for (size_t i = 0; i < ways->edits.n; i++)
            if (ent_edit_is_of_entity(&ways->edits.items[i]) && ent_str_eq(ways->edits.items[i].entity, key))
                ways->found[i] = true;
    while (go_on(ways, &key, &n));
}

const ent_edit *ent_ways_circle(const ent_ways *ways)
{
    for (size_t i = ways->edits.n; i-- > 0;) {
        const ent_edit *edit = &ways->edits.items[i];
        if (edit->target.len && leads_on(edit) && passes(ways, edit->target, edit->entity))
            return edit;
    }
    return NULL;
}

/* Whether an entity keeps being itself from one key to the other: a change of kind takes its name along, a merge does
 * not. */
static bool stays_itself(const ent_ways *ways, ent_str key, ent_str end)
{
    for (size_t n = ways->edits.n; !ent_str_eq(key, end);) {
        const ent_edit *way = way_from(ways, key);
        if (!way || way->what != ENT_EDIT_RETYPE || !go_on(ways, &key, &n))
            return false;
    }
    return true;
}

ent_str ent_ways_name(const ent_ways *ways, ent_str key)
{
    for (size_t i = ways->edits.n; i-- > 0;) {
        const ent_edit *edit = &ways->edits.items[i];
        if (edit->what == ENT_EDIT_RENAME && stays_itself(ways, edit->entity, key))
            return edit->name;
    }
    return ENT_STR_EMPTY;
}

bool ent_ways_is_removed(const ent_ways *ways, ent_str key, ent_str folded, size_t from)
{
    for (size_t i = ways->edits.n; i-- > from;) {
        const ent_edit *edit = &ways->edits.items[i];
        bool about = edit->what == ENT_EDIT_ALIAS_ADD || edit->what == ENT_EDIT_ALIAS_REMOVE;
        if (about && ent_str_eq(ways->folded[i], folded) && passes(ways, key, edit->entity))
            return edit->what == ENT_EDIT_ALIAS_REMOVE;
    }
    return false;
}

/* Whether a later edit gives the entity that edit i names another name. */
static bool is_renamed(const ent_ways *ways, size_t i)
{
    ent_str key = ways->edits.items[i].entity;
    for (size_t j = i + 1; j < ways->edits.n; j++) {
        const ent_edit *later = &ways->edits.items[j];
        if (later->what == ENT_EDIT_RENAME &&
            (stays_itself(ways, key, later->entity) || stays_itself(ways, later->entity, key)))
            return true;
    }
    return false;
}

bool ent_ways_is_given(const ent_ways *ways, size_t i)
{
    const ent_edit *edit = &ways->edits.items[i];
    bool gives = edit->what == ENT_EDIT_ALIAS_ADD || (edit->what == ENT_EDIT_RENAME && !is_renamed(ways, i));
    return gives && !ent_ways_is_removed(ways, edit->entity, ways->folded[i], i + 1);
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */
static bool judges(const ent_ways *ways, const ent_edit *edit, const ent_read_evidence *read)
{
    if ((edit->what != ENT_EDIT_REJECT && edit->what != ENT_EDIT_CONFIRM) || !edit->target.len ||
        edit->type != read->type || (edit->document.len && !ent_str_eq(edit->document, read->document)) ||
        (edit->quote.len && ent_str_hash(edit->quote) != read->hash))
        return false;
    if (passes(ways, read->source, edit->entity) && passes(ways, read->target, edit->target))
        return true;
    return ent_relation_is_symmetric(edit->type) && passes(ways, read->source, edit->target) &&
           passes(ways, read->target, edit->entity);
}

const ent_edit *ent_ways_judge(const ent_ways *ways, const ent_read_evidence *read, size_t from)
{
    const ent_edit *last = NULL;
    for (size_t i = from; i < ways->edits.n; i++)
        if (judges(ways, &ways->edits.items[i], read)) {
            last = &ways->edits.items[i];
            ways->found[i] = true;
        }
    return last;
}

bool ent_ways_ends(const ent_ways *ways, ent_str source, ent_relation_type type, ent_str target, ent_str *from,
                   ent_str *to)
{
    ent_kind a, b;
    ent_str slug;
    *from = ent_ways_end(ways, source);
    *to = ent_ways_end(ways, target);
    if (ent_relation_is_symmetric(type) && ent_str_cmp(*from, *to) > 0) {
        ent_str smaller = *to;
        *to = *from;
        *from = smaller;
    }
    return from->len && to->len && !ent_str_eq(*from, *to) && ent_key_parse(*from, &a, &slug) &&
           ent_key_parse(*to, &b, &slug) && ent_relation_allows(type, a, b);
}
