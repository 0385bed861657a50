/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of `entente edit`: each turns words into one edit, or says what is wrong with them. */
#ifndef ENT_IMPORTERS_EDIT_EDIT_H
#define ENT_IMPORTERS_EDIT_EDIT_H

#include "core/front/command.h"
#include "core/store/edit.h"

typedef struct ent_editing {
    ent_context *context;
    const char *const *words; /* behind the verb */
    ENT_VEC(ent_edit) log;    /* what, entity, target, name and state of each edit made before */
    ent_edit edit;            /* the one to be made */
} ent_editing;

/* ---- words.c ----------------------------------------------------------------------------------------------------- */

/* The entity meant. A key that an edit has made another is followed to it, which the notes say. */
ent_status ent_editing_entity(ent_editing *e, const char *words, ent_entity_row *out, ent_error *err);
/* The active edit that makes this key another or rejects it, or NULL. */
const ent_edit *ent_editing_way(const ent_editing *e, ent_str key);
/* Fails with what became of the key by that edit, and how to take it back. */
ent_status ent_editing_is_gone(const ent_edit *way, const char *words, ent_error *err);
/* A name as it may be stored: UTF-8 on one line, and no separator of names in it. */
ent_status ent_editing_name(const char *words, ent_str *out, ent_error *err);
ent_status ent_editing_type(const ent_editing *e, const char *words, ent_relation_type *out, ent_error *err);
/* An option's words, trimmed; empty where it was not given. */
ent_status ent_editing_text(const ent_editing *e, const char *option, ent_str *out, ent_error *err);
/* Sets the edit's document from --document; with none, it stays empty. */
ent_status ent_editing_document(ent_editing *e, ent_error *err);

/* ---- entities.c, relations.c ------------------------------------------------------------------------------------- */

ent_status ent_editing_merge(ent_editing *e, ent_error *err);
ent_status ent_editing_rename(ent_editing *e, ent_error *err);
ent_status ent_editing_retype(ent_editing *e, ent_error *err);
ent_status ent_editing_alias_add(ent_editing *e, ent_error *err);
ent_status ent_editing_alias_remove(ent_editing *e, ent_error *err);
ent_status ent_editing_reject_entity(ent_editing *e, ent_error *err);
ent_status ent_editing_add_relation(ent_editing *e, ent_error *err);
ent_status ent_editing_judge(ent_editing *e, ent_error *err); /* reject and confirm A TYPE B */

/* ---- show.c ------------------------------------------------------------------------------------------------------ */

extern const ent_column ent_edit_columns[];
void ent_edit_show(ent_table *table, const ent_edit *edit);

#endif
