/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of words as a tree, for finding the longest known name from a word on. The first step is a table over the
 * vocabulary, because most words of a text begin no name; the others are one hash table (node, word) → node, in which
 * is looked where a few bits of the node do not rule the word out: most names that begin do not go on. */
#ifndef ENT_EXTRACT_TRIE_H
#define ENT_EXTRACT_TRIE_H

#include "core/base/arena.h"

#define ENT_TRIE_NONE UINT32_MAX /* no value */

typedef struct ent_trie_edge {
    uint64_t from_word; /* node << 32 | word; 0: free */
    uint32_t to;
} ent_trie_edge;

typedef struct ent_trie {
    ENT_VEC(uint32_t) roots; /* word → node, 0: none */
    ent_trie_edge *edges;
    size_t n_edges, cap_edges;
    ENT_VEC(uint32_t) values;  /* node → value or ENT_TRIE_NONE; node 0 is the beginning */
    ENT_VEC(uint64_t) goes_on; /* node → bit word % 64 for each word that leads on from it */
} ent_trie;

/* The node behind `node` and `word` (not 0), 0 where there is none. Node 0 is the beginning. */
uint32_t ent_trie_step(const ent_trie *trie, uint32_t node, uint32_t word);
/* The same, made where there is none. */
uint32_t ent_trie_add(ent_arena *arena, ent_trie *trie, uint32_t node, uint32_t word);
/* The value at a node, ENT_TRIE_NONE where no name ends. */
static inline uint32_t ent_trie_value(const ent_trie *trie, uint32_t node)
{
    return node < trie->values.n ? trie->values.items[node] : ENT_TRIE_NONE;
}
void ent_trie_set(ent_trie *trie, uint32_t node, uint32_t value);

#endif
