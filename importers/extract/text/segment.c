/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unicode's rules propose where sentences end, the tokens around the place decide. The rules break after "Dr.", "Art."
 * before "IX" and "1.", and after a title that ends in a question mark; they do not break where a note's number is
 * glued to the full stop ("session.15 The"). */
#include "importers/extract/text/segment.h"

#include "importers/extract/text/abbreviations.h"
#include "importers/extract/text/sentence_breaks.h"
#include "importers/extract/text/tokens.h"

#include <string.h>

enum { MAX_SENTENCE = 2000, MIN_SENTENCE = 1000, MAX_NOTE_DIGITS = 3, MIN_NOTED = 4 };

typedef struct segmenter {
    ent_arena *arena;
    const ent_vocabulary *vocabulary;
    ent_segments *out;
    ent_sentence_breaks breaks;
} segmenter;

uint32_t ent_sentence_section(const ent_segments *segments, uint32_t sentence)
{
    return segments->document->blocks.items[segments->sentences.items[sentence].block].section;
}

size_t ent_first_from(const void *items, size_t n, size_t size, uint32_t token)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t begin = *(const uint32_t *)((const char *)items + middle * size);
        *(begin < token ? &low : &high) = begin < token ? middle + 1 : middle;
    }
    return low;
}

bool ent_token_is_quote(const ent_segments *segments, uint32_t token)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "'", "‘", "’", "«", "»", NULL};
    return segments->tokens.items[token].kind == ENT_TOKEN_PUNCT &&
           ent_str_is_any(ent_token_text(segments, token), marks);
}

uint32_t ent_sentence_of(const ent_segments *segments, uint32_t token)
{
    const ent_sentence *sentences = segments->sentences.items;
    size_t behind = ent_first_from(sentences, segments->sentences.n, sizeof *sentences, token + 1);
    return behind ? (uint32_t)behind - 1 : 0;
}

