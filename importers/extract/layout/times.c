/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/times.h"

#include "importers/extract/dates/dates.h"
#include "importers/extract/dates/rows.h"

#define N(array) (sizeof(array) / sizeof *(array))

typedef struct scan {
    ent_str text;
    size_t at;
    bool sure; /* cannot be the number of a section */
} scan;

static bool take_digits(scan *s, size_t most)
{
    size_t n = 0;
    while (n < most && s->at + n < s->text.len && ent_is_digit(s->text.data[s->at + n]))
        n++;
    s->at += n;
    return n > 0 && !(s->at < s->text.len && ent_is_digit(s->text.data[s->at]));
}

static bool take_word(scan *s, ent_str word)
{
    ent_str here = ent_str_slice(s->text, s->at, s->at + word.len);
    size_t end = s->at + word.len;
    if (!ent_str_eq_nocase(here, word) || (end < s->text.len && ent_is_alpha(s->text.data[end])))
        return false;
    s->at = end;
    return true;
}

static void pass_space(scan *s)
{
    while (s->at < s->text.len && ent_is_space(s->text.data[s->at]))
        s->at++;
}

static bool take_half(scan *s)
{
    static const char *const halves[] = {"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "noon"};
    size_t before = s->at;
    pass_space(s);
    for (size_t i = 0; i < N(halves); i++)
        if (take_word(s, ent_str_from(halves[i])))
            return true;
    s->at = before;
    return false;
}

/* "10.30", "10:30", "10h30", "3 p.m.", "1:20:32" */
static bool take_time(scan *s)
{
    size_t before = s->at;
    bool minutes = false;
    if (!take_digits(s, 2))
        return false;
    char mark = s->at < s->text.len ? s->text.data[s->at] : '\0';
    if (mark == '.' || mark == ':' || mark == 'h') {
        s->at++;
        minutes = take_digits(s, 2);
        s->sure |= minutes && mark != '.';
        bool seconds = minutes && mark == ':' && s->at + 1 < s->text.len && s->text.data[s->at] == ':' &&
                       ent_is_digit(s->text.data[s->at + 1]);
        s->at += seconds; /* "1:20:32" into a recording */
        minutes = seconds ? take_digits(s, 2) : minutes;
    }
    bool half = (minutes || s->at > before) && take_half(s);
    s->sure |= half;
    if (minutes || half)
        return true;
    s->at = before;
    return false;
}

static bool take_range_mark(scan *s)
{
    static const char *const marks[] = {"-", "–", "—", "‑"};
    size_t before = s->at;
    pass_space(s);
    for (size_t i = 0; i < N(marks); i++) {
        ent_str mark = ent_str_from(marks[i]);
        if (ent_str_eq(ent_str_slice(s->text, s->at, s->at + mark.len), mark)) {
            s->at += mark.len;
            return pass_space(s), true;
        }
    }
    if (take_word(s, ENT_STR("to")) || take_word(s, ENT_STR("until")))
        return pass_space(s), true;
    s->at = before;
    return false;
}

static void take_zone(scan *s)
{
    static const char *const zones[] = {"CEST", "CET", "GMT", "UTC", "BST",   "EST", "EDT",
                                        "ET",   "EAT", "KST", "JST", "hours", "hrs", "h"};
    pass_space(s);
    for (size_t i = 0; i < N(zones); i++)
        if (take_word(s, ent_str_from(zones[i])))
            return;
}

uint32_t ent_pass_time(const ent_layout_work *work, const ent_line *line)
{
    scan s = {.text = ent_tokens_text(work, line->first, line->last)};
    if (!take_time(&s))
        return line->first;
    size_t single = s.at;
    if (take_range_mark(&s)) {
        if (take_time(&s))
            s.sure = true;
        else
            s.at = single;
    }
    if (!s.sure)
        return line->first;
    take_zone(&s);
    size_t end = work->segments->tokens.items[line->first].begin + s.at;
    uint32_t t = line->first;
    while (t < line->last && (work->segments->tokens.items[t].begin < end || ent_token_is_mark(work, t)))
        t++;
    return t;
}

/* ---- dates in tables --------------------------------------------------------------------------------------------- */

static bool is_row(const ent_layout_work *work, uint32_t n)
{
    return ent_line_block(work, &work->lines.items[n])->kind == ENT_BLOCK_ROW;
}

/* Whether the column of a cell is headed "Signed", "Date of signature". */
static bool is_signing_column(const ent_layout_work *work, uint32_t top, uint32_t cell)
{
    const ent_line *lines = work->lines.items;
    for (uint32_t n = top; n < work->lines.n && lines[n].block == lines[top].block; n++)
        for (uint32_t t = lines[n].first; lines[n].cell == cell && t < lines[n].last; t++)
            if (ent_str_eq_nocase(ent_str_slice(ent_token_text(work->segments, t), 0, 4), ENT_STR("sign")))
                return true;
    return false;
}

/* The date in a cell; a year alone is one here. */
static ent_str cell_date(const ent_layout_work *work, const ent_line *cell)
{
    ent_date_vec dates = {0};
    ent_dates_find(work->arena, work->segments, ent_sentence_of(work->segments, cell->first), &dates);
    for (size_t i = 0; i < dates.n; i++)
        if (dates.items[i].first >= cell->first && dates.items[i].first < cell->last)
            return dates.items[i].from;
    int64_t year;
    for (uint32_t t = cell->first; t < cell->last; t++) {
        ent_str text = ent_token_text(work->segments, t);
        if (text.len == 4 && ent_str_to_int(text, &year) && year > 1800 && year < 2200)
            return text;
    }
    return ENT_STR_EMPTY;
}

ent_row_date ent_row_dated(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    ent_row_date found = {ENT_STR_EMPTY, false};
    if (!is_row(work, n))
        return found;
    uint32_t top = lines[n].table;
    for (uint32_t i = n + 1; i < work->lines.n && lines[i].block == lines[n].block; i++) {
        ent_str date = cell_date(work, &lines[i]);
        bool signing = is_signing_column(work, top, lines[i].cell);
        if (date.len && (!found.from.len || (found.signing && !signing)))
            found = (ent_row_date){date, signing};
    }
    return found;
}

ent_term ent_term_of(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    ent_date_scan where = {work->segments, first, last, 0};
    ent_term term = {ENT_STR_EMPTY, ENT_STR_EMPTY};
    ent_date_row row;
    for (uint32_t t = first; t < last && !term.to.len;) {
        if (!ent_date_may_begin(&where, t) || !ent_date_row_read(&where, t, true, &row)) {
            t++;
            continue;
        }
        ent_str begin = ent_date_point_format(work->arena, &row.points[0]);
        if (term.from.len || row.n > 1)
            term.to = ent_date_point_format(work->arena, &row.points[row.n - 1]);
        term.from = term.from.len ? term.from : begin;
        t = row.last;
    }
    return term;
}
