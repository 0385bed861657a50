/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organs: what the lines under "Structure" or "… has the following bodies:" begin with is a part of the body; under
 * "Our partners" it works with it, under "Donors" it pays for it. */
#ifndef ENT_EXTRACT_LAYOUT_ORGANS_H
#define ENT_EXTRACT_LAYOUT_ORGANS_H

#include "importers/extract/layout/lines.h"

void ent_layout_organs(ent_layout_work *work);

#endif
