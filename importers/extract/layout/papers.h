/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents: "A/AC.1/WP.5 – Widgets in practice. Submitted by Chile and Norway", a row with the same in cells.
 */
#ifndef ENT_EXTRACT_LAYOUT_PAPERS_H
#define ENT_EXTRACT_LAYOUT_PAPERS_H

#include "importers/extract/layout/lines.h"

void ent_layout_papers(ent_layout_work *work);

#endif
