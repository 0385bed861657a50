/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: kind, colon, slug; the identity of an entity across documents and databases. */
#ifndef ENT_MODEL_KEY_H
#define ENT_MODEL_KEY_H

#include "core/base/arena.h"
#include "core/model/kind.h"

/* "forum:conference-on-disarmament" from the kind and any name: folded, everything but letters and digits a single hyphen. */
ent_str ent_key_make(ent_arena *arena, ent_kind kind, ent_str name);
/* Splits a key; false when it is not one. */
bool ent_key_parse(ent_str key, ent_kind *kind, ent_str *slug);
/* The value of `name` in "k=v; k=v", or the empty string. */
ent_str ent_attribute_get(ent_str attributes, ent_str name);
/* What people call it where space is scarce: its attribute `short`, else its name. */
ent_str ent_short_name(ent_str name, ent_str attributes);

#endif
