/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a part is a part of: what is known as a part is named after its whole ("…-session-7", see parts.c). */
#ifndef ENT_EXTRACT_WHOLES_H
#define ENT_EXTRACT_WHOLES_H

#include "importers/extract/names/mention.h"

/* Where "-session-7" begins in a key, or the year of an edition ("-2031"); or ENT_STR_NONE. */
size_t ent_part_begin(ent_str key);

/* The entity of the document that the part with this key, whose own words begin at `end`, is named after; or
 * ENT_UNRESOLVED. Allocates from the arena. */
uint32_t ent_whole_of(ent_arena *arena, const ent_mentions *mentions, ent_str key, size_t end);

/* The same of an entity: of a body or meeting after whose session or year it is named, or that the lexicon says is its
 * `parent`. */
uint32_t ent_whole_of_part(ent_arena *arena, const ent_mentions *mentions, uint32_t part);

#endif
