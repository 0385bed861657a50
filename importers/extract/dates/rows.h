/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a date itself: a row of points ("9", "13 May 2022") with links between them ("–", "to", "and"). */
#ifndef ENT_EXTRACT_DATES_ROWS_H
#define ENT_EXTRACT_DATES_ROWS_H

#include "importers/extract/text/segment.h"

enum { ENT_DATE_MAX_POINTS = 8 };

typedef struct ent_date_point {
    int year, month, day; /* 0: not given */
} ent_date_point;

typedef struct ent_date_row {
    ent_date_point points[ENT_DATE_MAX_POINTS];
    size_t n;        /* points */
    uint32_t last;   /* token behind it */
    bool range;      /* "9–13", not "9 and 13" */
    bool year_given; /* by its own words, not by an earlier date */
} ent_date_row;

/* Where dates are looked for. */
typedef struct ent_date_scan {
    const ent_segments *segments;
    uint32_t first, last; /* tokens */
    int year;             /* of the date before, for one that names none; 0: none */
} ent_date_scan;

/* Cheap: whether a token is a day, a month or a year. */
bool ent_date_may_begin(const ent_date_scan *scan, uint32_t at);
/* The longest date that begins at a token; `between` allows "1962 and 1968" as one. Its first and its last point are
 * whole and in order. False where there is none. */
bool ent_date_row_read(const ent_date_scan *scan, uint32_t at, bool between, ent_date_row *out);
bool ent_date_scan_is(const ent_date_scan *scan, uint32_t token, ent_str word);

/* ISO 8601, as precise as the point. */
ent_str ent_date_point_format(ent_arena *arena, const ent_date_point *point);

#endif
