/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/unwrap.h"

#include "importers/readers/fields.h"
#include "importers/readers/marks.h"

#include <string.h>

enum {
    MIN_GROUP = 4,      /* lines of a group that tell a width for themselves */
    MIN_WIDTH = 40,     /* a text is not wrapped more narrowly */
    MIN_WRAPPED = 8,    /* lines that make a width the document's */
    FULL_PER_CENT = 85, /* of the width: a line is full; proportional type varies that much */
    MIN_BROKEN = 60,    /* bytes of a paragraph before it can be broken by a page */
    MIN_LONG_BROKEN = 100,
    MIN_COMPOUND_PART = 5
};

static const ent_str SOFT_HYPHEN = {"\xC2\xAD", 2}, HYPHEN = {"\xE2\x80\x90", 3};

static uint32_t width_of(const ent_lines *lines, size_t line)
{
    size_t len = lines->items.items[line].end - lines->items.items[line].begin;
    return len < ENT_MAX_WIDTH ? (uint32_t)len : ENT_MAX_WIDTH;
}

/* ---- widths ------------------------------------------------------------------------------------------------------ */

typedef struct widths {
    uint32_t count[ENT_MAX_WIDTH + 1];
    uint32_t n;
} widths;

static void add_widths(const ent_lines *lines, size_t first, size_t last, widths *w)
{
    for (size_t i = first; i < last; i++)
        if (lines->items.items[i].look == ENT_LOOK_TEXT) {
            w->count[width_of(lines, i)]++;
            w->n++;
        }
}

/* Three lines of four are no wider. */
static uint32_t upper_quartile(const widths *w)
{
    uint32_t below = 0;
    for (uint32_t width = 0; width <= ENT_MAX_WIDTH; width++) {
        below += w->count[width];
        if (below * 4 >= w->n * 3)
            return width;
    }
    return ENT_MAX_WIDTH;
}

uint32_t ent_unwrap_document_width(const ent_lines *lines)
{
    widths w = {0};
    size_t first = 0;
    for (size_t i = 1; i <= lines->items.n; i++) {
        if (i < lines->items.n && lines->items.items[i].blanks == 0)
            continue;
        if (i - first >= MIN_GROUP)
            add_widths(lines, first, i, &w);
        first = i;
    }
    uint32_t width = w.n >= MIN_WRAPPED ? upper_quartile(&w) : 0;
    return width >= MIN_WIDTH ? width : 0;
}

uint32_t ent_unwrap_group_width(const ent_lines *lines, size_t first, size_t last, uint32_t document_width)
{
    if (last - first > MIN_GROUP) {
        widths w = {0};
        add_widths(lines, first, last, &w);
        uint32_t width = upper_quartile(&w), most = document_width + document_width / 8;
        width = document_width && width > most ? most
                                               : width; /* two lines made one by mended hyphens would hide the width */
        return width < MIN_WIDTH ? ENT_MAX_WIDTH : width; /* short lines, each for itself */
    }
    uint32_t width = document_width > MIN_WIDTH ? document_width : MIN_WIDTH;
    for (size_t i = first; i < last; i++)
        if (width_of(lines, i) > width)
            width = width_of(lines, i);
    return width;
}

/* ---- does it go on? ---------------------------------------------------------------------------------------------- */

static bool is_small_start(ent_str s)
{
    return s.len && ent_is_lower(s.data[0]);
}

static bool ends_with_hyphen(ent_str s)
{
    bool dash = s.len > 1 && s.data[s.len - 1] == '-' && ent_is_alpha(s.data[s.len - 2]);
    return dash || ent_str_ends(s, SOFT_HYPHEN) || ent_str_ends(s, HYPHEN);
}

static bool leaves_bracket_open(ent_str s)
{
    int open = 0;
    s = ent_str_slice(s, s.len > ENT_MAX_WIDTH ? s.len - ENT_MAX_WIDTH : 0, s.len);
    const char *bracket = s.len ? memchr(s.data, '(', s.len) : NULL;
    for (size_t i = bracket ? (size_t)(bracket - s.data) : s.len; i < s.len; i++)
        open += s.data[i] == '(' ? 1 : s.data[i] == ')' && open > 0 ? -1 : 0;
    return open > 0;
}

