/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first page says of the document itself. */
#ifndef ENT_EXTRACT_LAYOUT_TITLE_H
#define ENT_EXTRACT_LAYOUT_TITLE_H

#include "importers/extract/layout_lines.h"

/* The report of which meeting it is; its authors, where they stand in a line by themselves; the body that adopts it
 * ("The General Assembly," above a resolution); the States above ": draft resolution". */
void ent_layout_title(ent_layout_work *work);

#endif
