/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words that stand for names share (it.c, pronouns.c). */
#ifndef ENT_EXTRACT_PRONOUNS_H
#define ENT_EXTRACT_PRONOUNS_H

#include "importers/extract/names/finder.h"

static inline const ent_sentence *ent_pronoun_sentence(const ent_finder *f, uint32_t s)
{
    return &f->segments->sentences.items[s];
}

/* The candidate that begins at a token, where it counts for the kinds and is no class ("many States"); else NULL. */
const ent_candidate *ent_pronoun_begins(const ent_finder *f, uint32_t token, ent_kinds kinds);
/* The tokens [first, last) of sentence `s` stand for the entity. */
void ent_pronoun_stand_for(ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t entity, float confidence);

#endif
