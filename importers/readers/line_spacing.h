/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with a blank line behind each line, as some conversions leave them. */
#ifndef ENT_READERS_LINE_SPACING_H
#define ENT_READERS_LINE_SPACING_H

#include "importers/readers/lines.h"

/* Takes away the blank line before each line where the text is wrapped and has one nearly everywhere: else a sentence
 * would be cut at each of its lines. Lines that are paragraphs of their own stay apart. */
void ent_lines_close_up(ent_lines *lines);

#endif
