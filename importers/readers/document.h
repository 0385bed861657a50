/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as every reader delivers it: clean UTF-8 text cut into blocks, under sections, with the way back to the
 * original bytes. An extractor sees only this and knows nothing of the format.
 *
 * The text is what a person would read: each block stands on one line (wrapped lines joined, hyphenation mended,
 * emphasis and link targets gone, letter-spaced capitals repaired), blocks are separated by '\n'. Running heads, page
 * numbers and tables of contents' page columns stand in no block and not in the text. A list stays one block an item, a
 * table one block a row with its cells separated by '\t'. */
#ifndef ENT_READERS_DOCUMENT_H
#define ENT_READERS_DOCUMENT_H

#include "core/model/facts.h"

typedef enum ent_block_kind { ENT_BLOCK_HEADING, ENT_BLOCK_PARAGRAPH, ENT_BLOCK_ITEM, ENT_BLOCK_ROW } ent_block_kind;

typedef struct ent_block {
    ent_block_kind kind;
    uint8_t level;     /* heading: depth from 1; item: nesting from 1; else 0 */
    size_t begin, end; /* in the text, without the line end; never empty */
    uint32_t line;     /* of its first byte in the original, 1-based */
    uint32_t page;     /* 1-based, 0 where there are none */
    uint32_t section;  /* innermost section it stands in; a heading stands in the one it opens */
} ent_block;

/* Section 0 is the document itself, with an empty title. */
typedef struct ent_section {
    ent_str title;   /* as in the text */
    uint8_t level;   /* 0 for the document */
    uint32_t parent; /* 0's parent is 0 */
    ent_str path;    /* titles from the outermost, joined by " › "; empty for the document */
} ent_section;

typedef struct ent_document {
    ent_str path, format; /* format: "text", "markdown" */
    ent_str title;        /* of its own metadata, else the title the first page shows, else the file's name */
    ent_str date;         /* ISO 8601 of its metadata, or empty */
    uint64_t hash;        /* of the original bytes */
    ent_str text;
    ENT_VEC(ent_block) blocks;
    ENT_VEC(ent_section) sections;
    ent_origin_vec origins;
} ent_document;

/* The origin of a byte of the text (binary search). */
ent_origin ent_document_origin(const ent_document *document, size_t text);

#endif
