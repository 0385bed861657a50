/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/marks.h"

#include <string.h>

enum { MAX_TITLE = 100, MAX_NUMBER_DIGITS = 3, MAX_DATE = 80, LONGEST_SMALL_WORD = 4 };

static bool is_alnum(char c)
{
    return ent_is_alpha(c) || ent_is_digit(c);
}

static bool is_wide(char c)
{
    return (unsigned char)c >= 0x80;
}

static char char_at(ent_str s, size_t at)
{
    return at < s.len ? s.data[at] : '\0';
}

/* The list is in small letters; letter case of the word is ignored. */
static bool one_of(ent_str word, const char *const *list)
{
    char first = word.len ? ent_to_lower(word.data[0]) : '\0';
    for (; *list; list++)
        if ((*list)[0] == first && ent_str_is_nocase(word, *list))
            return true;
    return false;
}

static size_t count_while(ent_str s, size_t from, bool (*is)(char))
{
    size_t at = from;
    while (at < s.len && is(s.data[at]))
        at++;
    return at - from;
}

/* ---- bullets and numbers ----------------------------------------------------------------------------------------- */

size_t ent_marks_bullet(ent_str line)
{
    static const char *const spaced[] = {"-", "*", "+", "–", "—", "·", NULL};
    static const char *const free_standing[] = {"•", "▪", "●", "◦", "‣", "■", "➢", "\xEF\x82\xB7", NULL};
    if (ent_is_alpha(char_at(line, 0)) || ent_is_digit(char_at(line, 0)))
        return 0;
    for (size_t i = 0; free_standing[i]; i++)
        if (ent_str_starts(line, ent_str_from(free_standing[i])))
            return strlen(free_standing[i]) + count_while(line, strlen(free_standing[i]), ent_is_space);
    for (size_t i = 0; spaced[i]; i++) {
        size_t n = strlen(spaced[i]);
        size_t spaces = ent_str_starts(line, ent_str_from(spaced[i])) ? count_while(line, n, ent_is_space) : 0;
        if (spaces)
            return n + spaces;
    }
    return 0;
}

static bool is_small_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

static bool is_capital_roman(char c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L';
}

/* The number itself, without brackets; len 0 where there is none. */
static ent_number bare_number(ent_str s, size_t at)
{
    size_t digits = count_while(s, at, ent_is_digit), roman = count_while(s, at, is_small_roman);
    if (digits && digits <= MAX_NUMBER_DIGITS)
        return (ent_number){ENT_NUMBER_DECIMAL, 1, digits};
    if (roman && !ent_is_alpha(char_at(s, at + roman)))
        return (ent_number){ENT_NUMBER_ROMAN, 1, roman};
    if (ent_is_lower(char_at(s, at)) && !is_alnum(char_at(s, at + 1)))
        return (ent_number){ENT_NUMBER_LETTER, 1, 1};
    size_t capitals = count_while(s, at, is_capital_roman);
    if (capitals && !ent_is_alpha(char_at(s, at + capitals)))
        return (ent_number){ENT_NUMBER_CAPITAL, 1, capitals};
    bool letter = char_at(s, at) >= 'A' && char_at(s, at) <= 'H' && !is_alnum(char_at(s, at + 1));
    return letter ? (ent_number){ENT_NUMBER_CAPITAL, 1, 1} : (ent_number){0};
}

/* "2.1", "2.1.3.": the further parts of a decimal. */
static size_t take_parts(ent_str line, size_t at, uint8_t *depth)
{
    while (char_at(line, at) == '.' && ent_is_digit(char_at(line, at + 1))) {
        at += 1 + count_while(line, at + 1, ent_is_digit);
        ++*depth;
    }
    return at;
}

ent_number ent_marks_number(ent_str line)
{
    line = ent_str_slice(line, 0, 40);
    bool bracket = char_at(line, 0) == '(';
    ent_number number = bare_number(line, bracket);
    if (!number.len)
        return number;
    size_t at = bracket + number.len;
    if (number.kind == ENT_NUMBER_DECIMAL && !bracket)
        at = take_parts(line, at, &number.depth);
    bool closed = char_at(line, at) == ')';
    bool stopped =
        !bracket && char_at(line, at) == '.' && number.kind != ENT_NUMBER_LETTER && number.kind != ENT_NUMBER_ROMAN;
    if (bracket ? !closed : !closed && !stopped && number.depth < 2)
        return (ent_number){0};
    at += closed || stopped;
    if (number.kind == ENT_NUMBER_CAPITAL && !stopped)
        return (ent_number){0};
    size_t spaces = count_while(line, at, ent_is_space);
    number.len = at + spaces;
    return spaces ? number : (ent_number){0};
}

/* ---- labels ------------------------------------------------------------------------------------------------------ */

