/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines under a label say: panellists, moderators, organizers, authors. */
#ifndef ENT_EXTRACT_LAYOUT_LISTS_H
#define ENT_EXTRACT_LAYOUT_LISTS_H

#include "importers/extract/layout/places.h"

/* States what the line at hand says under its label; false when the label does not explain it. */
bool ent_list_line(ent_layout_work *work, ent_place *place);

#endif
