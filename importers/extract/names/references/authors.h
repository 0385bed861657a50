/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose words a document is, where it speaks in the first person: a statement has one author, the record of a meeting
 * one for each turn ("Mr. Roe (Oz): We support …"). */
#ifndef ENT_EXTRACT_AUTHORS_H
#define ENT_EXTRACT_AUTHORS_H

#include "importers/extract/names/mention.h"

typedef struct ent_authors {
    uint32_t of_document;     /* who delivers the statement, or ENT_UNRESOLVED */
    const uint32_t *of_turns; /* of a record: by sentence, or ENT_UNRESOLVED for the Chair's words; else NULL */
} ent_authors;

/* In the arena. */
ent_authors ent_authors_find(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions);
/* Who says "we" in a sentence: a State, a group or an organization, else a person; or ENT_UNRESOLVED. */
uint32_t ent_author_at(const ent_authors *authors, uint32_t sentence);

#endif
