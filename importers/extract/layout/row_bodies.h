/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Widgetland 30 May 1975 WSB" under "Signature Space agency": the body that ends the row is part of the State. */
#ifndef ENT_EXTRACT_LAYOUT_ROW_BODIES_H
#define ENT_EXTRACT_LAYOUT_ROW_BODIES_H

#include "importers/extract/layout/lines.h"

void ent_layout_row_bodies(ent_layout_work *work);
/* Whether line `n` is a cell behind a State's, in a column that is headed "Space agency". */
bool ent_row_cell_is_body(const ent_layout_work *work, uint32_t n);

#endif
