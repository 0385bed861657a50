/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides for each line of a text what it looks like: the look, level, mark and flags of ent_line. */
#ifndef ENT_READERS_LOOKS_H
#define ENT_READERS_LOOKS_H

#include "importers/readers/words.h"

enum { ENT_BOLD_LEVEL = 7 }; /* level of a heading that is only set in bold */

/* Lines that are dropped or of a table of contents stay as they are. */
void ent_looks_decide(ent_arena *arena, ent_lines *lines, ent_words *words, bool markdown);

#endif
