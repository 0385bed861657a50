/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at single tokens, for what reads dates and the words around them. */
#ifndef ENT_EXTRACT_DATES_WORDS_H
#define ENT_EXTRACT_DATES_WORDS_H

#include "importers/extract/text/segment.h"

#define ENT_DATES_N(array) (sizeof(array) / sizeof *(array))

/* The place of the token's text in a list, letter case apart; the list's length where it is not in it. */
static inline size_t ent_dates_find_word(const ent_segments *segments, uint32_t token, const char *const *words,
                                         size_t n)
{
    ent_str text = ent_token_text(segments, token);
    size_t i = 0;
    while (i < n && !ent_str_is_nocase(text, words[i]))
        i++;
    return i;
}

#define ENT_DATES_AMONG(segments, token, words)                                                                        \
    (ent_dates_find_word((segments), (token), (words), ENT_DATES_N(words)) < ENT_DATES_N(words))

static inline bool ent_dates_is(const ent_segments *segments, uint32_t token, ent_str word)
{
    return ent_str_eq_nocase(ent_token_text(segments, token), word);
}

static inline bool ent_dates_has(const ent_segments *segments, uint32_t token, uint8_t flag)
{
    return segments->tokens.items[token].flags & flag;
}

#endif
