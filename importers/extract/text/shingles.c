/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two renderings of one work differ in line ends, hyphens, quotes and accents, so a shingle is made of words without
 * any of these: a hyphenated word is one word ("co-organized" and "coorganized" are the same). */
#include "importers/extract/text/segment.h"

#include "core/base/text.h"

#include <stdlib.h>

enum { SHINGLE_WORDS = 4, KEEP_ONE_IN = 8 };

static const uint64_t HASH_START = 14695981039346656037u, HASH_STEP = 1099511628211u;

typedef struct shingler {
    ent_arena *arena, scratch;
    ent_facts *facts;
    uint64_t words[SHINGLE_WORDS]; /* the last words, a ring */
    uint64_t word;                 /* the one being read */
    size_t n;                      /* words finished */
    unsigned char letters[256];    /* byte → itself, small, where it is one of a word; else 0 */
} shingler;

static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}

static void finish_word(shingler *s)
{
    if (s->word == HASH_START)
        return;
    s->words[s->n++ % SHINGLE_WORDS] = s->word;
    s->word = HASH_START;
    if (s->n < SHINGLE_WORDS)
        return;
    uint64_t shingle = 0;
    for (size_t i = 0; i < SHINGLE_WORDS; i++)
        shingle = mix(shingle * HASH_STEP + s->words[(s->n + i) % SHINGLE_WORDS]);
    if (shingle % KEEP_ONE_IN == 0)
        ent_vec_push(s->arena, &s->facts->shingles, shingle);
}

/* Letters and digits alone, folded; false, and nothing done, where the text needs all of Unicode for that. */
static bool add_ascii(shingler *s, ent_str text)
{
    uint64_t word = s->word;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char letter = s->letters[(unsigned char)text.data[i]];
        if (letter >= 0x80)
            return false;
        if (letter)
            word = (word ^ letter) * HASH_STEP;
    }
    s->word = word;
    return true;
}

static void add_bytes(shingler *s, ent_str text)
{
    if (add_ascii(s, text))
        return;
    text = ent_text_fold(&s->scratch, text);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char letter = s->letters[(unsigned char)text.data[i]];
        if (letter)
            s->word = (s->word ^ letter) * HASH_STEP;
    }
    ent_arena_reset(&s->scratch);
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void sort_distinct(ent_facts *facts)
{
    uint64_t *items = facts->shingles.items;
    if (facts->shingles.n == 0)
        return;
    qsort(items, facts->shingles.n, sizeof *items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < facts->shingles.n; i++)
        if (items[i] != items[kept - 1])
            items[kept++] = items[i];
    facts->shingles.n = kept;
}

/* The token as the text has it: segments leave out the digits of a note that is stuck to a word. */
static ent_str whole_token(const ent_segments *segments, size_t token)
{
    const ent_token *t = &segments->tokens.items[token];
    ent_str text = segments->document->text;
    size_t end = t->end, next = token + 1 < segments->tokens.n ? t[1].begin : text.len;
    while (end < next && ent_is_digit(text.data[end]))
        end++;
    return ent_str_slice(text, t->begin, end);
}

void ent_shingles(ent_arena *arena, const ent_segments *segments, ent_facts *facts)
{
    shingler s = {.arena = arena, .facts = facts, .word = HASH_START};
    for (int byte = 0; byte < 256; byte++)
        if (byte >= 0x80 || ent_is_alpha((char)byte) || ent_is_digit((char)byte))
            s.letters[byte] = (unsigned char)ent_to_lower((char)byte);
    for (size_t i = 0; i < segments->tokens.n; i++) {
        const ent_token *token = &segments->tokens.items[i];
        if (!(token->flags & ENT_TOKEN_HYPHEN))
            finish_word(&s);
        if (token->kind != ENT_TOKEN_PUNCT)
            add_bytes(&s, whole_token(segments, i));
    }
    finish_word(&s);
    ent_arena_clear(&s.scratch);
    sort_distinct(facts);
}
