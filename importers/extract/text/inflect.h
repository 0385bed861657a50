/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regular inflections of an English word, so that a rule may name the base form alone. */
#ifndef ENT_EXTRACT_INFLECT_H
#define ENT_EXTRACT_INFLECT_H

#include "core/base/arena.h"

typedef void (*ent_inflection_fn)(void *context, ent_str form);
/* Calls fn with the base form, its -s, -ed and -ing forms. Spelling is regular: carry → carries, carried; plan →
 * planning; note → noted, noting. */
void ent_inflect(ent_arena *arena, ent_str base, ent_inflection_fn fn, void *context);

#endif
