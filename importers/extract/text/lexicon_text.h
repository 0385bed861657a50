/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every file of a lexicon must be before its lines are read: text in UTF-8. */
#ifndef ENT_EXTRACT_LEXICON_TEXT_H
#define ENT_EXTRACT_LEXICON_TEXT_H

#include "core/base/error.h"

/* Takes a byte-order mark off the text. Where it is no UTF-8, false, with what to do in `fault` and where. `text` is
 * what was read of `file` and stays the caller's. */
bool ent_lexicon_text_begin(ent_str file, ent_str *text, ent_spot *spot, const char **fault);

#endif
