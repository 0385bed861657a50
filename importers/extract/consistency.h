/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says as a whole tells which of its statements cannot be meant. */
#ifndef ENT_EXTRACT_CONSISTENCY_H
#define ENT_EXTRACT_CONSISTENCY_H

#include "core/model/facts.h"

/* Takes out of facts->relations that a meeting discusses a body or meeting it is itself a part of: what it is named
 * after is not its subject. Ends are numbers below `n_entities`. */
void ent_drop_own_bodies(ent_arena *arena, size_t n_entities, ent_facts *facts);

#endif
