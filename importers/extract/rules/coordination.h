/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "A, B and C": which mentions of a row stand in one coordination. */
#ifndef ENT_EXTRACT_COORDINATION_H
#define ENT_EXTRACT_COORDINATION_H

#include "importers/extract/rules/row_building.h"

/* Makes one item of each coordination of mentions, in place: "A, B and C". */
void ent_row_join(ent_building *b);

#endif
