/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENT_READERS_TITLE_H
#define ENT_READERS_TITLE_H

#include "importers/readers/plan.h"

/* Marks the block that looks most like the document's title, if any: the first Markdown heading of level 1, else what
 * stands before the first paragraph, the longest heading before other lines. "Introduction", dates, labels and names
 * are none. */
void ent_title_choose(ent_plans *plans);

/* "gears-of-peace_2.txt" → "gears-of-peace_2". */
ent_str ent_title_of_path(ent_str path);

#endif
