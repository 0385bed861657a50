/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resolutions whose lines were run together when a page was saved. */
#ifndef ENT_READERS_RECITALS_H
#define ENT_READERS_RECITALS_H

#include "importers/readers/lines.h"

/* Cuts long lines where the parts of a resolution begin: before "The Assembly," with its first recital, before each
 * recital ("…, Recalling its …") and each numbered clause ("…; 2. Requests …"), and the lines of its title page
 * ("Distr.: …", "Fifth session"). The pieces keep the line's number. */
void ent_lines_part_recitals(ent_arena *arena, ent_lines *lines);

#endif
