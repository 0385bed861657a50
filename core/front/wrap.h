/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking text into lines of a terminal. */
#ifndef ENT_FRONT_WRAP_H
#define ENT_FRONT_WRAP_H

#include "core/base/buf.h"

/* Cuts the next line of at most `width` columns off *rest (which is left without leading spaces); breaks at spaces, and
 * within a word only when it is wider than a line. 0 columns: everything. `rest` must be one line. */
ent_str ent_wrap_next(ent_str *rest, size_t width);
/* Adds a paragraph: every line indented, and ended. */
void ent_wrap_add(ent_buf *out, ent_str paragraph, size_t indent, size_t width);
void ent_wrap_pad(ent_buf *out, size_t spaces);

#endif
