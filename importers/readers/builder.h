/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a document's text together from pieces of its file and keeps where each came from. */
#ifndef ENT_READERS_BUILDER_H
#define ENT_READERS_BUILDER_H

#include "importers/readers/document.h"

typedef struct ent_builder {
    ent_arena *arena;
    ent_document *document;
    ent_str source; /* the whole file */
    char *text;     /* longer than the file: little is written that does not stand in it */
    size_t len, cap;
    uint32_t line, page; /* of the pieces to come */
    ent_block block;     /* being built */
    size_t n_origins;    /* before it */
} ent_builder;

ent_builder ent_builder_start(ent_arena *arena, ent_str source, ent_document *document);
/* Makes the text the document's. */
void ent_builder_finish(ent_builder *builder);

/* Begins a block; its line and page are those of the first piece. */
void ent_builder_begin(ent_builder *builder, ent_block_kind kind, uint8_t level);
/* Ends it; false (and nothing is left of it) when it has neither letter nor digit. */
bool ent_builder_end(ent_builder *builder);

/* Bytes [from, to) of the file. White space becomes single spaces; soft hyphens, zero-width and control characters go.
 */
void ent_builder_copy(ent_builder *builder, size_t from, size_t to);
/* One character that stands for what is at `source` in the file. A space after a space, or first in a block, is left
 * out. */
void ent_builder_put(ent_builder *builder, char c, size_t source);

#endif
