/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word the lexicon and the rules know, numbered. Built once, then shared read-only by all workers. A word is a
 * token's folded form (ent_text_fold, then British and American spellings made one: behaviour → behavior, -isation →
 * -ization, programme → program, defence → defense, centre → center …). */
#ifndef ENT_EXTRACT_VOCABULARY_H
#define ENT_EXTRACT_VOCABULARY_H

#include "core/base/arena.h"
#include "core/base/map.h"

typedef struct ent_vocabulary {
    ent_arena arena;
    ent_map ids;
    ENT_VEC(ent_str) words;      /* [0] is "", the unknown word */
    ENT_VEC(uint32_t) singulars; /* parallel: the word's singular where that is known, else itself */
} ent_vocabulary;

void ent_vocabulary_init(ent_vocabulary *vocabulary);
void ent_vocabulary_clear(ent_vocabulary *vocabulary);
/* Numbers a word (folding and spelling it first); the same word gets the same number. */
uint32_t ent_vocabulary_add(ent_vocabulary *vocabulary, ent_str word);
/* Links plurals to singulars; call once after the last word was added. Also knows regular plurals of known words that
 * were never added themselves. */
void ent_vocabulary_finish(ent_vocabulary *vocabulary);
/* The number of a token as it stands in a text, 0 when unknown. Thread-safe. Fast for ASCII (no allocation). */
uint32_t ent_vocabulary_find(const ent_vocabulary *vocabulary, ent_str token);

#endif
