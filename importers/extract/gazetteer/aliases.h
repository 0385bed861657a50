/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An alias on its way into the trie. */
#ifndef ENT_EXTRACT_ALIASES_H
#define ENT_EXTRACT_ALIASES_H

#include "importers/extract/gazetteer/lexicon_data.h"

typedef struct ent_alias_indexer {
    ent_lexicon *lexicon;
    ent_vocabulary *vocabulary;
    ent_lexicon_report *report;
    uint32_t comma; /* the word "," */
    uint32_t the;
    ent_map seen; /* a token as written → its word: names repeat their words */
} ent_alias_indexer;

/* `report` may be NULL where no name can clash. What it remembers lives in the lexicon's arena. */
ent_alias_indexer ent_alias_begin(ent_lexicon *lexicon, ent_vocabulary *vocabulary, ent_lexicon_report *report);
/* A token as a word of the vocabulary. */
uint32_t ent_alias_word(ent_alias_indexer *x, ent_str token);
/* Adds a name of an entry (UINT32_MAX: of what looks like a name and is none) in all its spellings. `gives_way`: to an
 * entry that has the name already; else that is a fault. */
void ent_alias_add(ent_alias_indexer *x, uint32_t entry, ent_str written, uint8_t marks, bool gives_way);
/* Where a name of the entry stands: among its aliases, or else its row. */
ent_spot ent_alias_spot(const ent_alias_indexer *x, uint32_t entry, ent_str written);

#endif
