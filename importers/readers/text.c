/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: reads whatever no other reader is surer of. */
#include "core/base/text.h"
#include "importers/readers/reader.h"
#include "importers/readers/structure.h"

enum { SURE = 50 };

static int recognizes(ent_str path, ent_str bytes)
{
    (void)path;
    (void)bytes;
    return SURE;
}

static ent_status read_text(ent_arena *arena, ent_str path, ent_str bytes, ent_document *out, ent_error *err)
{
    size_t from = ent_text_mark(bytes);
    return ent_structure_read(arena, path, bytes, from, false, out, err);
}

const ent_reader ent_reader_text = {"text", recognizes, read_text};