static const struct {
    const char *word;
    uint8_t rank;
    bool alone; /* needs no number */
} labels[] = {
    {"part", 1, false},     {"chapter", 1, false},    {"annex", 1, true},        {"appendix", 1, true},
    {"day", 2, false},      {"panel", 3, false},      {"session", 3, false},     {"section", 3, false},
    {"article", 3, false},  {"segment", 3, false},    {"module", 3, false},      {"theme", 3, false},
    {"workshop", 3, false}, {"roundtable", 3, false}, {"round table", 3, false}, {"agenda item", 3, false},
};

/* Bytes of "II", "3", "B", "two" at `at`; 0 for none. */
static size_t label_number(ent_str line, size_t at)
{
    static const char *const words[] = {"one",   "two",   "three", "four", "five", "six",
                                        "seven", "eight", "nine",  "ten",  NULL};
    size_t n = count_while(line, at, ent_is_digit);
    if (!n)
        n = count_while(line, at, is_capital_roman);
    if (!n && ent_is_upper(char_at(line, at)))
        n = 1;
    if (n && !is_alnum(char_at(line, at + n)) && !is_wide(char_at(line, at + n)))
        return n;
    n = count_while(line, at, ent_is_alpha);
    return one_of(ent_str_slice(line, at, at + n), words) ? n : 0;
}

/* Whether what follows label and number is a title: ": …", "— …", ". Title", " Title". */
static bool is_label_title(ent_str rest)
{
    size_t at = 0;
    while (at < rest.len && !is_alnum(rest.data[at]) && !memchr(":-\"", rest.data[at], 3) && !is_wide(rest.data[at]))
        at++;
    if (ent_is_upper(char_at(rest, at)) &&
        memchr(".)", char_at(rest, at + 1), 2)) /* a sign read as a letter: "Panel IV. (Q.)" */
        at += 2;
    char first = char_at(rest, at);
    bool marked = at < rest.len && (memchr(":-\".)*", first, 6) || is_wide(first));
    return marked || ent_is_upper(first) || (ent_is_digit(first) && at > 1);
}

static bool is_bare(ent_str rest)
{
    size_t n = 0;
    for (size_t i = 0; i < rest.len; i++)
        n += is_alnum(rest.data[i]);
    return n <= 1 && rest.len < 16;
}

ent_label ent_marks_label(ent_str line)
{
    static const char initials[] = "acdmprstwACDMPRSTW"; /* of the labels */
    if (line.len == 0 || line.len > ENT_MAX_HEADING_BYTES || !memchr(initials, line.data[0], sizeof initials - 1))
        return (ent_label){0};
    for (uint32_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t n = strlen(labels[i].word);
        if (labels[i].word[0] != ent_to_lower(line.data[0]) || line.len < n ||
            !ent_str_is_nocase(ent_str_slice(line, 0, n), labels[i].word))
            continue;
        size_t spaces = count_while(line, n, ent_is_space);
        size_t number = spaces ? label_number(line, n + spaces) : 0;
        if (!number && (!labels[i].alone || is_alnum(char_at(line, n)) || (spaces && n + spaces < line.len)))
            return (ent_label){0};
        ent_str rest = ent_str_slice(line, number ? n + spaces + number : n, line.len);
        if (is_bare(rest))
            return (ent_label){labels[i].rank, true};
        bool heads = is_label_title(rest) && !ent_str_ends(line, ENT_STR(".")) && !ent_str_ends(line, ENT_STR(";"));
        return heads ? (ent_label){labels[i].rank, false} : (ent_label){0};
    }
    return (ent_label){0};
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* The next run of letters of s from *at on; empty at the end. */
static ent_str next_word(ent_str s, size_t *at)
{
    while (*at < s.len && !ent_is_alpha(s.data[*at]) && !is_wide(s.data[*at]))
        ++*at;
    size_t begin = *at;
    while (*at < s.len && (ent_is_alpha(s.data[*at]) || is_wide(s.data[*at])))
        ++*at;
    return ent_str_slice(s, begin, *at);
}

bool ent_marks_date(ent_str line)
{
    static const char *const words[] = {
        "january",  "february", "march",    "april",  "may", "june", "july",   "august",  "september",
        "october",  "november", "december", "jan",    "feb", "mar",  "apr",    "jun",     "jul",
        "aug",      "sep",      "sept",     "oct",    "nov", "dec",  "monday", "tuesday", "wednesday",
        "thursday", "friday",   "saturday", "sunday", "st",  "nd",   "rd",     "th",      "to",
        "and",      "of",       "am",       "pm",     "a",   "p",    "m",      "h",       "cet",
        "cest",     "utc",      "gmt",      "est",    "edt", "–",    "—",      NULL};
    if (line.len > MAX_DATE)
        return false;
    bool digit = false;
    for (size_t i = 0; i < line.len; i++)
        digit |= ent_is_digit(line.data[i]);
    size_t at = 0;
    for (ent_str word = next_word(line, &at); word.len; word = next_word(line, &at))
        if (!one_of(word, words))
            return false;
    return digit;
}

static bool is_small_word(ent_str word)
{
    static const char *const words[] = {"a",  "an", "and", "as", "at",  "by", "for",  "from",
                                        "in", "of", "on",  "or", "the", "to", "with", NULL};
    return word.len <= LONGEST_SMALL_WORD && one_of(word, words);
}

/* Letters that UTF-8 writes as C3 A0–C3 BF: small letters of Latin-1. */
static bool has_small_letter(ent_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ent_is_lower(word.data[i]) || (word.data[i] == '\xC3' && (unsigned char)char_at(word, i + 1) >= 0xA0))
            return true;
    return false;
}

