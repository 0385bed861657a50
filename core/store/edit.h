/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person corrects by hand. Edits are logged; at all times the database is what was read with the active edits
 * applied, to what is there and to what later imports bring. Taking one back leaves the others in force.
 *
 * An edit is about the entities that its keys name, and about those that other edits have made into them: to reject
 * "B supports C" after A was merged into B rejects what A was read to support as well. What the edits make of the
 * database depends on their order only where they contradict each other: then the later one wins. */
#ifndef ENT_STORE_EDIT_H
#define ENT_STORE_EDIT_H

#include "core/store/store.h"

typedef enum ent_edit_what {
    ENT_EDIT_MERGE,        /* entity is target */
    ENT_EDIT_RENAME,       /* entity is called name */
    ENT_EDIT_RETYPE,       /* entity is of another kind: target is its key there */
    ENT_EDIT_ALIAS_ADD,    /* entity is called name, too */
    ENT_EDIT_ALIAS_REMOVE, /* entity is not called name */
    ENT_EDIT_ADD_RELATION, /* entity, type, target, with a quote */
    ENT_EDIT_REJECT,       /* entity is none; with a target, evidence is none */
    ENT_EDIT_CONFIRM,      /* evidence is certain */
    ENT_N_EDITS
} ent_edit_what;

const char *ent_edit_name(ent_edit_what what); /* "alias add" */

typedef struct ent_edit {
    int64_t id; /* given to it by the log */
    ent_edit_what what;
    ent_str entity, target; /* keys; of a relation, its ends */
    ent_str name;
    ent_relation_type type;
    ent_str document; /* key; of REJECT and CONFIRM, empty: whatever document says it */
    int64_t line;     /* where the quote was when the edit was made: of two equal ones, the nearer is meant */
    ent_str quote;    /* of REJECT and CONFIRM, empty: all the document says of it */
    ent_polarity polarity;
    ent_modality modality;
    ent_str speaker, holder, role, from, to; /* of ADD_RELATION, as in its evidence */
    int64_t count;
    ent_str by; /* who says so, or empty */
    bool known; /* the name was one that documents gave before: it stays when the edit is taken back */
    ent_str reason;
    bool undone;
    bool applied; /* else what it is about is not there (yet): it waits */
} ent_edit;

/* An edit of this sort with everything else empty. */
ent_edit ent_edit_empty(ent_edit_what what);

/* Logs an edit, applies it, and gives it its id. What it says is not judged here but for what would break the store: a
 * key that is none, a relation the model does not allow, a merge in a circle are refused (ENT_USAGE). */
ent_status ent_store_edit(ent_store *store, ent_edit *edit, ent_error *err);
/* Takes an active edit back; with an id that is none, or undone already, ENT_USAGE. */
ent_status ent_store_undo(ent_store *store, int64_t id, ent_error *err);

typedef bool (*ent_edit_fn)(void *context, const ent_edit *edit);
/* By id, the undone ones among them. */
ent_status ent_store_each_edit(ent_store *store, ent_edit_fn fn, void *context, ent_error *err);

/* What documents call the entity with this key, in the arena, whatever edits make of it; where only an edit made it,
 * what it is shown as; empty where it is not there. */
ent_status ent_store_read_name(ent_store *store, ent_arena *arena, ent_str key, ent_str *out, ent_error *err);

typedef bool (*ent_given_name_fn)(void *context, ent_str key, ent_str called, ent_str name);
/* The names that the active edits give: the key of the entity, what documents call it, and the name. Without those of
 * entities that are not there, those taken away again, and those that a later one took the place of. */
ent_status ent_store_each_given_name(ent_store *store, ent_given_name_fn fn, void *context, ent_error *err);

/* Words in a stored text. */
typedef struct ent_quote_row {
    int64_t document, passage, line; /* rows; the line in the original on which the passage begins */
    size_t begin;                    /* in the stored text */
    ent_str text;
} ent_quote_row;
typedef bool (*ent_quote_fn)(void *context, const ent_quote_row *row);
/* Every place in a document (named by key) where a passage has these very words, in order. */
ent_status ent_store_each_quote(ent_store *store, ent_str document, ent_str words, ent_quote_fn fn, void *context,
                                ent_error *err);
/* The passages that begin on a line of the original, in order. */
ent_status ent_store_each_quote_on(ent_store *store, ent_str document, int64_t line, ent_quote_fn fn, void *context,
                                   ent_error *err);

#endif
