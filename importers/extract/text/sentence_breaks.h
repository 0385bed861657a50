/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences may end by the rules of Unicode (UAX #29, sentence boundaries). ICU's iterator steps through every
 * character by a state table; here only what stands around a full stop, a question mark and the like is looked at. */
#ifndef ENT_EXTRACT_SENTENCE_BREAKS_H
#define ENT_EXTRACT_SENTENCE_BREAKS_H

#include "core/base/str.h"

typedef struct ent_sentence_breaks {
    uint8_t ascii[128]; /* the property Sentence_Break of each */
    bool plain[256];    /* bytes of characters that end nothing: most of them */
} ent_sentence_breaks;

void ent_sentence_breaks_init(ent_sentence_breaks *breaks);
/* The first place behind byte `from` of a well-formed text where a sentence may end; the text's length where there is
 * none. `from` is 0 or such a place. */
size_t ent_sentence_breaks_next(const ent_sentence_breaks *breaks, ent_str text, size_t from);

#endif
