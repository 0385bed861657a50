/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timelines: what a line tells happened at the date that it begins with, or that stands by itself above it. */
#ifndef ENT_EXTRACT_DATES_TIMELINE_H
#define ENT_EXTRACT_DATES_TIMELINE_H

#include "importers/extract/dates/dates.h"

/* The date of the entry whose first sentence this is; out->last is the token behind it, or the sentence's first token
 * where the date stands above. A year alone is a date here. False where there is none. */
bool ent_timeline_date(ent_arena *arena, const ent_segments *segments, uint32_t sentence, ent_date *out);

#endif
