/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letter-spaced capitals made whole: "PAN EL 1" → "PANEL 1". */
#ifndef ENT_READERS_SPACING_H
#define ENT_READERS_SPACING_H

#include "importers/readers/words.h"

enum { ENT_MAX_SPACED = 300 }; /* bytes of a line that can be mended */

typedef struct ent_spacing {
    uint16_t drops[ENT_MAX_SPACED / 2]; /* where the spaces to leave out stand, rising */
    size_t n;
} ent_spacing;

/* Finds the spaces inside words of a line in capitals: pieces that join to a word the document uses elsewhere, or
 * single capitals all along (with words apart by two spaces). False when there are none. */
bool ent_spacing_find(ent_words *words, ent_str line, ent_spacing *out);
/* The line without them, in the arena. */
ent_str ent_spacing_apply(ent_arena *arena, ent_str line, const ent_spacing *spacing);

#endif
