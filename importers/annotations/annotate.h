/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of annotations into the database. Each speaks of documents that are there, or brings them: a line of JSON with
 * a text makes a document of it, a table of relations makes one of its quotes. */
#ifndef ENT_ANNOTATIONS_ANNOTATE_H
#define ENT_ANNOTATIONS_ANNOTATE_H

#include "importers/annotations/apply.h"

/* What a file of the walk is to be taken for, by its name. */
typedef enum ent_annotation_format {
    ENT_NO_ANNOTATION, /* a document */
    ENT_ANNOTATION_BRAT,
    ENT_ANNOTATION_LINES,
    ENT_ANNOTATION_ENTITIES,
    ENT_ANNOTATION_RELATIONS,
    ENT_ANNOTATION_SETTINGS /* of brat: nothing to be read */
} ent_annotation_format;
ent_annotation_format ent_annotation_format_of(ent_str path);
/* "NAME.txt" for "NAME.ann". Terminated, in the arena. */
ent_str ent_annotation_text_beside(ent_arena *arena, ent_str path);
/* "brat", "jsonl", "csv" */
ent_str ent_annotation_format_name(ent_annotation_format format);

typedef struct ent_annotator {
    ent_store *store;
    const ent_knowledge *knowledge;
    const char *name; /* whose the statements are that name nobody; NULL: the format's or the file's own name */
    ent_refusals refusals;
} ent_annotator;

typedef struct ent_annotated {
    ent_str document; /* the key of the document it speaks of; empty where these are several. In the arena. */
    size_t documents, refused;
    bool added; /* anything */
    int64_t entities, relations, passages;
} ent_annotated;

/* Takes what a file says; statements that are refused do not make it fail. */
ent_status ent_annotate_file(const ent_annotator *annotator, ent_arena *arena, ent_str path, ent_annotated *out,
                             ent_error *err);

/* Adds to a document's new facts what is kept of annotations of this document and is still in its text; *n_lost counts
 * the statements that are not. In the arena. */
ent_status ent_annotate_again(ent_store *store, const ent_knowledge *knowledge, ent_arena *arena, ent_facts *facts,
                              size_t *n_lost, ent_error *err);

#endif
