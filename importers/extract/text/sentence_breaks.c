/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules SB3 to SB11 of UAX #29, in their order; the numbers stand beside what does them. */
#include "importers/extract/text/sentence_breaks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* What stands at a place: its Sentence_Break property, and the byte behind it and the marks it carries (SB5). */
typedef struct sign {
    int class;
    size_t end;
} sign;

typedef struct scan {
    const ent_sentence_breaks *breaks;
    ent_str text;
} scan;

/* One character. At the text's end the class is none of the property's. */
static sign look_at_one(const scan *s, size_t at)
{
    if (at >= s->text.len)
        return (sign){U_SB_COUNT, at};
    unsigned char byte = (unsigned char)s->text.data[at];
    if (byte < 0x80)
        return (sign){s->breaks->ascii[byte], at + 1};
    UChar32 code;
    U8_NEXT_OR_FFFD(s->text.data, at, s->text.len, code);
    return (sign){u_getIntPropertyValue(code, UCHAR_SENTENCE_BREAK), at};
}

static bool is_carried(int class)
{
    return class == U_SB_EXTEND || class == U_SB_FORMAT;
}

static bool is_separator(int class)
{
    return class == U_SB_SEP || class == U_SB_CR || class == U_SB_LF;
}

static bool ends_sentences(int class)
{
    return class == U_SB_ATERM || class == U_SB_STERM;
}

static bool is_cased(int class)
{
    return class == U_SB_UPPER || class == U_SB_LOWER;
}

void ent_sentence_breaks_init(ent_sentence_breaks *breaks)
{
    *breaks = (ent_sentence_breaks){0};
    for (UChar32 code = 0; code < 128; code++) {
        int class = u_getIntPropertyValue(code, UCHAR_SENTENCE_BREAK);
        breaks->ascii[code] = (uint8_t) class;
        breaks->plain[code] = !ends_sentences(class) && !is_separator(class);
    }
}

/* A character with the marks it carries (SB5); a separator carries none (SB4). */
static sign look(const scan *s, size_t at)
{
    sign here = look_at_one(s, at);
    if (is_separator(here.class))
        return here;
    for (sign next = look_at_one(s, here.end); is_carried(next.class); next = look_at_one(s, here.end))
        here.end = next.end;
    return here;
}

/* The class of the character that ends at byte `end`, those it carries left out. */
static int class_before(const scan *s, size_t end)
{
    int class = U_SB_COUNT;
    while (end > 0 && (class == U_SB_COUNT || is_carried(class))) {
        size_t start = end;
        U8_BACK_1((const uint8_t *)s->text.data, 0, start);
        class = look_at_one(s, start).class;
        end = start;
    }
    return class;
}

static size_t skip(const scan *s, size_t at, int class)
{
    for (sign here = look(s, at); here.class == class; here = look(s, at))
        at = here.end;
    return at;
}

static size_t behind_separator(const scan *s, size_t at)
{
    sign here = look_at_one(s, at), next = look_at_one(s, here.end);
    return here.class == U_SB_CR && next.class == U_SB_LF ? next.end : here.end; /* SB3 */
}

/* Whether the next letter is small, with nothing before it that ends a sentence (SB8). */
static bool small_letter_follows(const scan *s, size_t at)
{
    sign here = look(s, at);
    while (here.class != U_SB_COUNT && here.class != U_SB_OLETTER && !is_cased(here.class) &&
           !is_separator(here.class) && !ends_sentences(here.class))
        here = look(s, here.end);
    return here.class == U_SB_LOWER;
}

/* Whether the sentence ends behind the mark at `at`, with what closes it and the spaces; `*behind` is the byte behind
 * these. */
static bool ends_at(const scan *s, size_t at, size_t *behind)
{
    sign mark = look(s, at), next = look(s, mark.end);
    *behind = mark.end;
    bool full_stop = mark.class == U_SB_ATERM;
    if (full_stop && next.class == U_SB_NUMERIC) /* SB6 */
        return false;
    if (full_stop && next.class == U_SB_UPPER && is_cased(class_before(s, at))) /* SB7 */
        return false;
    *behind = skip(s, skip(s, mark.end, U_SB_CLOSE), U_SB_SP); /* SB9, SB10 */
    next = look(s, *behind);
    if (is_separator(next.class)) {
        *behind = behind_separator(s, *behind);
        return true;
    }
    if (next.class == U_SB_SCONTINUE || ends_sentences(next.class)) /* SB8a */
        return false;
    return !full_stop || !small_letter_follows(s, *behind);
}

size_t ent_sentence_breaks_next(const ent_sentence_breaks *breaks, ent_str text, size_t from)
{
    scan s = {breaks, text};
    for (size_t at = from; at < text.len;) {
        if (breaks->plain[(unsigned char)text.data[at]]) {
            at++;
            continue;
        }
        sign here = look_at_one(&s, at);
        if (is_separator(here.class))
            return behind_separator(&s, at);
        if (ends_sentences(here.class) && ends_at(&s, at, &here.end))
            return here.end;
        at = here.end;
    }
    return text.len;
}
