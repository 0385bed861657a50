/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a lexicon: text in UTF-8, and the way of their faults. */
#ifndef ENT_EXTRACT_LEXICON_TEXT_H
#define ENT_EXTRACT_LEXICON_TEXT_H

#include "core/base/arena.h"
#include "core/base/error.h"

/* Takes a byte-order mark off the text. Where it is no UTF-8, false, with what to do in `fault` and where. `text` is
 * what was read of `file` and stays the caller's. */
bool ent_lexicon_text_begin(ent_str file, ent_str *text, ent_spot *spot, const char **fault);

/* "Co-chaired  by" → "co chaired by", in the arena. */
ent_str ent_lexicon_plain(ent_arena *arena, ent_str words);

/* Where faults go: the first is kept, all are counted and handed to `complain` (may be NULL). */
typedef struct ent_lexicon_report {
    ent_fault_fn complain;
    void *context;
    size_t n_faults;
    ent_error first;
} ent_lexicon_report;

void ent_lexicon_fault(ent_lexicon_report *report, ent_spot spot, const char *message);

#endif
