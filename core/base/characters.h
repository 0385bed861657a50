/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places as other programs and people count them, in characters (Unicode code points), against ours in bytes. */
#ifndef ENT_BASE_CHARACTERS_H
#define ENT_BASE_CHARACTERS_H

#include "core/base/arena.h"

typedef struct ent_characters {
    ent_str text;
    const size_t *marks; /* characters before each block of the text, and in all of it */
    size_t n_marks;
} ent_characters;

/* Counts a text once, so that a place in it is found in a few steps. The text must be well-formed UTF-8. */
ent_characters ent_characters_of(ent_arena *arena, ent_str text);
/* How many characters stand before a byte, which is clamped to the text. */
size_t ent_characters_before(const ent_characters *characters, size_t byte);
/* The byte at which the character with this number begins; the text's length where it has fewer. */
size_t ent_characters_byte(const ent_characters *characters, size_t character);

#endif
