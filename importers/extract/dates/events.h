/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When and where events were, from the words right beside their names. */
#ifndef ENT_EXTRACT_DATES_EVENTS_H
#define ENT_EXTRACT_DATES_EVENTS_H

#include "importers/extract/dates/dates.h"

/* The dates of a sentence that may date something, and whose they are. */
typedef struct ent_sentence_dates {
    const ent_segments *segments;
    uint32_t sentence;
    ent_date_vec dates;
    ENT_VEC(uint32_t) owners; /* by date: the event it belongs to, or ENT_UNRESOLVED */
} ent_sentence_dates;

typedef struct ent_event_times ent_event_times;

/* For the entities of the mentions, which must outlive it; in the arena. */
ent_event_times *ent_event_times_new(ent_arena *arena, ent_mentions *mentions);
/* Finds whose the sentence's dates are, and notes what the sentence says of its events. */
void ent_event_times_read(ent_event_times *times, ent_sentence_dates *sentence);
/* Notes that a date is the event's. An event of two dates has none: it is a series. */
void ent_event_times_note(ent_event_times *times, uint32_t entity, const ent_date *date);
/* Writes what was noted to the entities' attributes. */
void ent_event_times_write(ent_event_times *times);

#endif
