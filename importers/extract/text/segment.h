/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document's text as rows of tokens, cut into sentences. */
#ifndef ENT_EXTRACT_SEGMENT_H
#define ENT_EXTRACT_SEGMENT_H

#include "importers/extract/text/vocabulary.h"
#include "importers/readers/document.h"

typedef enum ent_token_kind {
    ENT_TOKEN_WORD,   /* letters (with digits and inner full stops: "U.S.", "3Cs"); "'s" is a token of its own */
    ENT_TOKEN_NUMBER, /* digits with inner commas and points: "1,400", "10.30" */
    ENT_TOKEN_PUNCT   /* one character that is not white space */
} ent_token_kind;

enum {                         /* flags of a token */
       ENT_TOKEN_CAPITAL = 1,  /* begins with a capital letter */
       ENT_TOKEN_ALL_CAPS = 2, /* two letters or more, all capitals */
       ENT_TOKEN_JOINED = 4 /* no white space before it; a hyphen between two words ("US-led") is no token, the second
                               word is JOINED and HYPHEN */
       ,
       ENT_TOKEN_HYPHEN = 8
};

typedef struct ent_token {
    uint32_t begin, end; /* bytes of the text */
    uint32_t word;       /* of the vocabulary, 0 when unknown; punctuation has words too */
    uint8_t kind, flags;
} ent_token;

typedef struct ent_sentence {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t block;       /* of the document */
} ent_sentence;

typedef struct ent_segments {
    const ent_document *document;
    ENT_VEC(ent_token) tokens;
    ENT_VEC(ent_sentence)
    sentences; /* in order; a sentence never crosses a block; headings, items and rows are at least one each */
} ent_segments;

/* Sentences by Unicode's rules, mended by a table of abbreviations that end none (Mr. Dr. H.E. No. Art. vol. p. St.
 * U.S. …), single initials, "1." at the start, and closing brackets. A sentence longer than 2,000 tokens is cut at a
 * semicolon, comma or space. */
void ent_segment(ent_arena *arena, const ent_vocabulary *vocabulary, const ent_document *document, ent_segments *out);

/* Sorted distinct hashes of 4-word shingles of the normalized words (letters and digits, folded), one in eight kept by
 * value: enough to estimate how much of one text another contains. */
void ent_shingles(ent_arena *arena, const ent_segments *segments, ent_facts *facts);

static inline ent_str ent_token_text(const ent_segments *segments, uint32_t token)
{
    const ent_token *t = &segments->tokens.items[token];
    return (ent_str){segments->document->text.data + t->begin, t->end - t->begin};
}
/* Whether the token is a quotation mark, opening or closing. */
bool ent_token_is_quote(const ent_segments *segments, uint32_t token);
/* The sentence that holds the token. */
uint32_t ent_sentence_of(const ent_segments *segments, uint32_t token);
/* The section, of the document's, that the sentence stands in. */
uint32_t ent_sentence_section(const ent_segments *segments, uint32_t sentence);
/* The first sentence of a block of the document, or of the next one that has any; how many there are where none has. */
uint32_t ent_sentence_from_block(const ent_segments *segments, uint32_t block);
/* `n` items of `size` bytes stand in the order of the tokens they begin at, each with that token's number (a uint32_t)
 * before all else: the place of the first that does not begin before `token`, or `n`. */
size_t ent_first_from(const void *items, size_t n, size_t size, uint32_t token);

#endif
