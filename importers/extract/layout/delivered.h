/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes the floor where, as the first lines of a statement say: "Remarks to the Widget Committee", under it
 * "Ambassador Jane Roe"; and who signs a letter. */
#ifndef ENT_EXTRACT_DELIVERED_H
#define ENT_EXTRACT_DELIVERED_H

#include "importers/extract/layout/lines.h"

void ent_layout_delivered(ent_layout_work *work);

#endif
