/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file a format: bytes → document. The format is told by the content, then by the ending of the name. */
#ifndef ENT_READERS_READER_H
#define ENT_READERS_READER_H

#include "importers/readers/document.h"

enum { ENT_MAX_DOCUMENT_BYTES = 256 * 1024 * 1024 };

typedef struct ent_reader {
    const char *format; /* "markdown" */
    /* How sure it is that these bytes are its own, 0 (no) to 100; the surest reader reads. */
    int (*recognizes)(ent_str path, ent_str bytes);
    ent_status (*read)(ent_arena *arena, ent_str path, ent_str bytes, ent_document *out, ent_error *err);
} ent_reader;

extern const ent_reader ent_reader_text, ent_reader_markdown;

/* Reads bytes with the reader that fits. An empty file, a binary one, bad UTF-8 (with line and column) are errors about
 * that file. Byte-order marks are dropped, CRLF and CR line ends are understood. */
ent_status ent_read_bytes(ent_arena *arena, ent_str path, ent_str bytes, ent_document *out, ent_error *err);

#endif
