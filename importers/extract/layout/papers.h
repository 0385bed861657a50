/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents: "A/AC.1/WP.5 – Widgets in practice. Submitted by Chile and Norway", a row with the same in cells.
 */
#ifndef ENT_EXTRACT_LAYOUT_PAPERS_H
#define ENT_EXTRACT_LAYOUT_PAPERS_H

#include "importers/extract/layout/lines.h"

/* "(a) Note by the Secretariat (A/AC.99/1 and Add.1);": the mention of the symbol in brackets at the end of an item, or
 * ENT_NO_MENTION. */
uint32_t ent_paper_symbol(const ent_layout_work *work, const ent_line *line);
void ent_layout_papers(ent_layout_work *work);

#endif
