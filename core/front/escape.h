/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts come from documents and may hold anything: what must not reach a terminal or break a format is taken out or
 * escaped here. Hostile are control characters (escape sequences), marks that turn the direction of writing, invisible
 * tag characters, and bytes that are not UTF-8. */
#ifndef ENT_FRONT_ESCAPE_H
#define ENT_FRONT_ESCAPE_H

#include "core/base/arena.h"
#include "core/base/buf.h"

/* One line that can be shown: hostile characters as U+FFFD, tabs and line breaks as one space. In the arena. */
ent_str ent_escape_line(ent_arena *arena, ent_str s);
/* A JSON string with its quotes; hostile characters as \u escapes, bytes that are not UTF-8 as U+FFFD. */
void ent_escape_json(ent_buf *out, ent_str s);
/* A CSV field, quoted where RFC 4180 asks for it; line breaks and tabs are kept. */
void ent_escape_csv(ent_buf *out, ent_str s);
/* The inside of a cell of a Markdown table. */
void ent_escape_markdown(ent_buf *out, ent_str s);

#endif
