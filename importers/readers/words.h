/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words a document uses in running text: what tells whether "co-" + "organized" loses its hyphen, and which letters
 * of "PAN EL" belong together. Only gathered when a reader first asks, from the first 4 MB. */
#ifndef ENT_READERS_WORDS_H
#define ENT_READERS_WORDS_H

#include "importers/readers/lines.h"

typedef struct ent_words {
    ent_arena *arena;
    const ent_lines *lines;
    uint64_t *hashes; /* open addressing; 0: free; NULL: not gathered yet */
    size_t n, cap;
} ent_words;

/* Whether the document has the word a + b in a line that is not all capitals; letter case (ASCII) ignored, inner
 * hyphens part of the word. */
bool ent_words_has(ent_words *words, ent_str a, ent_str b);
/* The same with a hyphen between a and b. */
bool ent_words_has_hyphenated(ent_words *words, ent_str a, ent_str b);

#endif