static size_t first_word_len(ent_str s)
{
    size_t n = 0;
    while (n < s.len && n < ENT_MAX_WIDTH && !ent_is_space(s.data[n]))
        n++;
    return n;
}

static bool ends_with_small_word(ent_str s)
{
    return ent_marks_open_end(s) && !ent_str_ends(s, ENT_STR(","));
}

/* "Jane Q. Roe, Director, Widget Institute": two to five words in capitals, a comma, another capital, few commas. */
static bool opens_entry(ent_str s)
{
    enum { MAX_COMMAS = 5, MAX_NAME = 5 };
    size_t comma = ent_str_find(s, ENT_STR(", "), 0), commas = 0, words = 0;
    if (comma == ENT_STR_NONE || comma + 2 >= s.len || !ent_is_upper(s.data[comma + 2]))
        return false;
    for (size_t i = 0; i < s.len; i++)
        commas += s.data[i] == ',';
    for (size_t i = 0; i < comma; i++) {
        if (i > 0 && s.data[i - 1] != ' ')
            continue;
        if (!ent_is_upper(s.data[i]) && (unsigned char)s.data[i] < 0x80)
            return false;
        words++;
    }
    return words > 1 && words <= MAX_NAME && commas < MAX_COMMAS;
}

/* "Mr. Bo Lind (Norway)": a title and a name. */
static bool opens_titled(ent_str s)
{
    static const char *const titles[] = {"Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Dr ", "Prof. ", "Amb. ", "H.E. "};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (ent_str_starts(s, ent_str_from(titles[i])))
            return true;
    return false;
}

/* Each for itself: under "Members:", and where a note in brackets closes the one above. */
static bool is_list_of_titled(ent_str first, ent_str second)
{
    bool entry = opens_titled(first) && ent_str_ends(first, ENT_STR(")"));
    return entry || (ent_str_ends(first, ENT_STR(":")) && opens_titled(second));
}

/* "parties - (48) A, B": a label of a few words and a dash. */
static bool is_dashed_label(ent_str s)
{
    enum { LONGEST = 60 };
    size_t at = ent_str_find(ent_str_slice(s, 0, s.len < LONGEST ? s.len : LONGEST), ENT_STR(" - "), 0);
    return at != ENT_STR_NONE && at > 0;
}

/* "members—(48) A, B", "aim—to help": a word or two with a dash; `counted`: what stands behind it is a number. */
static bool is_glued_label(ent_str s, bool counted)
{
    enum { LONGEST = 30 };
    size_t at = ent_str_find(ent_str_slice(s, 0, s.len < LONGEST ? s.len : LONGEST), ENT_STR("—"), 0), words = 1;
    for (size_t i = 0; at != ENT_STR_NONE && i < at; i++) {
        if (!ent_is_lower(s.data[i]) && s.data[i] != ' ')
            return false;
        words += s.data[i] == ' ';
    }
    if (at == ENT_STR_NONE || at < 3 || words > 2 || s.data[at - 1] == ' ' || at + 3 >= s.len)
        return false;
    char behind = s.data[at + 3];
    return counted ? behind == '(' || ent_is_digit(behind) : behind != ' ';
}

/* A line of a text begins so, too, where a word before a dash is wrapped. */
static bool are_glued_labels(ent_str first, ent_str second)
{
    return is_glued_label(second, true) || (is_glued_label(first, false) && is_glued_label(second, false));
}

bool ent_unwrap_continues(const ent_lines *lines, size_t line, size_t next, uint32_t width)
{
    ent_str first = ent_lines_text(lines, line), second = ent_lines_text(lines, next);
    if (lines->items.items[line].flags & ENT_LINE_HARD_BREAK)
        return is_small_start(second);
    if (are_glued_labels(first, second))
        return false;
    if (ends_with_hyphen(first) || ent_str_starts(second, SOFT_HYPHEN) || leaves_bracket_open(first))
        return true;
    if (!ent_marks_terminated(first) && (is_small_start(second) || ends_with_small_word(first)))
        return true;
    if (is_list_of_titled(first, second) ||
        (!ent_str_ends(first, ENT_STR(",")) && opens_entry(first) && opens_entry(second)))
        return false; /* a list of people, line by line */
    if (ent_fields_are_row(lines, line, next))
        return false;
    size_t wanted = width_of(lines, line) + 1 + first_word_len(second);
    return wanted * 100 >= (size_t)width * FULL_PER_CENT;
}

