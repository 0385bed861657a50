/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* What words are made of stands last, so that one comparison finds it. */
typedef enum char_class { OTHER, SPACE, HYPHEN, EN_DASH, APOSTROPHE, NOTHING, WIDE, LOWER, UPPER, DIGIT } char_class;

/* Classes of the bytes; WIDE: one of a character outside ASCII. */
#define L   LOWER
#define U   UPPER
#define D   DIGIT
#define S   SPACE
#define W8  WIDE, WIDE, WIDE, WIDE, WIDE, WIDE, WIDE, WIDE
#define W64 W8, W8, W8, W8, W8, W8, W8, W8
static const uint8_t byte_class[256] = {
    ['\t'] = S, ['\n'] = S, ['\v'] = S, ['\f'] = S, ['\r'] = S, [' '] = S, ['\''] = APOSTROPHE, ['-'] = HYPHEN,
    ['0'] = D,  ['1'] = D,  ['2'] = D,  ['3'] = D,  ['4'] = D,  ['5'] = D, ['6'] = D,           ['7'] = D,
    ['8'] = D,  ['9'] = D,  ['A'] = U,  ['B'] = U,  ['C'] = U,  ['D'] = U, ['E'] = U,           ['F'] = U,
    ['G'] = U,  ['H'] = U,  ['I'] = U,  ['J'] = U,  ['K'] = U,  ['L'] = U, ['M'] = U,           ['N'] = U,
    ['O'] = U,  ['P'] = U,  ['Q'] = U,  ['R'] = U,  ['S'] = U,  ['T'] = U, ['U'] = U,           ['V'] = U,
    ['W'] = U,  ['X'] = U,  ['Y'] = U,  ['Z'] = U,  ['a'] = L,  ['b'] = L, ['c'] = L,           ['d'] = L,
    ['e'] = L,  ['f'] = L,  ['g'] = L,  ['h'] = L,  ['i'] = L,  ['j'] = L, ['k'] = L,           ['l'] = L,
    ['m'] = L,  ['n'] = L,  ['o'] = L,  ['p'] = L,  ['q'] = L,  ['r'] = L, ['s'] = L,           ['t'] = L,
    ['u'] = L,  ['v'] = L,  ['w'] = L,  ['x'] = L,  ['y'] = L,  ['z'] = L, [0x80] = W64,        W64,
};
#undef L
#undef U
#undef D
#undef S
#undef W8
#undef W64

/* One character of the text: its class and where it ends. */
typedef struct glyph {
    char_class class;
    size_t end;
} glyph;

static char_class wide_class(UChar32 code)
{
    switch (code) {
    case 0x2019:
        return APOSTROPHE;
    case 0x2010:
    case 0x2011:
        return HYPHEN;
    case 0x2013:
        return EN_DASH;
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
        return NOTHING;
    default:
        break;
    }
    if (u_isUWhiteSpace(code))
        return SPACE;
    int8_t type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK)
        return NOTHING;
    if (type == U_DECIMAL_DIGIT_NUMBER)
        return DIGIT;
    if (!u_isalpha(code))
        return OTHER;
    return u_isupper(code) || u_istitle(code) ? UPPER : LOWER;
}

static glyph look_wide(const ent_tokenizer *t, size_t at)
{
    UChar32 code;
    U8_NEXT_OR_FFFD(t->text.data, at, t->end, code);
    return (glyph){wide_class(code), at};
}

static inline glyph look(const ent_tokenizer *t, size_t at)
{
    if (at >= t->end)
        return (glyph){SPACE, at};
    char_class class = byte_class[(unsigned char)t->text.data[at]];
    return class == WIDE ? look_wide(t, at) : (glyph){class, at + 1};
}

static bool is_letter(char_class class)
{
    return class == LOWER || class == UPPER;
}

static bool is_word(char_class class)
{
    return class >= LOWER;
}

/* What has been read of a word. */
typedef struct word_state {
    size_t at;                         /* behind the last character taken */
    size_t n_taken, n_upper, n_digits; /* letters and digits, capitals, digits */
    size_t n_since_stop;               /* letters and digits since the start or the last full stop */
    bool initials;                     /* only single letters, each with a full stop: "U.S" */
} word_state;

static size_t n_letters(const word_state *word)
{
    return word->n_taken - word->n_digits;
}

static void take(word_state *word, glyph g)
{
    word->at = g.end;
    word->n_taken += is_word(g.class);
    word->n_upper += g.class == UPPER;
    word->n_digits += g.class == DIGIT;
    word->n_since_stop += is_word(g.class);
}

/* The run of ASCII letters and digits at hand. */
static void take_ascii(const ent_tokenizer *t, word_state *word)
{
    size_t at = word->at;
    for (; at < t->end; at++) {
        char_class class = byte_class[(unsigned char)t->text.data[at]];
        if (class == LOWER) /* most letters are small: nothing to count */
            continue;
        if (!is_word(class))
            break;
        word->n_digits += class == DIGIT;
        word->n_upper += class == UPPER;
    }
    size_t n = at - word->at;
    word->n_since_stop += n;
    word->n_taken += n;
    word->at = at;
}

