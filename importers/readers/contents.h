/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of contents: their page column is no text, and their titles tell a document's main headings. */
#ifndef ENT_READERS_CONTENTS_H
#define ENT_READERS_CONTENTS_H

#include "importers/readers/lines.h"

typedef struct ent_contents {
    ENT_VEC(uint64_t) titles; /* ent_marks_letters of each, sorted */
} ent_contents;

/* Marks the lines of tables of contents (ENT_LOOK_CONTENTS) and cuts leaders and page numbers off their ends. */
void ent_contents_mark(ent_arena *arena, ent_lines *lines, ent_contents *out);
bool ent_contents_has(const ent_contents *contents, ent_str title);

#endif
