/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a point leaves out, its neighbour says. A point and a row are bounded, so that the cost is linear in the
 * sentence. */
#include "importers/extract/dates/rows.h"

#include "importers/extract/dates/words.h"

enum { FIRST_YEAR = 1850, LAST_YEAR = 2100 };

typedef enum link_kind { LINK_NONE, LINK_COMMA, LINK_AND, LINK_TO } link_kind;

/* ---- numbers and months ------------------------------------------------------------------------------------------ */

/* The digits a token begins with, at most four, or -1; `rest` is what stands behind them. */
static int number_of(const ent_date_scan *s, uint32_t token, ent_str *rest)
{
    if (token >= s->last)
        return -1;
    ent_str text = ent_token_text(s->segments, token);
    size_t n = 0;
    int value = 0;
    for (; n < text.len && n < 5 && ent_is_digit(text.data[n]); n++)
        value = value * 10 + (text.data[n] - '0');
    *rest = ent_str_slice(text, n, text.len);
    return n == 0 || n > 4 ? -1 : value;
}

static int year_of(const ent_date_scan *s, uint32_t token)
{
    ent_str rest;
    int value = number_of(s, token, &rest);
    return rest.len == 0 && value >= FIRST_YEAR && value <= LAST_YEAR ? value : 0;
}

/* "13", "13th" */
static int day_of(const ent_date_scan *s, uint32_t token)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    ent_str rest;
    int value = number_of(s, token, &rest);
    bool good = rest.len == 0;
    for (size_t i = 0; value > 0 && !good && i < ENT_DATES_N(endings); i++)
        good = ent_str_is_nocase(rest, endings[i]);
    return good && value >= 1 && value <= 31 ? value : 0;
}

/* "September", "Sep", "Sept" */
static bool is_month(ent_str text, ent_str name)
{
    bool cut = text.len == 3 || (text.len == 4 && name.data[0] == 's');
    return ent_to_lower(text.data[0]) == name.data[0] &&
           ent_str_eq_nocase(text, cut ? ent_str_slice(name, 0, text.len) : name);
}

static int month_of(const ent_date_scan *s, uint32_t token)
{
    static const ent_str months[] = {{"january", 7},   {"february", 8}, {"march", 5},    {"april", 5},
                                     {"may", 3},       {"june", 4},     {"july", 4},     {"august", 6},
                                     {"september", 9}, {"october", 7},  {"november", 8}, {"december", 8}};
    if (token >= s->last || !ent_dates_has(s->segments, token, ENT_TOKEN_CAPITAL))
        return 0;
    ent_str text = ent_token_text(s->segments, token);
    for (int i = 0; i < 12; i++)
        if (is_month(text, months[i]))
            return i + 1;
    return 0;
}

bool ent_date_scan_is(const ent_date_scan *s, uint32_t token, ent_str word)
{
    return token < s->last && ent_dates_is(s->segments, token, word);
}

/* ---- points ------------------------------------------------------------------------------------------------------ */

/* "May", "Sept." */
static bool take_month(const ent_date_scan *s, uint32_t *at, ent_date_point *out)
{
    out->month = month_of(s, *at);
    if (!out->month)
        return false;
    ++*at;
    bool short_form = ent_date_scan_is(s, *at, ENT_STR(".")) && ent_dates_has(s->segments, *at, ENT_TOKEN_JOINED);
    *at += short_form && (year_of(s, *at + 1) || day_of(s, *at + 1));
    return true;
}

/* "2022", ", 2022" */
static void take_year(const ent_date_scan *s, uint32_t *at, ent_date_point *out)
{
    uint32_t year = *at + ent_date_scan_is(s, *at, ENT_STR(","));
    if (year < s->last && ent_dates_has(s->segments, year, ENT_TOKEN_HYPHEN))
        return;
    out->year = year_of(s, year);
    if (out->year)
        *at = year + 1;
}

/* The point at a token, of which the one before it (or NULL) gave the month; returns the token behind it, or `at`. */
static uint32_t read_point(const ent_date_scan *s, uint32_t at, const ent_date_point *before, ent_date_point *out)
{
    uint32_t next = at;
    *out = (ent_date_point){0};
    if (take_month(s, &next, out)) {
        out->day = next < s->last && !ent_dates_has(s->segments, next, ENT_TOKEN_HYPHEN) ? day_of(s, next) : 0;
        next += out->day > 0;
        take_year(s, &next, out);
        return next;
    }
    out->day = day_of(s, at);
    if (!out->day) {
        out->year = year_of(s, at);
        return at + (out->year > 0);
    }
    next = at + 1;
    uint32_t month = next + ent_date_scan_is(s, next, ENT_STR("of"));
    if (take_month(s, &month, out))
        next = month;
    if (out->month || (before && before->month))
        take_year(s, &next, out);
    return next;
}

