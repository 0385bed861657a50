/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that come with their notes. */
#ifndef ENT_ANNOTATIONS_MADE_H
#define ENT_ANNOTATIONS_MADE_H

#include "importers/annotations/notes.h"
#include "importers/extract/knowledge.h"

/* The document that a line of JSON brings: with passages as export wrote it, else read as a text file is. False when it
 * cannot be one, which is said. In the arena. */
bool ent_made_of_text(ent_arena *arena, const ent_knowledge *knowledge, const ent_notes *notes,
                      const ent_refusals *refusals, ent_facts *out);
/* The document that rows of a table leave: their quotes. The notes then point into it. */
void ent_made_of_quotes(ent_arena *arena, ent_notes *notes, ent_facts *out);
/* The path under which the rows' document is stored. */
ent_str ent_made_path(ent_arena *arena, const ent_notes *notes);
/* Tells editions of a made document apart. */
uint64_t ent_made_hash(const ent_facts *facts);

#endif
