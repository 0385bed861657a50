/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/gazetteer/trie.h"

static uint64_t edge_key(uint32_t node, uint32_t word)
{
    return (uint64_t)node << 32 | word;
}

static size_t edge_slot(const ent_trie *trie, uint64_t key)
{
    size_t mask = trie->cap_edges - 1;
    size_t at = (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & mask;
    while (trie->edges[at].from_word && trie->edges[at].from_word != key)
        at = (at + 1) & mask;
    return at;
}

static uint64_t word_bit(uint32_t word)
{
    return (uint64_t)1 << (word % 64);
}

uint32_t ent_trie_step(const ent_trie *trie, uint32_t node, uint32_t word)
{
    if (word == 0)
        return 0;
    if (node == 0)
        return word < trie->roots.n ? trie->roots.items[word] : 0;
    if (!(trie->goes_on.items[node] & word_bit(word)))
        return 0;
    return trie->edges[edge_slot(trie, edge_key(node, word))].to;
}

static void grow_edges(ent_arena *arena, ent_trie *trie)
{
    ent_trie bigger = {.cap_edges = trie->cap_edges ? trie->cap_edges * 2 : 4096};
    bigger.edges = ENT_ARENA_NEW(arena, ent_trie_edge, bigger.cap_edges);
    for (size_t i = 0; i < trie->cap_edges; i++)
        if (trie->edges[i].from_word)
            bigger.edges[edge_slot(&bigger, trie->edges[i].from_word)] = trie->edges[i];
    trie->edges = bigger.edges;
    trie->cap_edges = bigger.cap_edges;
}

static uint32_t new_node(ent_arena *arena, ent_trie *trie)
{
    for (size_t i = trie->values.n ? 1 : 0; i < 2; i++) { /* before the first the beginning */
        ent_vec_push(arena, &trie->values, ENT_TRIE_NONE);
        ent_vec_push(arena, &trie->goes_on, 0);
    }
    return (uint32_t)trie->values.n - 1;
}

static uint32_t add_root(ent_arena *arena, ent_trie *trie, uint32_t word)
{
    while (trie->roots.n <= word)
        ent_vec_push(arena, &trie->roots, 0);
    if (trie->roots.items[word] == 0)
        trie->roots.items[word] = new_node(arena, trie);
    return trie->roots.items[word];
}

uint32_t ent_trie_add(ent_arena *arena, ent_trie *trie, uint32_t node, uint32_t word)
{
    if (node == 0)
        return add_root(arena, trie, word);
    if (trie->n_edges * 2 >= trie->cap_edges)
        grow_edges(arena, trie);
    size_t slot = edge_slot(trie, edge_key(node, word));
    if (trie->edges[slot].from_word == 0) {
        trie->edges[slot] = (ent_trie_edge){edge_key(node, word), new_node(arena, trie)};
        trie->goes_on.items[node] |= word_bit(word);
        trie->n_edges++;
    }
    return trie->edges[slot].to;
}

void ent_trie_set(ent_trie *trie, uint32_t node, uint32_t value)
{
    trie->values.items[node] = value;
}
