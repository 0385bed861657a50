/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a line goes on with the next, and how the two are sewn together. */
#ifndef ENT_READERS_UNWRAP_H
#define ENT_READERS_UNWRAP_H

#include "importers/readers/words.h"

/* Widths are bytes; longer lines count as ENT_MAX_WIDTH. */
enum { ENT_MAX_WIDTH = 512 };

/* The width to which the document's paragraphs are wrapped, 0 where they are not. Counts lines that look like text. */
uint32_t ent_unwrap_document_width(const ent_lines *lines);
/* The width of the lines [first, last), which follow one another without a blank line. */
uint32_t ent_unwrap_group_width(const ent_lines *lines, size_t first, size_t last, uint32_t document_width);

/* Whether line `next`, right under line `line`, goes on with its sentence: `line` is as full as `width` allows, or one
 * of the two shows it (a hyphen, an open bracket, a last "of", a small letter). */
bool ent_unwrap_continues(const ent_lines *lines, size_t line, size_t next, uint32_t width);
/* The same over blank lines, a page number or a running head: only where `line` cannot be the end of its paragraph,
 * which has `paragraph` bytes so far. */
bool ent_unwrap_flows_on(const ent_lines *lines, size_t line, size_t next, size_t paragraph, uint32_t blanks);

/* How two pieces of one paragraph meet. */
typedef struct ent_seam {
    size_t cut;  /* bytes to leave out at the end of the first: a hyphen */
    size_t skip; /* and at the start of the second: a soft hyphen */
    char glue;   /* ' ', '-' or 0 for nothing */
} ent_seam;
ent_seam ent_unwrap_seam(ent_words *words, ent_str first, ent_str second);

#endif
