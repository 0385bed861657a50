/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a line of Markdown without its marks: emphasis, code, links, images, notes, tags, entities, escapes. */
#ifndef ENT_READERS_INLINE_H
#define ENT_READERS_INLINE_H

#include "importers/readers/builder.h"

/* Adds bytes [from, to) of the file to the block being built. A link may begin in one line and end in another. */
void ent_inline_copy(ent_builder *builder, size_t from, size_t to);

#endif
