/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who held which office, where a reference page lists it. */
#ifndef ENT_EXTRACT_LAYOUT_OFFICES_H
#define ENT_EXTRACT_LAYOUT_OFFICES_H

#include "importers/extract/layout/lines.h"

/* On a person's page: "Director of the Widget Agency" over "In office 1995–1999", and the rows of a succession
 * ("Preceded by …"). */
void ent_layout_offices(ent_layout_work *work);
/* On a body's page: the names under "Directors-General" that have years beside them. */
void ent_layout_holders(ent_layout_work *work);
/* Whether who holds the office chairs the body ("President", "Co-Chair") and does more than belong to it. */
bool ent_office_leads(ent_str name);

#endif