bool ent_unwrap_flows_on(const ent_lines *lines, size_t line, size_t next, size_t paragraph, uint32_t blanks)
{
    ent_str first = ent_lines_text(lines, line), second = ent_lines_text(lines, next);
    bool labels = (is_dashed_label(first) && is_dashed_label(second)) || are_glued_labels(first, second);
    if (paragraph < MIN_BROKEN || ent_marks_terminated(first) || labels)
        return false;
    if (ends_with_hyphen(first) || is_small_start(second))
        return true;
    if (paragraph < MIN_LONG_BROKEN)
        return false;
    bool number = second.len && ent_is_digit(second.data[0]) && blanks > 1;
    return number || ends_with_small_word(first);
}

/* ---- seams ------------------------------------------------------------------------------------------------------- */

static bool is_letter(char c)
{
    return ent_is_alpha(c) || (unsigned char)c >= 0x80;
}

static ent_str last_letters(ent_str s)
{
    size_t begin = s.len;
    while (begin > 0 && is_letter(s.data[begin - 1]))
        begin--;
    return ent_str_slice(s, begin, s.len);
}

static ent_str first_letters(ent_str s)
{
    size_t end = 0;
    while (end < s.len && is_letter(s.data[end]))
        end++;
    return ent_str_slice(s, 0, end);
}

/* Stand before a hyphen where the text does not show otherwise; the tens do in "thirty-ninth". */
static bool is_prefix(ent_str word)
{
    static const char *const prefixes[] = {"anti",  "co",    "counter", "cross",   "cyber",  "dual",
                                           "inter", "intra", "long",    "multi",   "non",    "quasi",
                                           "self",  "semi",  "short",   "well",    "twenty", "thirty",
                                           "forty", "fifty", "sixty",   "seventy", "eighty", "ninety"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (ent_str_is_nocase(word, prefixes[i]))
            return true;
    return false;
}

static bool keeps_hyphen(ent_words *words, ent_str before, ent_str after)
{
    if (ent_words_has_hyphenated(words, before, after))
        return true;
    if (ent_words_has(words, before, after))
        return false;
    bool compound = before.len >= MIN_COMPOUND_PART && after.len >= MIN_COMPOUND_PART &&
                    ent_words_has(words, before, ENT_STR_EMPTY) && ent_words_has(words, after, ENT_STR_EMPTY);
    return compound || is_prefix(before);
}

/* "intra- and inter-regional": the hyphen stands for a word left out. */
static bool is_suspended(ent_str after)
{
    return ent_str_eq(after, ENT_STR("and")) || ent_str_eq(after, ENT_STR("or")) || ent_str_eq(after, ENT_STR("to"));
}

static ent_seam hyphen_seam(ent_words *words, ent_str first, ent_str second, size_t n)
{
    ent_str before = last_letters(ent_str_slice(first, 0, first.len - n)), after = first_letters(second);
    bool soft = ent_str_ends(first, SOFT_HYPHEN);
    if (!soft && is_suspended(after))
        return (ent_seam){.glue = ' '};
    if (!soft && !is_small_start(second))
        return (ent_seam){0};
    bool keep = keeps_hyphen(words, before, after) && !(soft && is_prefix(before));
    return soft ? (ent_seam){.cut = n, .glue = keep ? '-' : 0} : (ent_seam){.cut = keep ? 0 : n};
}

ent_seam ent_unwrap_seam(ent_words *words, ent_str first, ent_str second)
{
    if (ent_str_starts(second, SOFT_HYPHEN)) {
        ent_str after = first_letters(ent_str_slice(second, 2, second.len));
        return (ent_seam){.skip = 2, .glue = keeps_hyphen(words, last_letters(first), after) ? '-' : 0};
    }
    if (ends_with_hyphen(first))
        return hyphen_seam(words, first, second,
                           first.data[first.len - 1] == '-' ? 1
                           : ent_str_ends(first, HYPHEN)    ? 3
                                                            : 2);
    bool tight = ent_str_ends(first, ENT_STR("—")) || (ent_str_ends(first, ENT_STR("/")) && first.len > 1);
    return (ent_seam){.glue = tight ? 0 : ' '};
}
