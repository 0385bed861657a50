/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The posts that sentences give a person: "He served as Head of Unit at the Office and as Adviser to the Agency". */
#ifndef ENT_EXTRACT_LAYOUT_CAREER_H
#define ENT_EXTRACT_LAYOUT_CAREER_H

#include "importers/extract/layout/lines.h"

/* States the posts of all sentences. Which posts they are, and with whom, is read as behind a name (affiliation.h). */
void ent_layout_careers(ent_layout_work *work);

#endif
