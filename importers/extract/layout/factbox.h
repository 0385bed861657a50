/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box of facts of a reference page: "Parent organization | …", "Secretary-General: …". */
#ifndef ENT_EXTRACT_LAYOUT_FACTBOX_H
#define ENT_EXTRACT_LAYOUT_FACTBOX_H

#include "importers/extract/layout/lines.h"

/* Rows of two cells and lines "Label: value" say something of what the heading above them names. */
void ent_layout_factbox(ent_layout_work *work);

#endif
