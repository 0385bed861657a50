/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes the floor in a transcript: "Oz" alone on a line over "Thank you, Mr. Chair", and who presides there. */
#ifndef ENT_EXTRACT_LAYOUT_TURNS_H
#define ENT_EXTRACT_LAYOUT_TURNS_H

#include "importers/extract/layout/lines.h"

void ent_layout_turns(ent_layout_work *work);

#endif
