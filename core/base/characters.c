/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/characters.h"

enum { BLOCK = 256 }; /* bytes */

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

static size_t count(ent_str text, size_t begin, size_t end)
{
    size_t n = 0;
    for (size_t i = begin; i < end && i < text.len; i++)
        n += begins_character(text.data[i]);
    return n;
}

ent_characters ent_characters_of(ent_arena *arena, ent_str text)
{
    size_t n = text.len / BLOCK + 2;
    size_t *marks = ENT_ARENA_NEW(arena, size_t, n);
    for (size_t i = 1; i < n; i++)
        marks[i] = marks[i - 1] + count(text, (i - 1) * BLOCK, i * BLOCK);
    return (ent_characters){text, marks, n};
}

size_t ent_characters_before(const ent_characters *characters, size_t byte)
{
    size_t end = byte < characters->text.len ? byte : characters->text.len;
    return characters->marks[end / BLOCK] + count(characters->text, end / BLOCK * BLOCK, end);
}

size_t ent_characters_byte(const ent_characters *characters, size_t character)
{
    size_t low = 0, high = characters->n_marks;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (characters->marks[middle] <= character)
            low = middle;
        else
            high = middle;
    }
    size_t byte = low * BLOCK, at = characters->marks[low];
    if (byte >= characters->text.len)
        return characters->text.len;
    for (; byte < characters->text.len; byte++)
        if (begins_character(characters->text.data[byte]) && at++ == character)
            return byte;
    return characters->text.len;
}
