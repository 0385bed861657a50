/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a JSON object, each of the type it should have: the first that has another is remembered. A field that
 * is not there, or null, is empty. */
#ifndef ENT_ANNOTATIONS_JSON_FIELDS_H
#define ENT_ANNOTATIONS_JSON_FIELDS_H

#include "importers/annotations/notes.h"

#include <jansson.h>

typedef struct ent_json_fields {
    ent_arena *arena;
    const json_t *object;
    const char *fault; /* "polarity is not a text", or NULL */
} ent_json_fields;

ent_str ent_json_text(ent_json_fields *fields, const char *name);
double ent_json_number(ent_json_fields *fields, const char *name, double fallback);
/* A whole number from 0 on; `fallback` where there is none. */
size_t ent_json_count(ent_json_fields *fields, const char *name, size_t fallback);
/* The array, or NULL. */
const json_t *ent_json_array(ent_json_fields *fields, const char *name);
/* An array of texts joined by " | ", or a text. */
ent_str ent_json_texts(ent_json_fields *fields, const char *name);
/* An object of texts as "k=v; k=v", or a text. */
ent_str ent_json_attributes(ent_json_fields *fields, const char *name);

/* What a relation says beside its type and its ends. */
void ent_json_relation(ent_json_fields *fields, ent_noted_relation *out);

#endif
