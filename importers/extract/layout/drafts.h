/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title pages of drafts: "Chile, Norway and Peru: draft resolution" under "First Committee". */
#ifndef ENT_EXTRACT_DRAFTS_H
#define ENT_EXTRACT_DRAFTS_H

#include "importers/extract/layout/lines.h"

/* States whose draft the document is; whether it is a draft. */
bool ent_layout_sponsors(ent_layout_work *work);
/* States to whom the draft was submitted: the committee of the title page, else the body whose clauses it has, if any
 * (its mention, or ENT_NO_MENTION). */
void ent_layout_submission(ent_layout_work *work, uint32_t body);

#endif
