/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages carry beside their text: page numbers and running heads. */
#ifndef ENT_READERS_FURNITURE_H
#define ENT_READERS_FURNITURE_H

#include "importers/readers/lines.h"

/* Marks them as dropped. */
void ent_furniture_drop(ent_arena *arena, ent_lines *lines);

#endif
