/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A running head is told by where it stands (at a page's edge or with a rising number) and by standing there again and
 * again; a heading that only recurs ("Discussion") is none. */
#include "importers/readers/furniture.h"

#include "importers/readers/marks.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PAGE_NUMBER = 24, MAX_HEAD = 150, MIN_REPEATS = 3, NO_NUMBER = -1 };

static ent_line *line_at(const ent_lines *lines, size_t i)
{
    return &lines->items.items[i];
}

static bool starts_apart(const ent_lines *lines, size_t i)
{
    return i == 0 || line_at(lines, i)->blanks > 0;
}

static bool ends_apart(const ent_lines *lines, size_t i)
{
    return i + 1 == lines->items.n || line_at(lines, i + 1)->blanks > 0;
}

/* ---- page numbers ------------------------------------------------------------------------------------------------ */

static bool is_small_roman(ent_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!memchr("ivxl", s.data[i], 4))
            return false;
    return s.len > 0 && s.len < 8;
}

typedef struct page_number {
    size_t n_numbers, digits; /* digits of the longest */
    bool page, of, range;     /* its words and signs */
} page_number;

/* Reads "3", "- 3 -", "Page 3 of 18", "3/18", "[iv]"; false on anything else. */
static bool read_page_number(ent_str s, page_number *out)
{
    for (size_t i = 0; i < s.len;) {
        size_t begin = i;
        while (i < s.len && ent_is_digit(s.data[i]))
            i++;
        out->n_numbers += i > begin;
        out->digits = i - begin > out->digits ? i - begin : out->digits;
        size_t word = i;
        while (i < s.len && ent_is_alpha(s.data[i]))
            i++;
        ent_str letters = ent_str_slice(s, word, i);
        bool page = ent_str_eq_nocase(letters, ENT_STR("page")) || ent_str_eq_nocase(letters, ENT_STR("p"));
        out->page |= page;
        out->of |= ent_str_eq_nocase(letters, ENT_STR("of"));
        if (letters.len && !page && !out->of)
            return false;
        if (i == begin && !memchr(" -|[]./\xE2\x80\x93\x94", s.data[i], 11))
            return false;
        out->of |= i < s.len && s.data[i] == '/';
        i += i == begin;
    }
    return true;
}

static bool is_page_number(ent_str text)
{
    page_number number = {0};
    if (text.len > MAX_PAGE_NUMBER)
        return false;
    if (is_small_roman(text))
        return true;
    if (!read_page_number(text, &number))
        return false;
    return number.n_numbers == (number.of ? 2 : 1) && number.digits <= (number.page ? 4 : 3);
}

static bool at_page_edge(const ent_lines *lines, size_t i)
{
    uint32_t page = line_at(lines, i)->page;
    return page && (i == 0 || line_at(lines, i - 1)->page != page || i + 1 == lines->items.n ||
                    line_at(lines, i + 1)->page != page);
}

static void drop_page_numbers(ent_lines *lines)
{
    for (size_t i = 0; i < lines->items.n; i++) {
        bool apart = (starts_apart(lines, i) && ends_apart(lines, i)) || at_page_edge(lines, i);
        if (apart && is_page_number(ent_lines_text(lines, i)))
            line_at(lines, i)->flags |= ENT_LINE_DROPPED;
    }
}

/* ---- running heads ----------------------------------------------------------------------------------------------- */

typedef struct head {
    uint64_t letters;
    uint32_t line;
    int32_t number; /* at its start or end, or NO_NUMBER */
    bool by_number; /* beside a page number that was dropped */
} head;

typedef ENT_VEC(head) head_vec;