uint32_t ent_sentence_from_block(const ent_segments *segments, uint32_t block)
{
    const ent_sentence *sentences = segments->sentences.items;
    uint32_t low = 0, high = (uint32_t)segments->sentences.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sentences[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- what stands around a place ---------------------------------------------------------------------------------- */

static bool token_is(const segmenter *s, uint32_t token, const char *const *words)
{
    return ent_str_is_any(ent_token_text(s->out, token), words);
}

static bool is_mark(const segmenter *s, uint32_t token)
{
    static const char *const marks[] = {".", "?", "!", "…", "。", NULL};
    return s->out->tokens.items[token].kind == ENT_TOKEN_PUNCT && token_is(s, token, marks);
}

static bool is_joined(const segmenter *s, uint32_t token)
{
    return s->out->tokens.items[token].flags & ENT_TOKEN_JOINED;
}

/* A bracket, quote or note mark that closes what stands before it. */
static bool is_closer(const segmenter *s, uint32_t token)
{
    static const char *const closers[] = {")", "]", "}", "\"", "'", "”", "’", "»", "¹", "²",
                                          "³", "⁴", "⁵", "⁶",  "⁷", "⁸", "⁹", "⁰", NULL};
    return is_joined(s, token) && s->out->tokens.items[token].kind == ENT_TOKEN_PUNCT && token_is(s, token, closers);
}

static bool is_quote(const segmenter *s, uint32_t token)
{
    static const char *const quotes[] = {"\"", "'", "”", "’", "“", "‘", NULL};
    return token_is(s, token, quotes);
}

static bool is_beginning(const segmenter *s, uint32_t token)
{
    return ent_abbreviation_is_beginning(ent_token_text(s->out, token));
}

/* "14", "IX", "(3)". */
static bool is_number(const segmenter *s, uint32_t token)
{
    ent_str text = ent_token_text(s->out, token);
    return ent_is_digit(text.data[0]) || text.data[0] == '(' || ent_str_is_made_of(text, ENT_STR("IVXLCDM"));
}

/* "J" before its full stop, "J.M." that is no known abbreviation. */
static bool is_initial(const segmenter *s, uint32_t token)
{
    const ent_token *t = &s->out->tokens.items[token];
    ent_str text = ent_token_text(s->out, token);
    bool initials = text.len == 1 || (text.len > 3 && text.data[1] == '.' && t->word == 0);
    return t->kind == ENT_TOKEN_WORD && initials && (t->flags & ENT_TOKEN_CAPITAL);
}

/* "1.", "(a)", "IV." alone from the sentence's start on: the number of what follows. */
static bool is_only_number(const segmenter *s, uint32_t first, uint32_t end)
{
    if (end - first > 3)
        return false;
    for (uint32_t i = first; i < end; i++)
        if (s->out->tokens.items[i].kind != ENT_TOKEN_PUNCT && !is_number(s, i) &&
            s->out->tokens.items[i].end - s->out->tokens.items[i].begin > 1)
            return false;
    return true;
}

/* ---- where a sentence ends --------------------------------------------------------------------------------------- */

/* The full stop of an abbreviation: whether a sentence ends with it all the same, before token `next`. */
static bool ends_with(const segmenter *s, uint32_t word, uint32_t next)
{
    switch (ent_abbreviation_find(ent_token_text(s->out, word))) {
    case ENT_ABBREVIATION_BEFORE_NAME:
        return false;
    case ENT_ABBREVIATION_BEFORE_NUMBER:
        return !is_number(s, next) && (!is_initial(s, word) || is_beginning(s, next)); /* "Jane P. Roe" */
    case ENT_ABBREVIATION_EITHER:
        return is_beginning(s, next);
    case ENT_ABBREVIATION_NONE:
        break;
    }
    return !is_initial(s, word) || is_beginning(s, next);
}

/* Whether the sentence from `first` on may end before token `next`, where one is proposed. */
static bool ends_before(const segmenter *s, uint32_t first, uint32_t next)
{
    const ent_token *after = &s->out->tokens.items[next];
    ent_str text = ent_token_text(s->out, next);
    if (is_only_number(s, first, next) || ent_is_lower(text.data[0]) || (after->flags & ENT_TOKEN_HYPHEN))
        return false;
    uint32_t mark = next - 1;
    while (mark > first && is_closer(s, mark))
        mark--;
    if (mark == first && s->out->tokens.items[mark].kind != ENT_TOKEN_WORD)
        return true;
    ent_str ending = ent_token_text(s->out, mark);
    if (s->out->tokens.items[mark].kind == ENT_TOKEN_WORD) /* "U.S." */
        return !ent_str_ends(ending, ENT_STR(".")) || ends_with(s, mark, next);
    if (ent_str_eq(ending, ENT_STR(".")) && is_joined(s, mark))
        return ends_with(s, mark - 1, next);
    bool quoted = mark + 1 < next && is_quote(s, mark + 1); /* “Whose Orbit?” Conference */
    return !quoted || is_quote(s, first) || is_beginning(s, next);
}

/* "session.15 The": a note's number glued to the full stop ends the sentence with it. */
static bool note_ends_before(const segmenter *s, uint32_t first, uint32_t next)
{
    if (next < first + 3 || is_joined(s, next) || !(s->out->tokens.items[next].flags & ENT_TOKEN_CAPITAL))
        return false;
    const ent_token *word = &s->out->tokens.items[next - 3], *note = &s->out->tokens.items[next - 1];
    return note->kind == ENT_TOKEN_NUMBER && note->end - note->begin <= MAX_NOTE_DIGITS && is_joined(s, next - 1) &&
           ent_str_eq(ent_token_text(s->out, next - 2), ENT_STR(".")) && is_joined(s, next - 2) &&
           word->kind == ENT_TOKEN_WORD && word->end - word->begin > 2 &&
           ent_abbreviation_find(ent_token_text(s->out, next - 3)) == ENT_ABBREVIATION_NONE;
}

/* "states.Members include": the space that a page lost between two words of sentences. */
static bool glued_ends_before(const segmenter *s, uint32_t first, uint32_t next)
{
    const ent_token *after = &s->out->tokens.items[next], *word = after - 2;
    if (next < first + 3 || !is_joined(s, next) || !(after->flags & ENT_TOKEN_CAPITAL) ||
        after->flags & ENT_TOKEN_ALL_CAPS || after->word == 0 || word->kind != ENT_TOKEN_WORD)
        return false;
    ent_str ending = ent_token_text(s->out, next - 2);
    bool goes_on = next + 1 < s->out->tokens.n && !is_joined(s, next + 1);
    return goes_on && ent_str_eq(ent_token_text(s->out, next - 1), ENT_STR(".")) && is_joined(s, next - 1) &&
           ending.len > 2 && ent_is_lower(ending.data[0]) && ent_abbreviation_find(ending) == ENT_ABBREVIATION_NONE;
}

/* Where to cut a sentence that is too long: behind the last semicolon, else comma, of its allowed length. */
static uint32_t cut_place(const segmenter *s, uint32_t first)
{
    static const char *const marks[][2] = {{";", NULL}, {",", NULL}};
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        for (uint32_t i = first + MAX_SENTENCE; i > first + MIN_SENTENCE; i--)
            if (token_is(s, i - 1, marks[m]))
                return i;
    return first + MAX_SENTENCE;
}

static void add_sentence(segmenter *s, uint32_t first, uint32_t last, uint32_t block)
{
    while (last - first > MAX_SENTENCE) {
        uint32_t cut = cut_place(s, first);
        ent_vec_push(s->arena, &s->out->sentences, (ent_sentence){first, cut, block});
        first = cut;
    }
    if (first < last)
        ent_vec_push(s->arena, &s->out->sentences, (ent_sentence){first, last, block});
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

/* Breaks are looked for only where a mark stands before the last token. */
static bool may_have_sentences(const segmenter *s, const ent_block *block, uint32_t first)
{
    if (block->kind == ENT_BLOCK_HEADING || block->kind == ENT_BLOCK_ROW)
        return false;
    for (uint32_t i = first; i + 1 < s->out->tokens.n; i++)
        if (is_mark(s, i) || ent_str_ends(ent_token_text(s->out, i), ENT_STR(".")))
            return true;
    return false;
}

static void cut_sentences(segmenter *s, const ent_block *block, uint32_t number, uint32_t first)
{
    const ent_token *tokens = s->out->tokens.items;
    uint32_t n = (uint32_t)s->out->tokens.n;
    ent_str text = ent_str_slice(s->out->document->text, block->begin, block->end);
    size_t proposed = ent_sentence_breaks_next(&s->breaks, text, 0);
    for (uint32_t i = first + 1; i < n; i++) {
        bool ends = false;
        while (block->begin + proposed <= tokens[i].begin) {
            ends = true;
            proposed = ent_sentence_breaks_next(&s->breaks, text, proposed);
        }
        while (ends && i < n && is_closer(s, i))
            i++;
        if (i < n &&
            ((ends && ends_before(s, first, i)) || note_ends_before(s, first, i) || glued_ends_before(s, first, i))) {
            add_sentence(s, first, i, number);
            first = i;
        }
    }
    add_sentence(s, first, n, number);
}

/* "session15": a note's number stuck to a word that is known without it. */
static void cut_note(const segmenter *s, ent_token *token)
{
    ent_str text = ent_str_slice(s->out->document->text, token->begin, token->end);
    size_t n = text.len;
    while (n > 0 && ent_is_digit(text.data[n - 1]))
        n--;
    bool small = n >= MIN_NOTED && ent_is_lower(text.data[1]);
    if (token->word || token->kind != ENT_TOKEN_WORD || n == text.len || text.len - n > MAX_NOTE_DIGITS || !small)
        return;
    token->word = ent_vocabulary_find(s->vocabulary, ent_str_slice(text, 0, n));
    if (token->word)
        token->end = token->begin + n;
}

/* "objects²": a note's mark behind a word is no token; behind a full stop it belongs to the sentence. */
static bool is_note_mark(ent_str text)
{
    static const char *const marks[] = {"¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ent_str_is(text, marks[i]))
            return true;
    return false;
}

static void segment_block(segmenter *s, uint32_t number)
{
    const ent_block *block = &s->out->document->blocks.items[number];
    uint32_t first = (uint32_t)s->out->tokens.n;
    ent_tokenizer tokenizer = ent_tokenizer_over(s->out->document->text, block->begin, block->end);
    ent_token token;
    while (ent_token_next(&tokenizer, &token)) {
        ent_str written = ent_str_slice(tokenizer.text, token.begin, token.end);
        bool behind_word =
            s->out->tokens.n > first && s->out->tokens.items[s->out->tokens.n - 1].kind == ENT_TOKEN_WORD;
        if (behind_word && token.kind == ENT_TOKEN_PUNCT && is_note_mark(written))
            continue;
        bool lost = behind_word && ent_str_is(written, "s"); /* "the People s Republic": an apostrophe was not copied */
        token.word = ent_vocabulary_find(s->vocabulary, lost ? ENT_STR("'s") : written);
        cut_note(s, &token);
        ent_vec_push(s->arena, &s->out->tokens, token);
    }
    if (may_have_sentences(s, block, first))
        cut_sentences(s, block, number, first);
    else
        add_sentence(s, first, (uint32_t)s->out->tokens.n, number);
}

void ent_segment(ent_arena *arena, const ent_vocabulary *vocabulary, const ent_document *document, ent_segments *out)
{
    *out = (ent_segments){.document = document};
    segmenter s = {.arena = arena, .vocabulary = vocabulary, .out = out};
    ent_sentence_breaks_init(&s.breaks);
    for (size_t i = 0; i < document->blocks.n; i++)
        segment_block(&s, (uint32_t)i);
}
