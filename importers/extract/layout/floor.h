/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who took the floor, as a list of statements says: "Statements to the Widget Committee" over "Oz, H.E. Ambassador Jane
 * Roe", "Widgetland, on behalf of the Widget Union". */
#ifndef ENT_EXTRACT_FLOOR_H
#define ENT_EXTRACT_FLOOR_H

#include "importers/extract/layout/lines.h"

/* The body or meeting behind "at the", "to the" or a dash in the tokens [first, last), where a statement is made; or
 * ENT_NO_MENTION. */
uint32_t ent_floor_in(const ent_layout_work *work, uint32_t first, uint32_t last);
void ent_layout_floor(ent_layout_work *work);

#endif
