/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rosters in running text: "Lecturers included: Jane Roe, Widget Office, John Doe, Widget School, and Bo Lind, Chile".
 */
#ifndef ENT_EXTRACT_ROSTER_H
#define ENT_EXTRACT_ROSTER_H

#include "importers/extract/layout/lines.h"

/* States whose body stands behind a comma, for each of three persons or more that follow each other so. */
void ent_layout_rosters(ent_layout_work *work);

#endif
