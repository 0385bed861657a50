/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/word_sets.h"

void ent_word_sets_init(ent_arena *arena, ent_word_sets *sets, uint32_t n_words)
{
    *sets = (ent_word_sets){.n_words = n_words};
    ent_word_sets_add(arena, sets, ENT_ARENA_NEW(arena, uint64_t, ENT_WORD_CHUNKS(n_words)));
}

uint16_t ent_word_sets_add(ent_arena *arena, ent_word_sets *sets, const uint64_t *words)
{
    if (!words)
        return 0;
    ent_str key = {(const char *)words, ENT_WORD_CHUNKS(sets->n_words) * sizeof *words};
    uint32_t number = ent_map_find_or_set(arena, &sets->numbers, key, (uint32_t)sets->items.n);
    if (number == sets->items.n)
        ent_vec_push(arena, &sets->items, words);
    return (uint16_t)number;
}

static void note_set(ent_word_sets *sets, size_t number)
{
    const uint64_t *words = sets->items.items[number];
    uint64_t *chunk = sets->of_words + number / 64;
    for (uint32_t first = 0; first < sets->n_words; first += 64)
        for (uint32_t word = first; word < first + 64 && words[first / 64] >> (word - first); word++)
            if (ent_words_have(words, word))
                chunk[word * (size_t)sets->n_chunks] |= (uint64_t)1 << (number % 64);
}

void ent_word_sets_finish(ent_arena *arena, ent_word_sets *sets)
{
    sets->n_chunks = (uint32_t)(sets->items.n / 64 + 1);
    sets->of_words = ENT_ARENA_NEW(arena, uint64_t, sets->n_words * (size_t)sets->n_chunks);
    for (size_t number = 1; number < sets->items.n; number++)
        note_set(sets, number);
}
