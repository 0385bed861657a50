/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format of exchange: one file each, and a row in the table of export.c. */
#ifndef ENT_EXPORT_FORMAT_H
#define ENT_EXPORT_FORMAT_H

#include "core/front/command.h"

typedef struct ent_export_format {
    const char *name;
    bool folder; /* `path` is a folder, made where there is none; else a file, "-" standard output */
    ent_status (*write)(ent_context *context, const char *path, ent_error *err);
} ent_export_format;

/* entities.csv and relations.csv, which `import` reads back to the same content. */
extern const ent_export_format ent_export_csv;

#endif
