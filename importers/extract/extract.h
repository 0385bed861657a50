/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk of a document: text → sentences → mentions → relations → facts. Knows nothing of formats or of the store. */
#ifndef ENT_EXTRACT_EXTRACT_H
#define ENT_EXTRACT_EXTRACT_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/references/subjects.h"

/* What is known of a document before relations are looked for. */
typedef struct ent_reading {
    ent_segments segments;
    ent_mentions mentions;
    ent_subjects subjects;
} ent_reading;

/* The first half of the walk. All in the arena; `document` must live as long as the reading. */
void ent_extract_begin(ent_arena *arena, const ent_knowledge *knowledge, const ent_document *document,
                       ent_reading *out);

/* Everything that a document says, with the evidence. All in the arena; `document` must live as long as the facts. */
void ent_extract(ent_arena *arena, const ent_knowledge *knowledge, const ent_document *document, ent_facts *facts);

#endif
