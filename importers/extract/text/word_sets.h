/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of words by number, asked by word: the bits of all sets for one word stand side by side, so that whatever is
 * asked of the words of a sentence is asked of the same few lines of memory. */
#ifndef ENT_EXTRACT_WORD_SETS_H
#define ENT_EXTRACT_WORD_SETS_H

#include "core/base/arena.h"
#include "core/base/map.h"

/* A set: bit word % 64 of [word / 64]; the unknown word 0 is in none. */
#define ENT_WORD_CHUNKS(n_words) ((size_t)(n_words) / 64 + 1)
static inline bool ent_words_have(const uint64_t *set, uint32_t word)
{
    return (set[word / 64] >> (word % 64)) & 1;
}

typedef struct ent_word_sets {
    uint32_t n_words;                /* the words of all sets are below it */
    ENT_VEC(const uint64_t *) items; /* [0] is the empty set */
    ent_map numbers;                 /* the bits of a set → items */
    uint32_t n_chunks;               /* once finished: 64 bits each, for a word */
    uint64_t *of_words;              /* once finished: word → a bit for each set */
} ent_word_sets;

void ent_word_sets_init(ent_arena *arena, ent_word_sets *sets, uint32_t n_words);
/* The number of a set (ENT_WORD_CHUNKS(n_words) numbers, kept and not copied); the same words have the same number;
 * NULL: that of the empty set, 0. */
uint16_t ent_word_sets_add(ent_arena *arena, ent_word_sets *sets, const uint64_t *words);
/* Makes what is asked; after the last set. */
void ent_word_sets_finish(ent_arena *arena, ent_word_sets *sets);

/* A bit for each set that has the word, which is below n_words. */
static inline const uint64_t *ent_word_sets_of(const ent_word_sets *sets, uint32_t word)
{
    return sets->of_words + word * (size_t)sets->n_chunks;
}

#endif
