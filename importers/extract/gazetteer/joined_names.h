/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of one entity as a list in one string: "Alpha | Beta". */
#ifndef ENT_EXTRACT_JOINED_NAMES_H
#define ENT_EXTRACT_JOINED_NAMES_H

#include "core/base/arena.h"

/* The names joined by " | ", each once, sorted, without empty ones and without `name`; sorts `names`. In the arena. */
ent_str ent_names_join(ent_arena *arena, ent_str_vec *names, ent_str name);
/* Whether a list made by it has the name. */
bool ent_names_have(ent_str joined, ent_str name);

#endif
