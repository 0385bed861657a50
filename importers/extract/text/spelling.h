/* SPDX-License-Identifier: GPL-3.0-or-later */
/* British and American spellings made one, so that a name or a rule is found however the text spells it. */
#ifndef ENT_EXTRACT_SPELLING_H
#define ENT_EXTRACT_SPELLING_H

#include "core/base/str.h"

/* Rewrites a folded word in place and returns its new length, at most `len` + ENT_SPELLING_GROWTH (the buffer must have
 * room for that). Applying it twice changes nothing more. */
enum { ENT_SPELLING_GROWTH = 2 };
size_t ent_spelling_unify(char *word, size_t len);

#endif
