/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says about itself before it begins: "key: value" lines between two lines of ---. */
#ifndef ENT_READERS_FRONTMATTER_H
#define ENT_READERS_FRONTMATTER_H

#include "core/base/arena.h"

typedef struct ent_frontmatter {
    size_t end;          /* bytes up to the text behind it; `from` when there is none */
    ent_str title, date; /* empty where it has none; the date as ISO 8601 */
} ent_frontmatter;

/* Looks at bytes[from]. */
ent_frontmatter ent_frontmatter_read(ent_arena *arena, ent_str bytes, size_t from);

#endif
