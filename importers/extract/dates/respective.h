/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Chile and Peru joined in 1959 and 1967, respectively": which date goes with which. */
#ifndef ENT_EXTRACT_DATES_RESPECTIVE_H
#define ENT_EXTRACT_DATES_RESPECTIVE_H

#include "core/model/facts.h"
#include "importers/extract/dates/events.h"

/* Some of a sentence's dates, one behind the other. */
typedef struct ent_date_run {
    size_t first, n;
} ent_date_run;

/* What the dates may go with. */
typedef struct ent_respective {
    const ent_mentions *mentions;
    ENT_VEC(ent_fact_relation *) relations; /* of the sentence */
} ent_respective;

/* The dates right before the sentence's "respectively"; none where it does not say so. */
ent_date_run ent_dates_respective(const ent_sentence_dates *sentence);
/* Gives the relations of a type that are as many as the dates, and the events that are, each its own, by place; the
 * dates date nothing else and leave the sentence's. */
void ent_dates_pair(ent_respective *pairs, ent_sentence_dates *sentence, ent_date_run run, ent_event_times *times);

#endif
