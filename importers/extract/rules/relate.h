/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations from sentences: tries the rules that a sentence's words call and keeps what the model allows. */
#ifndef ENT_EXTRACT_RELATE_H
#define ENT_EXTRACT_RELATE_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/references/subjects.h"
#include "importers/extract/rules/match.h"

/* Whether `rule` is one of the rules that found a relation: their names are joined ("chairs.by + leads.as"). */
bool ent_rules_name(ent_str joined, ent_str rule);

/* Appends to facts->relations, entities and passages numbered as the mentions' entities and the sentences are. */
void ent_relate(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                const ent_mentions *mentions, const ent_subjects *subjects, ent_facts *facts);

/* One pattern that was tried on a sentence, for `entente explain`; those of attributions too. */
typedef struct ent_trial {
    const ent_rule *rule;
    const ent_pattern *pattern;
    bool matched;
    ent_match_failure failure; /* where it did not */
    const char *refused;       /* why its words make no relation all the same, or NULL */
} ent_trial;
typedef void (*ent_trial_fn)(void *context, const ent_row *row, const ent_trial *trial);
/* The same for one sentence, telling of each pattern tried. */
void ent_relate_sentence(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                         const ent_mentions *mentions, const ent_subjects *subjects, uint32_t sentence,
                         ent_facts *facts, ent_trial_fn fn, void *context);

#endif
