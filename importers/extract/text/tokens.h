/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as tokens, one at a time: the one way in which documents, names and rules are cut into words. */
#ifndef ENT_EXTRACT_TOKENS_H
#define ENT_EXTRACT_TOKENS_H

#include "importers/extract/text/segment.h"

typedef struct ent_tokenizer {
    ent_str text;
    size_t at, end; /* bytes of the text still to be cut: [at, end) */
    bool space;     /* white space stood before `at`, or nothing */
    bool word;      /* a word or number ended right at `at` */
} ent_tokenizer;

/* Cuts the bytes [begin, end) of a text that is well-formed UTF-8. */
ent_tokenizer ent_tokenizer_over(ent_str text, size_t begin, size_t end);
/* The next token, its word left 0 (look it up in a vocabulary, or add it); false when there is none. */
bool ent_token_next(ent_tokenizer *tokenizer, ent_token *out);

#endif
