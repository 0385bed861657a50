/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format of exchange: one file each, and a row in the table of export.c. */
#ifndef ENT_EXPORT_FORMAT_H
#define ENT_EXPORT_FORMAT_H

#include "core/front/command.h"

typedef struct ent_export_format {
    const char *name;
    bool folder;       /* `path` is a folder, made where there is none; else a file, "-" standard output */
    const char *loses; /* what of a database the format cannot hold, as the object of a sentence; NULL: nothing */
    ent_status (*write)(ent_context *context, const char *path, ent_error *err);
} ent_export_format;

/* entities.csv and relations.csv, which `import` reads back to the same two files. */
extern const ent_export_format ent_export_csv;
/* A line of JSON a document, with its text: what `import` reads back. */
extern const ent_export_format ent_export_jsonl;
/* NAME.txt and NAME.ann a document, for the annotation tool brat. */
extern const ent_export_format ent_export_brat;

/* What cannot be held is said, or with --strict is an error. */
ent_status ent_export_lose(const ent_context *context, const char *format, const char *what, ent_error *err);

/* ---- documents.c ------------------------------------------------------------------------------------------------- */

/* Whether the selection takes this document. */
bool ent_export_takes(const ent_selection *selection, const ent_document_row *document);
/* Each document the selection takes, by key, with what is selected of it; good until the callback returns. */
typedef ent_status (*ent_export_document_fn)(void *context, const ent_facts *facts, ent_error *err);
ent_status ent_export_each_document(ent_context *context, ent_export_document_fn fn, void *self, ent_error *err);

#endif
