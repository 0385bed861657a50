/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "The Council" where only the body is named whose council it is. */
#ifndef ENT_EXTRACT_ORGAN_NAMES_H
#define ENT_EXTRACT_ORGAN_NAMES_H

#include "importers/extract/names/finder.h"

/* "Assembly", "Council": what an organ is called for short. */
bool ent_is_organ_word(ent_str word);
/* The forum that the lexicon knows as this organ of a body ("Widget Union Council", "Council of the Widget Union"), as
 * an entity; ENT_UNRESOLVED where `body`, an entity, has none or is no known organization. */
uint32_t ent_organ_of(ent_finder *f, uint32_t body, ent_str organ);

#endif
