/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words that stand for names share (it.c, pronouns.c, sides.c). */
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
/* Whether the State or bloc `m` inside a longer name is one of those between whom that is: "Oz-Kansas Commission",
 * "agreement between Oz and Kansas". */
bool ent_is_side(const ent_finder *f, const ent_mention *outer, const ent_mention *m);

#endif