/* "'s", "’S" at an apostrophe: where it ends, or 0. */
static size_t possessive_end(const ent_tokenizer *t, glyph apostrophe)
{
    size_t s = apostrophe.end;
    if (s >= t->end || (t->text.data[s] != 's' && t->text.data[s] != 'S') || is_word(look(t, s + 1).class))
        return 0;
    return s + 1;
}

/* A full stop stands inside a word between letters, when it follows an initial ("U.S") or a small letter follows
 * ("unidir.org"); "space.The" is two words. */
static bool stop_is_inside(const ent_tokenizer *t, const word_state *word, size_t stop)
{
    char_class next = look(t, stop + 1).class;
    return next == LOWER || (next == UPPER && word->n_since_stop == 1);
}

/* A comma or full stop stands inside a number between digits. */
static bool is_inside_number(const ent_tokenizer *t, const word_state *word, size_t mark)
{
    return n_letters(word) == 0 && look(t, mark + 1).class == DIGIT;
}

static bool take_inner_mark(const ent_tokenizer *t, word_state *word, glyph g)
{
    char mark = t->text.data[word->at];
    if ((mark == '.' || mark == ',') && is_inside_number(t, word, word->at)) {
        word->at = g.end;
        return true;
    }
    if (mark == '.' && n_letters(word) && stop_is_inside(t, word, word->at)) {
        word->initials = word->n_since_stop == 1;
        word->n_since_stop = 0;
        word->at = g.end;
        return true;
    }
    if (g.class == APOSTROPHE && n_letters(word) && !possessive_end(t, g) && is_letter(look(t, g.end).class)) {
        word->at = g.end;
        return true;
    }
    return false;
}

/* The "n't" of "doesn't" is a word of its own. `word` stands at the apostrophe. */
static bool ends_before_not(const ent_tokenizer *t, const word_state *word, glyph g)
{
    return g.class == APOSTROPHE && n_letters(word) > 2 && ent_to_lower(t->text.data[word->at - 1]) == 'n' &&
           g.end < t->end && ent_to_lower(t->text.data[g.end]) == 't' && !is_word(look(t, g.end + 1).class);
}

/* A word or number from a letter or digit on. */
static void take_word(ent_tokenizer *t, char_class first, ent_token *out)
{
    word_state word = {.at = t->at};
    for (;;) {
        take_ascii(t, &word);
        glyph g = look(t, word.at);
        if (g.class == SPACE) /* the end of nearly every word, or of the text */
            break;
        if (ends_before_not(t, &word, g)) {
            word.at--;
            break;
        }
        if (is_word(g.class) || (g.class == NOTHING && g.end > word.at))
            take(&word, g);
        else if (!take_inner_mark(t, &word, g))
            break;
    }
    if (word.initials && word.n_since_stop == 1 && word.at < t->end && t->text.data[word.at] == '.')
        word.at++; /* "U.S." keeps its last full stop */
    t->at = word.at;
    size_t letters = n_letters(&word);
    out->kind = letters ? ENT_TOKEN_WORD : ENT_TOKEN_NUMBER;
    out->flags |= first == UPPER ? ENT_TOKEN_CAPITAL : 0;
    out->flags |= letters >= 2 && letters == word.n_upper ? ENT_TOKEN_ALL_CAPS : 0;
}

/* Passes white space and what leaves no trace; a hyphen or en dash between two words too. True when it was such a
 * hyphen. */
static bool skip(ent_tokenizer *t)
{
    for (;;) {
        glyph g = look(t, t->at);
        if (t->at >= t->end)
            return false;
        bool hyphen = (g.class == HYPHEN || g.class == EN_DASH) && t->word && is_word(look(t, g.end).class);
        if (!hyphen && g.class != SPACE && g.class != NOTHING)
            return false;
        t->at = g.end;
        if (hyphen)
            return true;
        if (g.class == SPACE) {
            t->space = true;
            t->word = false;
        }
    }
}

ent_tokenizer ent_tokenizer_over(ent_str text, size_t begin, size_t end)
{
    return (ent_tokenizer){.text = text, .at = begin, .end = end, .space = true};
}

bool ent_token_next(ent_tokenizer *t, ent_token *out)
{
    bool hyphen = skip(t);
    if (t->at >= t->end)
        return false;
    glyph g = look(t, t->at);
    size_t possessive = g.class == APOSTROPHE && t->word ? possessive_end(t, g) : 0;
    *out = (ent_token){.begin = (uint32_t)t->at, .kind = ENT_TOKEN_PUNCT};
    out->flags = (uint8_t)((t->space ? 0 : ENT_TOKEN_JOINED) | (hyphen ? ENT_TOKEN_HYPHEN : 0));
    t->word = is_word(g.class);
    t->space = false;
    if (is_word(g.class)) {
        take_word(t, g.class, out);
    } else {
        out->kind = possessive ? ENT_TOKEN_WORD : ENT_TOKEN_PUNCT;
        t->at = possessive ? possessive : g.end;
    }
    out->end = (uint32_t)t->at;
    return true;
}
