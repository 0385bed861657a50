/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day, by which a programme is known: "10.30-11.00 CEST", "9:00 – 10:00", "3 p.m." */
#ifndef ENT_EXTRACT_LAYOUT_TIMES_H
#define ENT_EXTRACT_LAYOUT_TIMES_H

#include "importers/extract/layout_lines.h"

/* The token behind the time or the two times that the line begins with; its first token where there are none. "10.30"
 * alone may be the number of a section and is no time. */
uint32_t ent_pass_time(const ent_layout_work *work, const ent_line *line);

#endif
