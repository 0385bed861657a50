/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ends of a rule are in a sentence that it matches: parts of the pattern, what the section is about, whoever
 * speaks. */
#ifndef ENT_EXTRACT_ENDS_H
#define ENT_EXTRACT_ENDS_H

#include "importers/extract/rules/match.h"
#include "importers/extract/rules/speaker.h"

/* A sentence under trial, and whose words it is. */
typedef struct ent_scene {
    ent_arena scratch; /* for the sentence at hand */
    const ent_segments *segments;
    const ent_mentions *mentions;
    const ent_subjects *subjects;
    ent_row whole; /* the sentence at hand */
    ent_row row;   /* the same, or one of its clauses */
    ent_speakers speakers;
    ent_speaker speaker; /* of the sentence, once somebody asked: see ent_scene_speaker */
    bool heard;
} ent_scene;

/* One end of a relation: an entity, how sure it is, how many it stands for (0: not said). */
typedef struct ent_end {
    uint32_t entity;
    float confidence;
    int64_t count;
} ent_end;
typedef ENT_VEC(ent_end) ent_ends;

/* Who speaks in the sentence; found when first asked, since most sentences relate nothing. */
const ent_speaker *ent_scene_speaker(ent_scene *scene);
/* The section that the sentence stands in. */
uint32_t ent_scene_section(const ent_scene *scene);
/* What an end is where the pattern matched; none where it is nothing known here. Valid until the next sentence. */
ent_ends ent_ends_find(ent_scene *scene, const ent_rule_end *which, const ent_pattern *pattern, const ent_match *match);

#endif