bool ent_marks_capitals(ent_str line)
{
    if (line.len < 3 || line.len > ENT_MAX_HEADING_BYTES || memchr(line.data, '@', line.len))
        return false;
    size_t letters = 0, spaces = 0, n_capital_words = 0, n_small_words = 0, at = 0;
    for (ent_str word = next_word(line, &at); word.len; word = next_word(line, &at)) {
        bool small = has_small_letter(word);
        if (small && (!is_small_word(word) || n_capital_words == 0))
            return false;
        n_small_words += small;
        n_capital_words += !small && ent_is_upper(word.data[0]);
        letters += word.len;
    }
    for (size_t i = 0; i < line.len; i++)
        spaces += ent_is_space(line.data[i]);
    bool address = spaces == 0 && (memchr(line.data, '.', line.len - 1) || memchr(line.data, '/', line.len));
    return letters >= 3 && n_capital_words && n_small_words <= 2 && letters * 2 > line.len - spaces && !address &&
           !ent_marks_date(line);
}

/* Without closing quotes and brackets, and note marks behind a full stop, at its end. */
static ent_str without_closers(ent_str line)
{
    static const char *const closers[] = {"\"", "'", ")", "]", "*", "_", "”", "’", "»", "¹", "²", "³", NULL};
    size_t before = line.len + 1;
    while (line.len < before) {
        before = line.len;
        for (size_t i = 0; closers[i]; i++)
            if (ent_str_ends(line, ent_str_from(closers[i])))
                line.len -= strlen(closers[i]);
    }
    size_t digits = 0;
    while (digits < line.len && ent_is_digit(line.data[line.len - 1 - digits]))
        digits++;
    bool note = digits && digits <= MAX_NUMBER_DIGITS && digits < line.len && line.data[line.len - 1 - digits] == '.';
    return ent_str_slice(line, 0, line.len - (note ? digits : 0));
}

bool ent_marks_terminated(ent_str line)
{
    if (line.len && (ent_is_alpha(line.data[line.len - 1]) || line.data[line.len - 1] == ','))
        return false;
    line = without_closers(line);
    char last = line.len ? line.data[line.len - 1] : '.';
    return memchr(".?!:;", last, 5) != NULL;
}

bool ent_marks_title(ent_str line)
{
    if (line.len < 3 || line.len > MAX_TITLE || ent_marks_date(line) || ent_marks_bullet(line))
        return false;
    char first = line.data[0], last = line.data[line.len - 1];
    bool begins = ent_is_upper(first) || ent_is_digit(first) || is_wide(first) || first == '"';
    size_t at = 0, letters = 0;
    for (ent_str word = next_word(line, &at); word.len; word = next_word(line, &at))
        letters += word.len;
    bool names = ent_str_find(line, ENT_STR("·"), 0) != ENT_STR_NONE; /* "Ada Gear · Ben Cog" */
    bool open =
        names || memchr(".,;:!)]/", last, 8) != NULL || memchr(line.data, '@', line.len) || ent_marks_open_end(line);
    return begins && !open && letters * 2 > line.len;
}

bool ent_marks_readable(ent_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (is_alnum(line.data[i]) || is_wide(line.data[i]))
            return true;
    return false;
}

uint64_t ent_marks_letters(ent_str line)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < line.len; i++)
        if (ent_is_alpha(line.data[i]) || is_wide(line.data[i]))
            hash = (hash ^ (unsigned char)ent_to_lower(line.data[i])) * 1099511628211u;
    return hash;
}

bool ent_marks_open_end(ent_str line)
{
    size_t begin = line.len;
    while (begin > 0 && ent_is_lower(line.data[begin - 1]))
        begin--;
    bool whole = begin > 0 && ent_is_space(line.data[begin - 1]);
    return ent_str_ends(line, ENT_STR(",")) || (whole && is_small_word(ent_str_slice(line, begin, line.len)));
}

bool ent_marks_timed(ent_str line)
{
    size_t n = 0;
    while (n < line.len && n < 2 && ent_is_digit(line.data[n]))
        n++;
    bool time = n > 0 && n + 3 <= line.len && (line.data[n] == ':' || line.data[n] == '.' || line.data[n] == 'h') &&
                ent_is_digit(line.data[n + 1]) && ent_is_digit(line.data[n + 2]);
    return time && (n + 3 == line.len || !ent_is_alpha(line.data[n + 3])) &&
           (n + 3 == line.len || !ent_is_digit(line.data[n + 3]));
}
