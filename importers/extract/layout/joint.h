/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of several: "Joint Statement by Chile, Norway and Peru", "I speak on behalf of Chile, Norway and my own
 * country, Peru". */
#ifndef ENT_EXTRACT_JOINT_H
#define ENT_EXTRACT_JOINT_H

#include "importers/extract/layout/lines.h"

/* States that those in whose name the statement of line `title` is made take part in `floor`, make the statement and
 * are represented by `person` (mentions, or ENT_NO_MENTION). */
void ent_layout_joint(ent_layout_work *work, uint32_t title, uint32_t floor, uint32_t person);

#endif
