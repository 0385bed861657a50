/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days, months and years that stand beside a meeting's head. */
#ifndef ENT_EXTRACT_MEETING_DATES_H
#define ENT_EXTRACT_MEETING_DATES_H

#include "importers/extract/names/finder.h"

/* The token behind "3 July 1958", "July 3, 1958", "October 2031" or "2031" at `at`, or `at`. */
uint32_t ent_meeting_date_end(const ent_finder *f, uint32_t at, uint32_t end, bool *month);
/* Where a date that ends before `last` begins, or `last`. */
uint32_t ent_meeting_date_begin(const ent_finder *f, uint32_t begin, uint32_t last, bool *month);
/* Whether a day of the week stands at `at`. */
bool ent_meeting_is_weekday(const ent_finder *f, uint32_t at, uint32_t end);

#endif
