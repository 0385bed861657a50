/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and lists of States (and other bodies), and lists of what is discussed: what the words above them make of
 * them. */
#ifndef ENT_EXTRACT_LAYOUT_MEMBERS_H
#define ENT_EXTRACT_LAYOUT_MEMBERS_H

#include "importers/extract/layout/lines.h"

/* "Members", "Observer States", the name of a group, above rows or items that are nothing but names of States. */
void ent_layout_members(ent_layout_work *work);

#endif
