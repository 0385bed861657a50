/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from what was said: the States that found a union of States belong to it. */
#ifndef ENT_EXTRACT_FOUNDERS_H
#define ENT_EXTRACT_FOUNDERS_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/mention.h"

/* Adds to facts->relations that States are members of the coalition, alliance or group that several of them founded in
 * one sentence, since then. Ends are entities of `mentions`. */
void ent_add_founders(ent_arena *arena, const ent_lexicon *lexicon, const ent_segments *segments,
                      const ent_mentions *mentions, ent_facts *facts);

#endif
