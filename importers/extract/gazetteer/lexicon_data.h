/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a lexicon, for those who build it and those who match with it. */
#ifndef ENT_EXTRACT_LEXICON_DATA_H
#define ENT_EXTRACT_LEXICON_DATA_H

#include "importers/extract/gazetteer/lexicon.h"
#include "importers/extract/gazetteer/trie.h"
#include "importers/extract/text/lexicon_text.h"
#include "importers/extract/text/word_lists.h"

/* A word or phrase that speaks for an entity of a shared short form. */
typedef struct ent_hint {
    uint32_t entry;
    uint32_t next; /* another entry with the same phrase, or UINT32_MAX */
} ent_hint;

/* Where an entry stands in the files, for faults. */
typedef struct ent_lexicon_row {
    ent_str file, text;       /* of all of the file */
    size_t begin, aliases_at; /* bytes of it where the row and its aliases begin */
    ent_str raw_aliases;      /* with their marks */
} ent_lexicon_row;

struct ent_lexicon {
    ent_arena arena;
    ENT_VEC(ent_lexicon_entry) entries;
    ENT_VEC(ent_lexicon_row) rows; /* parallel to the entries */
    ent_map by_key;
    ENT_VEC(ent_sense) senses;
    ent_trie names; /* value: the first sense */
    ENT_VEC(ent_hint) hints;
    ent_trie contexts; /* value: the first hint */
    ent_word_lists lists;
};

/* Puts all names, aliases and context words of the entries into the tries. */
void ent_lexicon_index(ent_lexicon *lexicon, ent_vocabulary *vocabulary, ent_lexicon_report *report);

#endif
