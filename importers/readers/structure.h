/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of plain text or Markdown → a document: what the two readers share. */
#ifndef ENT_READERS_STRUCTURE_H
#define ENT_READERS_STRUCTURE_H

#include "importers/readers/document.h"

/* Reads bytes [from, end of bytes). Sets everything of the document but format, date and, where it is set already, the
 * title. */
ent_status ent_structure_read(ent_arena *arena, ent_str path, ent_str bytes, size_t from, bool markdown,
                              ent_document *out, ent_error *err);

#endif
