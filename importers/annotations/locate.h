/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding an annotator's words in a document's text: as they stand, else without regard to white space and hyphens,
 * which a line end may have put there or taken away. Of several places the one nearest to the hint. */
#ifndef ENT_ANNOTATIONS_LOCATE_H
#define ENT_ANNOTATIONS_LOCATE_H

#include "core/base/characters.h"
#include "importers/annotations/notes.h"

typedef struct ent_locator {
    ent_arena *arena;
    const ent_facts *facts;
    ent_characters characters;
    ent_str squeezed;     /* the text without white space and hyphens; made when it is first needed */
    const size_t *places; /* byte of squeezed → byte of the text */
} ent_locator;

ent_locator ent_locator_over(ent_arena *arena, const ent_facts *facts);
/* The place of the words; false when the text does not have them. */
bool ent_locate(ent_locator *locator, const ent_noted_quote *quote, size_t *begin, size_t *end);

#endif
