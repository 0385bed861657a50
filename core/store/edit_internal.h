/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that apply edits share. The work is done in this order, in the transaction that writes:
 *
 *   lift     entities stand as they were read: a document's facts can be written
 *   restore  everything stands as it was read: facts can be taken out, edits can change
 *   apply    the ways (what becomes of each key) → entities → mentions → evidence → added relations */
#ifndef ENT_STORE_EDIT_INTERNAL_H
#define ENT_STORE_EDIT_INTERNAL_H

#include "core/store/edit.h"
#include "core/store/store_internal.h"

typedef ENT_VEC(ent_edit) ent_edits;

/* ---- edit_log.c -------------------------------------------------------------------------------------------------- */

/* The edits by id; without the undone ones where `active`. */
ent_status ent_edits_load(ent_store *store, ent_arena *arena, bool active, ent_edits *out, ent_error *err);
ent_status ent_edits_log(ent_store *store, ent_edit *edit, ent_error *err);

/* ---- edit_parts.c ------------------------------------------------------------------------------------------------------ */

/* What evidence names as its rule that a person added or confirmed. */
ent_str ent_edit_rule(ent_arena *arena, const ent_edit *edit);
/* Runs statements with this one value. */
ent_status ent_edits_do(ent_store *store, const ent_sql *steps, size_t n, ent_value value, ent_error *err);
/* Counts their evidence anew; those without go. Sorts the ids, each once. */
ent_status ent_recount_relations(ent_store *store, ent_ids *relations, ent_error *err);

/* ---- edit_ways.c ------------------------------------------------------------------------------------------------- */

/* A hidden entity, and where its facts go. */
typedef struct ent_moved {
    ent_str key;
    int64_t id; /* its row */
    int64_t to; /* the row it is shown as; 0: it is not shown */
} ent_moved;

typedef struct ent_ways {
    ent_store *store;
    ent_arena *arena;
    ent_edits edits;          /* the active ones */
    ent_map next;             /* key → the edit that makes it another or hides it */
    bool *found;              /* of each edit: what it is about is there */
    ent_str *folded;          /* of each edit: its name as names are compared */
    ENT_VEC(ent_moved) moved; /* the hidden entities, by key; filled in by ent_edits_apply_entities */
} ent_ways;

/* Whether it is about an entity, not about what is said of two. */
bool ent_edit_is_of_entity(const ent_edit *edit);

void ent_ways_make(ent_ways *ways);
/* The key an entity is shown under, empty where it is rejected. */
ent_str ent_ways_end(const ent_ways *ways, ent_str key);
/* The name given by hand to the entity shown under `key`, empty where there is none. */
ent_str ent_ways_name(const ent_ways *ways, ent_str key);
/* Whether the name that edit i gives is one: it was not taken away, and no later one took its place. */
bool ent_ways_is_given(const ent_ways *ways, size_t i);
/* Whether this alias, read under `key`, was taken away. */
bool ent_ways_is_removed(const ent_ways *ways, ent_str key, ent_str folded, size_t from);
/* Notes that the edits about this entity, as a document names it, are about something. */
void ent_ways_note_entity(const ent_ways *ways, ent_str key);
/* Where the edits' ways lead in a circle: the edit that closes it, else NULL. */
const ent_edit *ent_ways_circle(const ent_ways *ways);

/* Evidence as it was read. */
typedef struct ent_read_evidence {
    int64_t id;
    ent_relation_type type;
    ent_str source, target, document; /* keys */
    uint64_t hash;                    /* of the quote */
    double confidence;
    ent_str rule;
} ent_read_evidence;

/* The keys a relation's ends are shown under, in the order of its type; false where it is not shown: an end is not,
 * both are one, or the model does not allow it. */
bool ent_ways_ends(const ent_ways *ways, ent_str source, ent_relation_type type, ent_str target, ent_str *from,
                   ent_str *to);
/* The last edit, from edit `from` on, that rejects or confirms this piece, or NULL. */
const ent_edit *ent_ways_judge(const ent_ways *ways, const ent_read_evidence *read, size_t from);

/* ---- edit_names.c ------------------------------------------------------------------------------------------------ */

/* Sets whether the name of an edit that is to be logged is one that documents gave. Everything stands as it was read. */
ent_status ent_edits_know_name(ent_store *store, ent_edit *edit, ent_error *err);
/* An edit that gives or takes a name was made or undone: documents with its words are read anew at their next import,
 * and a name that no document gave is forgotten where it is not in force. Everything stands as it was read. */
ent_status ent_edits_change_name(ent_store *store, int64_t id, ent_error *err);

/* ---- edit_entities.c, edit_mentions.c, edit_evidence.c, edit_added.c --------------------------------------------- */

ent_status ent_edits_lift_entities(ent_store *store, ent_error *err);
ent_status ent_edits_apply_entities(ent_ways *ways, ent_error *err);
ent_status ent_edits_restore_mentions(ent_store *store, ent_error *err);
ent_status ent_edits_apply_mentions(ent_ways *ways, ent_error *err);
ent_status ent_edits_restore_evidence(ent_store *store, ent_error *err);
ent_status ent_edits_apply_evidence(ent_ways *ways, ent_error *err);
ent_status ent_edits_apply_added(ent_ways *ways, ent_error *err);

#endif
