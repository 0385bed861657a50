/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box of facts of a reference page: "Parent organization | …", "Secretary-General: …". */
#ifndef ENT_EXTRACT_LAYOUT_FACTBOX_H
#define ENT_EXTRACT_LAYOUT_FACTBOX_H

#include "importers/extract/layout/lines.h"

/* Rows of two cells and lines "Label: value" say something of what the heading above them names; a cell of a larger
 * table, under the name of a field, says it of what its row begins with. */
void ent_layout_factbox(ent_layout_work *work);
/* Whether line `n` is such a cell, other than one that says where a person works. */
bool ent_cell_is_field(const ent_layout_work *work, uint32_t n);

#endif
