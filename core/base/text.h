/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Unicode asks of us, through ICU: checking, normalizing and folding UTF-8. */
#ifndef ENT_BASE_TEXT_H
#define ENT_BASE_TEXT_H

#include "core/base/arena.h"

/* The first byte that is not well-formed UTF-8, or ENT_STR_NONE when all is well. */
size_t ent_text_invalid_at(ent_str s);

/* How many bytes of a file's text are a byte-order mark before it: 3 or 0. */
size_t ent_text_mark(ent_str s);

/* The code point at byte *at, and *at moved behind it. s must be well-formed UTF-8. */
uint32_t ent_text_next(ent_str s, size_t *at);

/* How names are compared: compatibility forms composed, case folded, accents, soft hyphens and zero-width characters
 * dropped, quotes and dashes made ASCII, white space collapsed to single spaces. In the arena. */
ent_str ent_text_fold(ent_arena *arena, ent_str s);

/* Columns a terminal needs for s (wide and combining characters counted as they show). */
size_t ent_text_width(ent_str s);

#endif
