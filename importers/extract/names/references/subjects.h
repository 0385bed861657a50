/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section is about: in the section of Panel II, "panellists" speak in Panel II. */
#ifndef ENT_EXTRACT_SUBJECTS_H
#define ENT_EXTRACT_SUBJECTS_H

#include "importers/extract/names/references/authors.h"

typedef struct ent_subjects {
    const uint32_t *of_section; /* the document's entity, or ENT_UNRESOLVED */
    const uint32_t *sitting;    /* the panel or session whose section it is, or ENT_UNRESOLVED */
    const uint32_t *floor; /* where unnamed people speak: the sitting, else the meeting, else the section's subject */
    uint32_t event, self;  /* the meeting the document reports; the document as an instrument */
    ent_authors authors;   /* whose "we" it is */
} ent_subjects;

/* The instrument or proposal that "it" means at the token ("voted against it"): the last before it in its sentence,
 * else the first of the nearest earlier sentence, a few back within the section. Else ENT_UNRESOLVED.
 * `decided`: only what a body votes on, a draft or a resolution ("that action"), and where it is the
 * only one that the document names, from anywhere. */
uint32_t ent_latest_text(const ent_segments *segments, const ent_mentions *mentions, uint32_t token, bool decided);

/* The treaty whose parties are meant at the token where it is not said to what they are parties: the only one that the
 * document's first words name, else the one named last before it; else ENT_UNRESOLVED. */
uint32_t ent_treaty_met_on(const ent_segments *segments, const ent_mentions *mentions, uint32_t token);

/* The meeting that people are told to have come to where it is not said to which: the only one that the sentence names
 * before the token, else the only one of the nearest sentence before that names any, two back within the section. */
uint32_t ent_gathering_at(const ent_segments *segments, const ent_mentions *mentions, uint32_t sentence,
                          uint32_t token);

void ent_subjects_find(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions, ent_subjects *out);

#endif
