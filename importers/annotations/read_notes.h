/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of annotation formats. Each hands out the notes it has read, document by document; what it cannot read is
 * refused with file and line, and the rest is read all the same. */
#ifndef ENT_ANNOTATIONS_READ_NOTES_H
#define ENT_ANNOTATIONS_READ_NOTES_H

#include "importers/annotations/notes.h"

/* Good until it returns; false: no more. */
typedef bool (*ent_notes_fn)(void *context, const ent_notes *notes);

/* JSON lines, as export --as jsonl writes them: an object a document; lines about a document that is
 * there are handed out together, behind those that bring one. `annotator` is for statements that name none. */
void ent_notes_read_lines(const char *file, ent_str bytes, ent_str annotator, const ent_refusals *refusals,
                          ent_notes_fn fn, void *context);

/* Adds to the notes what one object says, as it is kept in the database. In the arena. */
void ent_notes_read_record(ent_arena *arena, ent_str record, const ent_refusals *refusals, ent_notes *notes);

/* A brat file; `path` and `text` are those of the .txt beside it. In the arena. */
ent_notes ent_notes_read_brat(ent_arena *arena, const char *file, ent_str bytes, ent_str path, ent_str text,
                              ent_str annotator, const ent_refusals *refusals);

/* The rows of relations.csv, as export --as csv writes it: notes for each document in the order of its first row, their
 * relations in the order of the rows. */
void ent_notes_read_relations(const char *file, ent_str bytes, ent_str annotator, const ent_refusals *refusals,
                              ent_notes_fn fn, void *context);
/* The rows of entities.csv. In the arena. */
void ent_notes_read_entities(ent_arena *arena, const char *file, ent_str bytes, const ent_refusals *refusals,
                             ent_facts *out);

#endif
