/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the words of a match: negation, may, should, is tasked with. */
#ifndef ENT_EXTRACT_CUES_H
#define ENT_EXTRACT_CUES_H

#include "importers/extract/rules/match.h"

typedef struct ent_cues {
    ent_polarity polarity; /* two negations affirm */
    ent_modality modality;
} ent_cues;

/* As the rule sets them, else by the words; a denial of the whole turns round the polarity that the rule sets, too. */
ent_cues ent_cues_of(const ent_rules *rules, const ent_rule *rule, const ent_row *row, const ent_match *match);
/* Whether "respectively" stands in the match or behind it in its clause, and not for dates: the ends go in pairs. */
bool ent_cues_pair(const ent_rules *rules, const ent_row *row, const ent_match *match);

#endif
