/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence as a pattern sees it: a row of items. An item is a token, a mention, or a coordination of mentions ("A, B
 * and C" is one item with three members). */
#ifndef ENT_EXTRACT_ITEMS_H
#define ENT_EXTRACT_ITEMS_H

#include "importers/extract/names/mention.h"
#include "importers/extract/rules/rules.h"

enum {                        /* flags of an item */
       ENT_ITEM_PASSED = 1,   /* an adverb or a negation ("failed to" too): passed over between two words */
       ENT_ITEM_CLAUSE = 2,   /* a clause begins here: a gap ends before it */
       ENT_ITEM_EMBEDDED = 4, /* a mention behind a preposition: no subject of its own */
       ENT_ITEM_HYPHEN = 8    /* joined by a hyphen to the one before */
};

typedef struct ent_item {
    uint32_t first, last;       /* tokens [first, last) */
    uint32_t member, n_members; /* of row.members; 0 members: a token */
    uint32_t word;              /* of a token; 0 for a mention and for a word that no class has */
    const uint64_t *sets;       /* of the rules, a bit for each that has the word; once the row is summed up */
    ent_kinds kinds;            /* of its members */
    uint8_t flags;
} ent_item;

typedef ENT_VEC(ent_item) ent_items;

typedef struct ent_row {
    const ent_segments *segments;
    const ent_mentions *mentions;
    uint32_t sentence;
    uint32_t begin; /* first item behind list markers and opening punctuation */
    ent_items items;
    ENT_VEC(uint32_t) members; /* mentions, by place */
    size_t n_mentions;         /* items that are mentions */
    ent_kinds kinds;           /* of all of them, and ENT_NO_NEED */
    uint64_t *sets;          /* a bit for each set of words that gates ask about and an item's word is of, and set 0 */
    bool cut;                /* words of the sentence are left out (clauses.h, told_lists.h) */
    uint32_t seam, seam_end; /* where: a match counts that begins before seam_end and ends behind seam */
} ent_row;

enum { ENT_MAX_ITEMS = 600 }; /* a longer sentence is matched in its first so many items */

/* Whether the row has the mentions that a pattern cannot match without, in any order. Nothing to foretell: no branches.
 */
static inline bool ent_row_passes(const ent_row *row, const ent_gate *gate)
{
    unsigned passes = row->n_mentions >= gate->n;
    for (size_t i = 0; i < ENT_GATE_NEEDS; i++)
        passes &= (gate->needs[i] & row->kinds) != 0;
    return passes;
}
/* Whether it has the words, in any order. */
static inline bool ent_row_has_words(const ent_row *row, const ent_gate *gate)
{
    uint64_t has = 1;
    for (size_t i = 0; i < ENT_GATE_NEEDS; i++)
        has &= row->sets[gate->words[i] / 64] >> (gate->words[i] % 64);
    return has;
}
static inline bool ent_item_is_in(const ent_item *item, uint16_t set)
{
    return item->sets[set / 64] >> (set % 64) & 1;
}
static inline bool ent_item_is_mention(const ent_item *item)
{
    return item->n_members > 0;
}

#endif
