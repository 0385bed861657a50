/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose words a sentence tells: the attributions of the rules ("One panellist argued that …", "China said …"). */
#ifndef ENT_EXTRACT_SPEAKER_H
#define ENT_EXTRACT_SPEAKER_H

#include "importers/extract/names/references/subjects.h"
#include "importers/extract/rules/match.h"

/* Whose words stand in a row from an item on: "one panellist said …, while another said …" has two voices. */
typedef struct ent_voice {
    uint32_t item;
    ent_str words; /* the speaker, as the text gives it; empty in "it was noted" */
    ENT_VEC(uint32_t)
    entities; /* the actors who speak; for a speaker without a name what the section is about, never an actor */
} ent_voice;

typedef struct ent_speaker {
    bool spoken;               /* the sentence tells what somebody said */
    bool named;                /* and one of the voices is an actor's */
    ENT_VEC(ent_voice) voices; /* by place, the first from the beginning on; never empty */
    ent_str holder;            /* who holds what stands from `held` on, where it is not the speaker; or empty */
    uint32_t held;             /* an item */
} ent_speaker;

/* Asked for the sentences of a document in their order: a speaker carries on to "They also said". */
typedef struct ent_speakers {
    ent_arena *arena; /* for what stays */
    const ent_rules *rules;
    const ent_segments *segments;
    const ent_mentions *mentions;
    const ent_subjects *subjects;
    ent_matcher *matcher;
    uint32_t *stamps;  /* pattern → the row it was last tried on */
    uint32_t stamp;    /* of the row at hand */
    uint32_t sentence; /* the last one asked for */
    ent_speaker last;
} ent_speakers;

ent_speakers ent_speakers_begin(ent_arena *arena, const ent_rules *rules, const ent_segments *segments,
                                const ent_mentions *mentions, const ent_subjects *subjects);
/* The speaker of the row's sentence, by the first attribution of the rules that fits. */
ent_speaker ent_speaker_of(ent_speakers *speakers, const ent_row *row);
/* Whose words stand at an item of the sentence: the last who begins to speak before it. The speaker's. */
const ent_voice *ent_speaker_at(const ent_speaker *speaker, uint32_t item);
/* Whose position stands there, where it is not the speaker's; empty otherwise. */
ent_str ent_speaker_holder_at(const ent_speaker *speaker, uint32_t item);

#endif
