/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day, by which a programme is known: "10.30-11.00 CEST", "9:00 – 10:00", "3 p.m."; and the dates that a table
 * gives for what stands in its first column. */
#ifndef ENT_EXTRACT_LAYOUT_TIMES_H
#define ENT_EXTRACT_LAYOUT_TIMES_H

#include "importers/extract/layout/lines.h"

/* The token behind the time or the two times that the line begins with; its first token where there are none. "10.30"
 * alone may be the number of a section and is no time. */
uint32_t ent_pass_time(const ent_layout_work *work, const ent_line *line);

typedef struct ent_row_date {
    ent_str from; /* ISO 8601, as precise as the cell; empty when the row gives none */
    bool signing; /* it stands under "Signed", and no other date in the row */
} ent_row_date;

/* The date in the row that line `n` begins; a date of signature only where there is no other. */
ent_row_date ent_row_dated(const ent_layout_work *work, uint32_t n);

typedef struct ent_term {
    ent_str from, to; /* ISO 8601, as precise as the words; empty where they do not say */
} ent_term;

/* "1 March 2000 – 30 June 2003", "1975 | 1980", "since 2014": the dates in tokens [first, last), the first as the
 * beginning and the next as the end. */
ent_term ent_term_of(const ent_layout_work *work, uint32_t first, uint32_t last);

#endif
