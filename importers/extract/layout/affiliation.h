/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind a person's name: "(Post, Body)", ", Post, Body". */
#ifndef ENT_EXTRACT_LAYOUT_AFFILIATION_H
#define ENT_EXTRACT_LAYOUT_AFFILIATION_H

#include "importers/extract/layout/lines.h"

/* The affiliations, chairs and the structure of bodies that tokens [first, last) give the person (a mention). Several
 * posts are parted by ";", "/", or "and" before another post; a post without a body belongs to the widest body of the
 * next one. */
void ent_affiliate(ent_layout_work *work, uint32_t person, uint32_t first, uint32_t last, const char *rule);
/* Whether tokens [first, last) name a post or a body. */
bool ent_names_post(const ent_layout_work *work, uint32_t first, uint32_t last);

#endif
