/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a recorded vote: "In favour: Chile, Peru. Against: …". */
#ifndef ENT_EXTRACT_LAYOUT_VOTES_H
#define ENT_EXTRACT_LAYOUT_VOTES_H

#include "importers/extract/layout/lines.h"

/* Who is listed in favour supports the text that was put to the vote, who is listed against opposes it. */
void ent_layout_votes(ent_layout_work *work);

#endif
