/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a body as a list under "Members of the Board:", "The experts in the Group:", or "Staff" on its page. */
#ifndef ENT_EXTRACT_LAYOUT_PEOPLE_H
#define ENT_EXTRACT_LAYOUT_PEOPLE_H

#include "importers/extract/layout/lines.h"

void ent_layout_people(ent_layout_work *work);

#endif
