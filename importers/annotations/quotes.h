/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document made of nothing but quotes: what is left of one of which only a table of relations is there. */
#ifndef ENT_ANNOTATIONS_QUOTES_H
#define ENT_ANNOTATIONS_QUOTES_H

#include "importers/annotations/notes.h"

/* Fills text and passages of *out, a passage for each distinct quote of the notes' relations, by page and line, and
 * lets each relation's quote point at its passage. The quotes of one relation keep the order of the rows: what a second
 * export sorts by place comes in the same order again. All in the arena. */
void ent_quotes_collect(ent_arena *arena, ent_notes *notes, ent_facts *out);

#endif