static int compare_heads(const void *a, const void *b)
{
    const head *x = a, *y = b;
    if (x->letters != y->letters)
        return x->letters < y->letters ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

/* The number that a line of words begins or ends with. */
static int32_t edge_number(ent_str s)
{
    size_t first = 0, last = 0;
    while (first < s.len && ent_is_digit(s.data[first]))
        first++;
    while (last < s.len && ent_is_digit(s.data[s.len - 1 - last]))
        last++;
    ent_str digits = first ? ent_str_slice(s, 0, first) : ent_str_slice(s, s.len - last, s.len);
    bool apart = first ? first < s.len && s.data[first] == ' ' : last < s.len && ent_is_space(s.data[s.len - 1 - last]);
    int64_t number;
    return apart && digits.len <= 3 && ent_str_to_int(digits, &number) ? (int32_t)number : NO_NUMBER;
}

static bool is_dropped(const ent_lines *lines, size_t i)
{
    return i < lines->items.n && (line_at(lines, i)->flags & ENT_LINE_DROPPED);
}

/* Letters set apart from one another, as heads in capitals often are. */
static bool is_spaced_out(ent_str s)
{
    size_t letters = 0, spaces = 0;
    for (size_t i = 0; i < s.len; i++) {
        letters += ent_is_upper(s.data[i]);
        spaces += s.data[i] == ' ';
        if (ent_is_lower(s.data[i]))
            return false;
    }
    return letters >= 4 && spaces * 10 > letters * 3;
}

static void gather_heads(ent_arena *arena, ent_lines *lines, head_vec *heads)
{
    for (size_t i = 0; i < lines->items.n; i++) {
        ent_str text = ent_lines_text(lines, i);
        if (text.len > MAX_HEAD || is_dropped(lines, i) || (!starts_apart(lines, i) && !ends_apart(lines, i)))
            continue;
        bool by_number = (i > 0 && is_dropped(lines, i - 1)) || is_dropped(lines, i + 1);
        int32_t number = ent_marks_label(text).rank ? NO_NUMBER : edge_number(text);
        bool apart = starts_apart(lines, i) && ends_apart(lines, i);
        if (by_number || at_page_edge(lines, i) || (number != NO_NUMBER && apart))
            ent_vec_push(arena, heads, (head){ent_marks_letters(text), (uint32_t)i, number, by_number});
    }
}

/* Whether the heads [first, last), which have the same letters, are one running head. */
static bool is_running(const ent_lines *lines, const head *first, const head *last)
{
    size_t n = (size_t)(last - first);
    bool rising = true, none = true;
    size_t by_number = 0, by_edge = 0;
    for (const head *h = first; h < last; h++) {
        none &= h->number == NO_NUMBER;
        rising &= h->number != NO_NUMBER && (h == first || h->number > h[-1].number);
        by_number += h->by_number;
        by_edge += at_page_edge(lines, h->line);
    }
    if (ent_marks_label(ent_lines_text(lines, first->line)).rank) /* "PANEL 1", "PANEL 2" at the top of their pages */
        return false;
    return (rising && n >= MIN_REPEATS) || (none && (by_edge >= MIN_REPEATS || by_number >= 2));
}

/* The foot of a page may stand in several lines: "A TITLE", "THE PUBLISHER", "13". */
static void drop_spaced_heads(ent_lines *lines)
{
    for (size_t i = 0; i < lines->items.n; i++) {
        if (!is_dropped(lines, i))
            continue;
        for (size_t k = i; k > 0 && i - k < 2 && is_spaced_out(ent_lines_text(lines, k - 1)); k--)
            line_at(lines, k - 1)->flags |= ENT_LINE_DROPPED;
    }
}

static void drop_heads(ent_arena *arena, ent_lines *lines)
{
    head_vec heads = {0};
    gather_heads(arena, lines, &heads);
    if (heads.n)
        qsort(heads.items, heads.n, sizeof *heads.items, compare_heads);
    for (size_t first = 0, last = 0; first < heads.n; first = last) {
        while (last < heads.n && heads.items[last].letters == heads.items[first].letters)
            last++;
        if (is_running(lines, heads.items + first, heads.items + last))
            for (size_t i = first; i < last; i++)
                line_at(lines, heads.items[i].line)->flags |= ENT_LINE_DROPPED;
    }
    drop_spaced_heads(lines);
}

/* A line in capitals with a number at its edge, alone in the middle of a sentence: a running head, though it stands
 * there but once. */
static bool tears_sentence(const ent_lines *lines, size_t i)
{
    if (i == 0 || i + 1 >= lines->items.n || !starts_apart(lines, i) || !ends_apart(lines, i))
        return false;
    ent_str text = ent_lines_text(lines, i), next = ent_lines_text(lines, i + 1);
    for (size_t k = 0; k < text.len; k++)
        if (ent_is_lower(text.data[k]))
            return false;
    return text.len <= MAX_HEAD && edge_number(text) != NO_NUMBER && next.len && ent_is_lower(next.data[0]) &&
           !ent_marks_terminated(ent_lines_text(lines, i - 1));
}

static void drop_tearing_heads(ent_lines *lines)
{
    for (size_t i = 0; i < lines->items.n; i++)
        if (!is_dropped(lines, i) && tears_sentence(lines, i))
            line_at(lines, i)->flags |= ENT_LINE_DROPPED;
}

void ent_furniture_drop(ent_arena *arena, ent_lines *lines)
{
    drop_page_numbers(lines);
    drop_tearing_heads(lines);
    drop_heads(arena, lines);
}