/* The token of the next point, and how it hangs on the one before. */
static uint32_t read_link(const ent_date_scan *s, uint32_t at, link_kind *out)
{
    static const char *const dashes[] = {"-", "–", "—", "‑", "‐"}, *const to[] = {"to", "until", "till", "through"};
    *out = LINK_NONE;
    if (at >= s->last)
        return at;
    if (ent_dates_has(s->segments, at, ENT_TOKEN_HYPHEN)) {
        *out = LINK_TO;
        return at;
    }
    if (ENT_DATES_AMONG(s->segments, at, dashes) || ENT_DATES_AMONG(s->segments, at, to)) {
        *out = LINK_TO;
        return at + 1;
    }
    bool comma = ent_date_scan_is(s, at, ENT_STR(","));
    bool conjunction = ent_date_scan_is(s, at + comma, ENT_STR("and")) || ent_date_scan_is(s, at + comma, ENT_STR("&"));
    *out = conjunction ? LINK_AND : comma ? LINK_COMMA : LINK_NONE;
    return at + comma + conjunction;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static bool is_year_only(const ent_date_point *p)
{
    return p->year && !p->month && !p->day;
}

/* Whether the second point may go on from the first: lists have no year but the last, years go with years. */
static bool goes_on(const ent_date_point *first, const ent_date_point *next, link_kind link, bool between)
{
    if (is_year_only(first) != is_year_only(next))
        return false;
    return link == LINK_TO || !first->year || (between && link == LINK_AND);
}

/* "2018–19": the second half of a year's digits. "2018-05" is a month. */
static bool take_short_year(const ent_date_scan *s, ent_date_row *out)
{
    ent_str rest;
    uint32_t at = out->last;
    const ent_date_point *first = &out->points[0];
    if (out->n != 1 || !is_year_only(first) || at >= s->last || !ent_dates_has(s->segments, at, ENT_TOKEN_HYPHEN))
        return false;
    int value = number_of(s, at, &rest);
    const ent_token *t = &s->segments->tokens.items[at];
    if (rest.len || t->end - t->begin != 2 || value <= 12 || value <= first->year % 100)
        return false;
    out->points[out->n++] = (ent_date_point){.year = first->year / 100 * 100 + value};
    out->last++;
    out->range = true;
    return true;
}

/* "2022-05-13" */
static bool read_iso(const ent_date_scan *s, uint32_t at, ent_date_row *out)
{
    if (at + 2 >= s->last || !ent_dates_has(s->segments, at + 1, ENT_TOKEN_HYPHEN) ||
        !ent_dates_has(s->segments, at + 2, ENT_TOKEN_HYPHEN))
        return false;
    ent_date_point p = {.year = year_of(s, at), .month = day_of(s, at + 1), .day = day_of(s, at + 2)};
    *out = (ent_date_row){.points = {p}, .n = 1, .last = at + 3, .year_given = true};
    return p.year && p.month && p.month <= 12 && p.day;
}

/* Makes the first `n` points the row, where they may stand for a date. */
static void take_row(const ent_date_scan *s, ent_date_row *out, size_t n, uint32_t end, link_kind link)
{
    const ent_date_point *last = &out->points[n - 1];
    bool day = s->year && last->month && last->day;
    if (!last->year && (!day || out->year_given))
        return;
    out->n = n;
    out->last = end;
    out->range = link == LINK_TO;
    out->year_given = last->year > 0;
}

/* The longest row of points from a token on that ends with a year; else, where the sentence has named a year, the
 * longest that ends with a day of a month. */
static bool read_points(const ent_date_scan *s, uint32_t at, bool between, ent_date_row *out)
{
    *out = (ent_date_row){0};
    uint32_t end = read_point(s, at, NULL, &out->points[0]);
    if (end == at)
        return false;
    take_row(s, out, 1, end, LINK_AND);
    if (take_short_year(s, out))
        return true;
    link_kind link = LINK_COMMA;
    for (size_t n = 1; n < ENT_DATE_MAX_POINTS && (link == LINK_COMMA || n == 1); n++) {
        uint32_t next = read_link(s, end, &link);
        if (link == LINK_NONE)
            break;
        end = read_point(s, next, &out->points[n - 1], &out->points[n]);
        if (end == next || !goes_on(&out->points[0], &out->points[n], link, between))
            break;
        if (link != LINK_COMMA)
            take_row(s, out, n + 1, end, link);
    }
    return out->n > 0;
}

static bool is_after(const ent_date_point *a, const ent_date_point *b)
{
    if (a->year != b->year)
        return a->year > b->year;
    if (a->month != b->month)
        return a->month > b->month;
    return a->day > b->day && b->day;
}

static bool is_valid(const ent_date_point *p)
{
    static const int days[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return p->year && (p->month || !p->day) && p->day <= days[p->month];
}

/* Gives each point what its neighbours say; false when that makes no date. */
static bool complete(ent_date_row *r, int year)
{
    for (size_t i = 1; i < r->n; i++)
        if (!r->points[i].month)
            r->points[i].month = r->points[i - 1].month;
    ent_date_point *first = &r->points[0], *last = &r->points[r->n - 1];
    for (size_t i = r->n - 1; i-- > 0;)
        if (!r->points[i].month)
            r->points[i].month = r->points[i + 1].month;
    if (!last->year)
        last->year = year;
    bool inherited = !first->year;
    if (inherited)
        first->year = last->year;
    if (inherited && r->range && is_after(first, last))
        first->year--; /* "28 November to 2 January 2023" */
    return is_valid(first) && is_valid(last) && !is_after(first, last);
}

/* "31 June 2022" has a day that no reading takes. */
static bool begins_inside(const ent_date_scan *s, uint32_t at)
{
    return at > s->first && month_of(s, at) && day_of(s, at - 1);
}

bool ent_date_may_begin(const ent_date_scan *s, uint32_t at)
{
    bool number = at < s->last && ent_is_digit(ent_token_text(s->segments, at).data[0]);
    return (number ? year_of(s, at) || day_of(s, at) : month_of(s, at)) && !begins_inside(s, at);
}

bool ent_date_row_read(const ent_date_scan *s, uint32_t at, bool between, ent_date_row *out)
{
    return (read_iso(s, at, out) || read_points(s, at, between, out)) && complete(out, s->year);
}

ent_str ent_date_point_format(ent_arena *arena, const ent_date_point *p)
{
    if (p->day)
        return ent_arena_format(arena, "%04d-%02d-%02d", p->year, p->month, p->day);
    return p->month ? ent_arena_format(arena, "%04d-%02d", p->year, p->month)
                    : ent_arena_format(arena, "%04d", p->year);
}
