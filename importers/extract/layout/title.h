/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first page says of the document itself. */
#ifndef ENT_EXTRACT_LAYOUT_TITLE_H
#define ENT_EXTRACT_LAYOUT_TITLE_H

#include "importers/extract/layout/lines.h"

/* The report of which meeting it is; its authors, where they stand in a line by themselves; the body that adopts it
 * ("The General Assembly," above a resolution); the States above ": draft resolution". */
void ent_layout_title(ent_layout_work *work);
/* The same of the nearest heading around a section that names one, else of the title. */
uint32_t ent_section_instrument(const ent_layout_work *work, uint32_t section);

#endif
