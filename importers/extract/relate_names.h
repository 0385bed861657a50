/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is described by what it is about: "a ban on space weapons" addresses them, "a side event on space debris"
 * discusses it. A proper name says so too, but nothing new. */
#ifndef ENT_EXTRACT_RELATE_NAMES_H
#define ENT_EXTRACT_RELATE_NAMES_H

#include "core/model/facts.h"
#include "importers/extract/mention.h"

/* Appends to facts->relations, each thing's topics where it is first named by them; numbered as ent_relate does. */
void ent_relate_names(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions, ent_facts *facts);

#endif
